package eu.nephele.webapp.app;

import eu.nephele.platform.authoring.AuthoringSettings;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.DuplicateEntry;
import eu.nephele.platform.authoring.MoveEntry;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.UnsavedDraft;
import eu.nephele.platform.exchange.ImportEntries;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The deeds of authoring, publishing and exchange. */
@Configuration(proxyBeanMethods = false)
class AuthoringWiring {

    @Bean
    Drafts drafts(ContentRepository repository, CurrentDefinitions definitions, Clock clock) {
        return new Drafts(repository, definitions, clock, AuthoringSettings.DEFAULTS);
    }

    @Bean
    CreateEntry createEntry(Drafts drafts) {
        return new CreateEntry(drafts);
    }

    @Bean
    UnsavedDraft unsavedDraft(Drafts drafts) {
        return new UnsavedDraft(drafts);
    }

    @Bean
    SaveEntry saveEntry(Drafts drafts) {
        return new SaveEntry(drafts);
    }

    @Bean
    MoveEntry moveEntry(Drafts drafts) {
        return new MoveEntry(drafts);
    }

    @Bean
    DuplicateEntry duplicateEntry(Drafts drafts) {
        return new DuplicateEntry(drafts);
    }

    @Bean
    DeleteEntry deleteEntry(Drafts drafts) {
        return new DeleteEntry(drafts);
    }

    @Bean
    RestoreVersion restoreVersion(Drafts drafts) {
        return new RestoreVersion(drafts);
    }

    @Bean
    PublishEntry publishEntry(ContentRepository repository, CurrentDefinitions definitions, Clock clock) {
        return new PublishEntry(repository, definitions, clock);
    }

    @Bean
    UnpublishEntry unpublishEntry(ContentRepository repository, CurrentDefinitions definitions, Clock clock) {
        return new UnpublishEntry(repository, definitions, clock);
    }

    @Bean
    ImportEntries importEntries(
            ContentRepository repository,
            CurrentDefinitions definitions,
            Drafts drafts,
            CreateEntry createEntry,
            SaveEntry saveEntry,
            PublishEntry publishEntry) {
        return new ImportEntries(repository, definitions, drafts, createEntry, saveEntry, publishEntry);
    }
}
