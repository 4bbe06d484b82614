package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static eu.nephele.platform.exchange.TestingImports.suggested;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.exchange.RowReport.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the cells of a spreadsheet. */
class ImportedValuesTest {

    private final TestingImports floor = new TestingImports();

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void valuesOfEveryKindAreRead() {
        var wood = floor.desk.createEntry.create(
                EDITOR, "cluster", new EntryInput("wood", "/north", Map.of("title", "Wood"), List.of(), null));
        var sheet = floor.receive(
                "company",
                "externalId;title;title_de;story;cluster;employees;turnover;growth;active;verified;tags;size;home.country;home.text@de;markets[1].country;markets[2].country\n"
                        + "1;Acme;Äcme;\"One <two>\nthree\";/north/wood;1.200;1.234.567,89;−0,5;ja;1.10.2012 14:30;a|b;LARGE;Serbia;Heim;IT;Srbija\n");

        var job = floor.run(sheet, new SheetMapping(suggested(sheet).columns(), null, "Europe/Belgrade"));

        assertThat(floor.outcomes(job)).containsExactly("created");
        var draft = floor.plain(
                "company", floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().id());
        assertThat(draft)
                .containsEntry("title_de", "Äcme")
                .containsEntry("story", "<p>One &lt;two&gt;</p><p>three</p>")
                .containsEntry("cluster", wood.id())
                .containsEntry("employees", 1200L)
                .containsEntry("growth", -0.5)
                .containsEntry("active", true)
                .containsEntry("verified", "2012-10-01T14:30+02:00")
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("size", "large")
                .containsEntry("home", Map.of("country", "RS", "text_de", "Heim"))
                .containsEntry("markets", List.of(Map.of("country", "IT"), Map.of("country", "RS")));
        assertThat(draft.get("turnover").toString()).isEqualTo("1234567.89");
    }

    @Test
    void aRowSaysWhatWasTakenOutOfItsRichTexts() {
        var sheet = floor.receive("company", "externalId;title;story\n1;Acme;<p>One</p><script>x()</script>\n");

        var job = floor.run(sheet, suggested(sheet));

        assertThat(floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().cleaned())
                .containsExactly(new Job.Cleaned("story", List.of("script")));
    }

    @Test
    void aValueInAnObjectLeavesTheOthersOfTheObject() {
        var known = floor.desk.createEntry.create(
                EDITOR,
                "company",
                new EntryInput(
                        null,
                        null,
                        Map.of("title", "Acme", "home", Map.of("country", "IT", "since", 1990)),
                        List.of("vat:1"),
                        null));
        var sheet = floor.receive("company", "externalId;home.since;title_de\nvat:1;1991;\n");

        floor.run(sheet, suggested(sheet));

        assertThat(floor.plain("company", known.id())).containsEntry("home", Map.of("country", "IT", "since", 1991L));
    }

    @Test
    void anEmptyCellLeavesTheValueOrTakesItAway() {
        var known = floor.createWood();
        var sheet = floor.receive("cluster", "externalId;title;country\nreg:1;Wood;\n");

        assertThat(floor.check(sheet, suggested(sheet)).getFirst().outcome()).isEqualTo(Outcome.unchanged);
        var clearing = new SheetMapping(suggested(sheet).columns(), true, null);
        assertThat(floor.check(sheet, clearing).getFirst().changes())
                .extracting(RowReport.Change::before)
                .containsExactly("IT");
        floor.run(sheet, clearing);
        assertThat(floor.desk.draft(known.id()).text("country")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void anExportedListImportedAgainChangesNothing(String format) throws IOException {
        var cluster = floor.desk.createCluster("'=Wood");
        var texts = List.of(
                "=1+1",
                "'=1+1",
                "''+x",
                "  spaces  ",
                "a|b\\c",
                "line\nline\r\nline",
                "-5",
                "007",
                "1.234",
                "\"quoted\"",
                "true",
                "2012",
                "<p>x</p>");
        var ids = new ArrayList<String>();
        for (var text : texts) {
            ids.add(floor.desk
                    .create(
                            "company",
                            Map.of(
                                    "title",
                                    text,
                                    "title_de",
                                    text,
                                    "story",
                                    text,
                                    "cluster",
                                    cluster.id(),
                                    "tags",
                                    List.of(text, "x", "a|b"),
                                    "home",
                                    Map.of("country", "IT", "since", 1990, "text", text),
                                    "markets",
                                    List.of(Map.of("country", "RS", "text_de", text)),
                                    "growth",
                                    1.0E-10,
                                    "turnover",
                                    12345678.9))
                    .id());
        }
        ids.add(floor.desk
                .create(
                        "company",
                        Map.of(
                                "title",
                                "Long",
                                "story",
                                "x".repeat(40_000),
                                "active",
                                false,
                                "employees",
                                12,
                                "verified",
                                "2012-10-01T14:30:00+02:00"))
                .id());
        var output = new ByteArrayOutputStream();
        new ExportEntries(floor.desk.drafts).run(EDITOR, "company", ids, null, format, output);

        var sheet = floor.imports.receive(
                EDITOR, "company", new SheetSource("a." + format, output.toByteArray(), null, null, null, null));
        var mapping = new SheetMapping(suggested(sheet).columns(), true, null);

        assertThat(floor.check(sheet, mapping))
                .hasSize(ids.size())
                .allSatisfy(row -> assertThat(row.outcome()).as(row.toString()).isEqualTo(Outcome.unchanged));
        var revision = floor.desk.repository.lastRevision();
        assertThat(floor.outcomes(floor.run(sheet, mapping)))
                .hasSize(ids.size())
                .containsOnly("unchanged");
        assertThat(floor.desk.repository.changesAfter(revision, 100)).isEmpty();
    }
}
