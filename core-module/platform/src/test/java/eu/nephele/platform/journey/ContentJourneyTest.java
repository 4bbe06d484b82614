package eu.nephele.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.AuthoringSettings;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.DeliveryRequest;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.delivery.DeliverySettings;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.Workspace;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's map: from a YAML file to a faceted answer, with the real parts of every room on the way. */
class ContentJourneyTest {

    private static final Actor EDITOR = Actor.administrator("editor");

    @TempDir
    Path modules;

    @Test
    void aContentTypeInYamlBecomesAFacetedAnswer() throws Exception {
        // definition: light modules become values
        write("lake/contentTypes/boat.yaml", """
                datasource: { workspace: boats, autoCreate: true, namespaces: { lake: https://nephele.example/lake } }
                model:
                  nodeType: lake:boat
                  properties:
                    - { name: title, required: true, i18n: true }
                    - { name: wood, required: true, search: facet }
                """);
        write("lake/restEndpoints/delivery/boats.yaml", """
                $type: nepheleDeliveryEndpoint
                contentType: boat
                facets: { wood: {} }
                """);
        write("lake/decorations/site/config.yaml", "i18n: { fallbackLocale: en, locales: { en: {}, de: {} } }\n");
        try (var lightModules = LightModules.load(List.of(modules));
                var repository = ContentRepository.open(RepositorySettings.inMemory());
                var engine = new LuceneSearchEngine(null);
                var feed = new ChangeFeed(repository);
                var indexer = new Indexer(engine, repository, feed, lightModules::current)) {
            assertThat(lightModules.current().problems()).isEmpty();
            repository.register(new Workspace(
                    "boats", false, Map.of("lake", "https://nephele.example/lake"), List.of("lake:boat"), List.of()));
            indexer.start();

            // authoring: a draft
            var drafts = new Drafts(repository, lightModules::current, Clock.systemUTC(), AuthoringSettings.DEFAULTS);
            var draft = new CreateEntry(drafts)
                    .create(
                            EDITOR,
                            "boat",
                            new EntryInput(
                                    null,
                                    null,
                                    Map.of("title", "The Grey Gull", "title_de", "Die graue Möwe", "wood", "larch")));

            // publishing: checked, live, and in the change log
            var publication = new PublishEntry(repository, lightModules::current, Clock.systemUTC())
                    .publish(EDITOR, draft.id(), PublishOptions.DEFAULTS);

            // search: the index has followed the log
            var revision = publication.entries().getFirst().revision();
            assertThat(indexer.awaitRevision(revision, Duration.ofSeconds(10))).isTrue();

            // delivery: the reader's answer, in her language
            var search = new EntrySearch(engine, lightModules::current);
            var delivery = new Delivery(lightModules::current, repository, search, DeliverySettings.DEFAULT);
            assertThat(text(delivery, DeliveryRequest.of("delivery/boats/the-grey-gull", new Parameter("lang", "de"))))
                    .contains("\"title\":\"Die graue Möwe\"", "\"wood\":\"larch\"");
            assertThat(text(
                            delivery,
                            DeliveryRequest.of(
                                    "delivery/boats",
                                    new Parameter("q", "graue"),
                                    new Parameter("lang", "de"),
                                    new Parameter("facets", "wood"))))
                    .contains("\"total\":1", "\"value\":\"larch\"", "\"count\":1");
        }
    }

    private static String text(Delivery delivery, DeliveryRequest request) {
        return new String(delivery.answer(request).body().json(), StandardCharsets.UTF_8);
    }

    private void write(String file, String yaml) throws IOException {
        var path = modules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml);
    }
}
