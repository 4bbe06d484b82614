package eu.nephele.webapp.app;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.media.AssetTexts;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.analysis.Dictionaries;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.elasticsearch.ElasticsearchSearchEngine;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The change feed, and the search index that follows it. */
@Configuration(proxyBeanMethods = false)
class SearchWiring {

    private static final Logger LOG = LoggerFactory.getLogger(SearchWiring.class);

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

    /** In use before the first text is analyzed: the beans that analyze take it. */
    @Bean
    Dictionaries dictionaries(NepheleSettings settings) {
        var dictionaries = settings.search().dictionaries();
        TextAnalysis.use(dictionaries);
        if (!dictionaries.locales().isEmpty()) {
            LOG.info("Texts are also stemmed by the dictionaries for {}", dictionaries.locales());
        }
        return dictionaries;
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
            AssetText assetText,
            Dictionaries dictionaries) {
        var indexer = new Indexer(engine, repository, feed, definitions, assetText);
        modules.onChange(changed -> indexer.definitionsChanged());
        return indexer;
    }

    /** What the reading of files has found. */
    @Bean
    AssetText assetText(ContentRepository repository) {
        var reader = Actor.system("document-search");
        return new AssetText() {
            @Override
            public List<String> pages(Perspective perspective, String asset) {
                return repository.read(reader, content -> AssetTexts.pages(content, perspective, asset));
            }

            @Override
            public Map<String, Value> facts(Perspective perspective, String asset) {
                return repository.read(reader, content -> AssetTexts.facts(content, perspective, asset));
            }
        };
    }

    @Bean
    EntrySearch entrySearch(
            SearchEngine engine, CurrentDefinitions definitions, Indexer indexer, Dictionaries dictionaries) {
        return new EntrySearch(engine, definitions, indexer::searchedInVain);
    }
}
