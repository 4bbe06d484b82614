package eu.nephele.webapp.app;

import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.Choices;
import eu.nephele.platform.desk.EntryLists;
import eu.nephele.platform.desk.Folders;
import eu.nephele.platform.desk.SavedViews;
import eu.nephele.platform.desk.Usages;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.screen.AppModels;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.IdempotentWrites;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the editor works with beside the deeds on entries. */
@Configuration(proxyBeanMethods = false)
class EditorWiring {

    @Bean
    AppModels appModels(CurrentDefinitions definitions) {
        return new AppModels(definitions);
    }

    @Bean
    EntryLists entryLists(Drafts drafts, EntrySearch search, Indexer indexer) {
        return new EntryLists(drafts, search, indexer);
    }

    @Bean
    Choices choices(Drafts drafts, EntrySearch search, Indexer indexer) {
        return new Choices(drafts, search, indexer);
    }

    @Bean
    Usages usages(Drafts drafts) {
        return new Usages(drafts);
    }

    @Bean
    Folders folders(Drafts drafts) {
        return new Folders(drafts);
    }

    @Bean
    SavedViews savedViews(ContentRepository repository) {
        return new SavedViews(new Documents<>(repository, "views", SavedViews.Stored.class));
    }

    /** Behind the security filters, so that a key is its owner's alone. */
    @Bean
    FilterRegistrationBean<IdempotentWrites> idempotentWrites(
            ContentRepository repository, ErrorWriter errors, Clock clock) {
        var answers = new Documents<>(repository, "idempotent-answers", IdempotentWrites.Answer.class);
        var filter = new FilterRegistrationBean<>(new IdempotentWrites(answers, errors, clock));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
