package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.exchange.LineReport.Outcome;
import eu.nephele.platform.publishing.PublishEntry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportEntriesTest {

    private static final ImportOptions CLUSTERS = new ImportOptions("cluster", false, false);
    private static final ImportOptions PUBLISHED_CLUSTERS = new ImportOptions("cluster", true, false);

    private final TestingDesk desk = new TestingDesk();
    private final ImportEntries imports = new ImportEntries(
            desk.repository,
            () -> desk.definitions,
            desk.drafts,
            desk.createEntry,
            desk.saveEntry,
            new PublishEntry(desk.repository, () -> desk.definitions, desk.clock));
    private final List<LineReport> reports = new ArrayList<>();

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void aSecondImportOfTheSameFileChangesNothing() {
        var file = """
                {"externalId": "reg:1", "title": "Wood", "country": "IT"}
                {"externalId": "reg:2", "title": "Metal", "country": "RS"}
                """;

        assertThat(run(CLUSTERS, file)).isEqualTo(new ImportSummary(2, 0, 0, 0, 0, 0));
        assertThat(run(CLUSTERS, file)).isEqualTo(new ImportSummary(0, 0, 2, 0, 0, 0));
    }

    @Test
    void aChangedLineUpdatesItsEntryAndLeavesTheOthers() {
        run(CLUSTERS, """
                {"externalId": "reg:1", "title": "Wood", "country": "IT"}
                {"externalId": "reg:2", "title": "Metal", "country": "RS"}
                """);

        var summary = run(CLUSTERS, """
                {"externalId": "reg:1", "title": "Wood", "country": "IT"}
                {"externalId": "reg:2", "title": "Metal and glass"}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(0, 1, 1, 0, 0, 0));
        var metal = desk.draft(String.valueOf(reports.getLast().id()));
        assertThat(metal.text("title")).isEqualTo("Metal and glass");
        assertThat(metal.text("country")).isEqualTo("RS");
    }

    @Test
    void eachBadLineIsToldWithItsNumberAndTheOthersAreStored() {
        var summary = run(CLUSTERS, """
                {"externalId": "reg:1", "title": "Wood"}
                {"externalId": "reg:2", "title": 7}
                not json
                {"title": "Nobody"}

                {"externalId": "reg:3", "colour": "red"}
                {"externalId": "reg:4", "title": "Glass"}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(2, 0, 0, 0, 4, 0));
        assertThat(reports.stream()
                        .filter(report -> report.outcome() == Outcome.REFUSED)
                        .map(LineReport::line))
                .containsExactly(2L, 3L, 4L, 6L);
        assertThat(reports.get(1).errors()).extracting(FieldError::field).containsExactly("title");
    }

    @Test
    void aDryRunReportsTheSameAndStoresNothing() {
        var summary = run(new ImportOptions("cluster", true, true), """
                {"externalId": "reg:1", "title": "Wood", "country": "IT"}
                {"externalId": "reg:2", "title": 7}
                {"externalId": "reg:3", "title": "Metal"}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(1, 0, 0, 1, 1, 1));
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void whatCanBeIsPublishedAndWhatCannotIsKeptAsADraft() {
        var summary = run(PUBLISHED_CLUSTERS, """
                {"externalId": "reg:1", "title": "Wood", "country": "IT"}
                {"externalId": "reg:2", "title": "Metal"}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(1, 0, 0, 1, 0, 1));
        assertThat(desk.find(Perspective.LIVE, String.valueOf(reports.getFirst().id())))
                .isPresent();
        assertThat(desk.find(Perspective.LIVE, String.valueOf(reports.getLast().id())))
                .isEmpty();
        assertThat(desk.find(Perspective.DRAFT, String.valueOf(reports.getLast().id())))
                .isPresent();
        assertThat(run(PUBLISHED_CLUSTERS, "{\"externalId\": \"reg:2\", \"country\": \"RS\"}")
                        .published())
                .isEqualTo(1);
    }

    @Test
    void theSameIdTwiceInAFileIsOneEntry() {
        var summary = run(CLUSTERS, """
                {"externalId": "reg:1", "title": "Wood"}
                {"externalId": "reg:1", "title": "Timber"}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(1, 1, 0, 0, 0, 0));
        assertThat(reports.getFirst().id()).isEqualTo(reports.getLast().id());
        assertThat(desk.draft(String.valueOf(reports.getLast().id())).text("title"))
                .isEqualTo("Timber");
    }

    @Test
    void referencesMayBeWrittenAsExternalIds() {
        run(PUBLISHED_CLUSTERS, "{\"externalId\": \"reg:1\", \"title\": \"Wood\", \"country\": \"IT\"}");

        var summary = run(new ImportOptions("company", true, false), """
                {"externalId": "vat:1", "title": "Acme", "cluster": {"externalId": "reg:1"}}
                {"externalId": "vat:2", "title": "Best", "cluster": {"externalId": "reg:9"}}
                {"externalId": "vat:3", "title": "Cron", "cluster": {"externalId": "reg:1"}, "partners": [{"externalId": "vat:1"}]}
                """);

        assertThat(summary).isEqualTo(new ImportSummary(2, 0, 0, 0, 1, 2));
        assertThat(reports.get(2).errors())
                .extracting(FieldError::message)
                .containsExactly("there is no cluster with the external id `reg:9`");
    }

    @Test
    void namesAndFoldersAreTakenFromTheLine() {
        run(CLUSTERS, "{\"externalId\": \"reg:1\", \"@name\": \"wood\", \"@path\": \"/italy\", \"title\": \"Wood\"}");

        assertThat(reports.getFirst().path()).isEqualTo("/italy/wood");
    }

    private ImportSummary run(ImportOptions options, String file) {
        return imports.run(
                EDITOR, options, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), reports::add);
    }
}
