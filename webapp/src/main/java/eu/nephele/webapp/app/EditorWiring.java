package eu.nephele.webapp.app;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.desk.BulkDeeds;
import eu.nephele.platform.desk.ChangeEvents;
import eu.nephele.platform.desk.Choices;
import eu.nephele.platform.desk.EditorEvents;
import eu.nephele.platform.desk.EntryHistory;
import eu.nephele.platform.desk.EntryLists;
import eu.nephele.platform.desk.Folders;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.desk.Presence;
import eu.nephele.platform.desk.SavedViews;
import eu.nephele.platform.desk.Usages;
import eu.nephele.platform.desk.WorkingCopies;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.exchange.ExportEntries;
import eu.nephele.platform.exchange.ImportSheets;
import eu.nephele.platform.exchange.MappingTemplates;
import eu.nephele.platform.exchange.SheetDeeds;
import eu.nephele.platform.exchange.Sheets;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.mail.MailPreferences;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.media.ScanFiles;
import eu.nephele.platform.publishing.EndedConsent;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.screen.AppModels;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.http.AskedLanguage;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.IdempotentWrites;
import java.time.Clock;
import java.util.Map;
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
    Choices choices(Drafts drafts, EntrySearch search, Indexer indexer, AssetLibrary library) {
        return new Choices(drafts, search, indexer, library);
    }

    @Bean
    Usages usages(Drafts drafts) {
        return new Usages(drafts);
    }

    @Bean
    ExportEntries exportEntries(Drafts drafts) {
        return new ExportEntries(drafts);
    }

    @Bean
    Folders folders(Drafts drafts) {
        return new Folders(drafts);
    }

    @Bean
    SavedViews savedViews(ContentRepository repository) {
        return new SavedViews(new Documents<>(repository, "views", SavedViews.Stored.class));
    }

    @Bean
    EditorEvents editorEvents() {
        return new EditorEvents();
    }

    @Bean(destroyMethod = "close")
    ChangeFeed.Subscription changeEvents(
            ChangeFeed feed, ContentRepository repository, EditorEvents events, CurrentDefinitions definitions) {
        return feed.follow(
                "editor-events", repository.lastRevision(), new ChangeEvents(events, repository, definitions));
    }

    @Bean
    Presence presence(EditorEvents events, ContentRepository repository, Clock clock) {
        return new Presence(events, repository, clock);
    }

    @Bean
    WorkingCopies workingCopies(Drafts drafts, SaveEntry saveEntry, ContentRepository repository, Clock clock) {
        var copies = new Documents<>(repository, "working-copies", WorkingCopies.Stored.class);
        return new WorkingCopies(drafts, saveEntry, copies, clock);
    }

    @Bean
    PublicationCheck publicationCheck(ContentRepository repository, CurrentDefinitions definitions) {
        return new PublicationCheck(repository, definitions);
    }

    @Bean
    EntryHistory entryHistory(
            Drafts drafts, RestoreVersion restoreVersion, SaveEntry saveEntry, ContentRepository repository) {
        var names = new Documents<>(repository, "version-names", EntryHistory.Name.class);
        return new EntryHistory(drafts, restoreVersion, saveEntry, names);
    }

    @Bean
    BulkDeeds bulkDeeds(
            Drafts drafts, PublishEntry publishEntry, UnpublishEntry unpublishEntry, PublicationCheck check) {
        return new BulkDeeds(drafts, publishEntry, unpublishEntry, check);
    }

    @Bean
    Jobs jobs(
            Drafts drafts,
            EntryLists lists,
            BulkDeeds deeds,
            SheetDeeds imports,
            ContentRepository repository,
            Accounts accounts,
            MailPreferences preferences,
            EditorEvents events,
            Clock clock) {
        return new Jobs(
                drafts,
                lists,
                deeds,
                imports,
                new Documents<>(repository, "jobs", Job.class),
                new Documents<>(repository, "job-rows", Job.Batch.class),
                name -> accounts.named(name).map(Account::actor),
                name -> preferences.of(name).language(),
                events,
                repository.lease("jobs"),
                clock);
    }

    @Bean
    Sheets sheets(ContentRepository repository, Clock clock) {
        return new Sheets(repository, clock);
    }

    @Bean
    SheetDeeds sheetDeeds(Drafts drafts, Sheets sheets) {
        return new SheetDeeds(drafts, sheets);
    }

    @Bean
    ImportSheets importSheets(Drafts drafts, Sheets sheets, SheetDeeds deeds, Jobs jobs, NepheleSettings settings) {
        return new ImportSheets(
                drafts, sheets, deeds, jobs, settings.spreadsheets().limits());
    }

    @Bean
    MappingTemplates mappingTemplates(ContentRepository repository, NepheleSettings settings) {
        return new MappingTemplates(repository, settings.spreadsheets().limits());
    }

    @Bean
    Clockwork clockwork(
            Jobs jobs,
            Presence presence,
            Schedule schedule,
            MailWiring.Mail mail,
            EndedConsent endedConsent,
            ScanFiles scanFiles) {
        return new Clockwork(Map.of(
                "jobs", jobs::tick,
                "presence", presence::sweep,
                "schedule", schedule::tick,
                "mail", mail::tick,
                "consent", endedConsent::tick,
                "virus-scan", scanFiles::tick));
    }

    /** Behind the security filters, so that a key is its owner's alone. */
    /** Ahead of the log-in, whose refusals and rules are told in the language, too. */
    @Bean
    FilterRegistrationBean<AskedLanguage> askedLanguage() {
        var filter = new FilterRegistrationBean<>(new AskedLanguage());
        filter.addUrlPatterns("/.rest/editor/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<IdempotentWrites> idempotentWrites(
            ContentRepository repository, ErrorWriter errors, Clock clock) {
        var answers = new Documents<>(repository, "idempotent-answers", IdempotentWrites.Answer.class);
        var filter = new FilterRegistrationBean<>(new IdempotentWrites(answers, errors, clock));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
