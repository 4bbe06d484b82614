package eu.nephele.webapp.app;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.media.AssetTexts;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.elasticsearch.ElasticsearchSearchEngine;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The change feed, and the search index that follows it. */
@Configuration(proxyBeanMethods = false)
class SearchWiring {

    @Bean
    SearchCluster searchCluster(NepheleSettings settings) {
        return SearchCluster.of(settings);
    }

    @Bean
    SearchEngine searchEngine(NepheleSettings settings, SearchCluster cluster) {
        return switch (settings.search().engine()) {
            case LUCENE -> new LuceneSearchEngine(settings.dataFolder().resolve("index"));
            case ELASTICSEARCH ->
                new ElasticsearchSearchEngine(settings.search().elasticsearch().at(cluster.uris()));
        };
    }

    @Bean
    ChangeFeed changeFeed(ContentRepository repository) {
        return new ChangeFeed(repository);
    }

    @Bean
    Indexer indexer(
            SearchEngine engine,
            ContentRepository repository,
            ChangeFeed feed,
            CurrentDefinitions definitions,
            LightModules modules,
            AssetText assetText) {
        var indexer = new Indexer(engine, repository, feed, definitions, assetText);
        modules.onChange(changed -> indexer.definitionsChanged());
        return indexer;
    }

    /** What the reading of files has found. */
    @Bean
    AssetText assetText(ContentRepository repository) {
        var reader = Actor.system("document-search");
        return (perspective, asset) ->
                repository.read(reader, content -> AssetTexts.pages(content, perspective, asset));
    }

    @Bean
    EntrySearch entrySearch(SearchEngine engine, CurrentDefinitions definitions) {
        return new EntrySearch(engine, definitions);
    }
}
