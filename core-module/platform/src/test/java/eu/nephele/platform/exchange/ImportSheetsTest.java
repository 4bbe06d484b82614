package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.exchange.RowReport.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSheetsTest {

    private final TestingImports floor = new TestingImports();
    private final ImportSheets imports = floor.imports;

    @AfterEach
    void close() {
        floor.close();
    }

    private ImportSheets.View receive(String type, String text) {
        return imports.receive(
                EDITOR,
                type,
                new SheetSource("list.csv", text.getBytes(StandardCharsets.UTF_8), null, null, null, null));
    }

    private static SheetMapping suggested(ImportSheets.View sheet) {
        return new SheetMapping(
                sheet.columns().stream().map(ImportSheets.Column::suggestion).toList(), null, null);
    }

    private List<RowReport> check(ImportSheets.View sheet, SheetMapping mapping) {
        return imports.check(EDITOR, sheet.contentType(), sheet.id(), mapping, 0, 500)
                .rows();
    }

    private List<RowReport> check(String type, String text) {
        var sheet = receive(type, text);
        return check(sheet, suggested(sheet));
    }

    private Job run(ImportSheets.View sheet, SheetMapping mapping) {
        var job = imports.run(EDITOR, sheet.contentType(), sheet.id(), mapping);
        floor.jobs.tick();
        return floor.jobs.find(EDITOR, job.id());
    }

    private List<String> outcomes(Job job) {
        return floor.jobs.rows(EDITOR, job.id(), 0, 100).stream()
                .map(row -> String.valueOf(row.outcome()))
                .toList();
    }

    private static List<String> complaints(RowReport row) {
        return row.problems().stream()
                .map(problem -> problem.column() + " " + problem.message())
                .toList();
    }

    @Test
    void columnsFindTheirPropertiesByNameLocaleAndPath() {
        var sheet = receive(
                "company",
                "externalId;title;title@de;title_sr;title (sr-Latn);home.since;markets[1].country;Employees;Remarks;state\n1;a;b;c;d;2;IT;3;x;new\n");

        assertThat(sheet.columns())
                .extracting(column -> String.valueOf(column.suggestion().target()))
                .containsExactly(
                        "externalId",
                        "title@en",
                        "title@de",
                        "title@sr-Latn",
                        "null",
                        "home.since",
                        "markets[1].country",
                        "employees",
                        "null",
                        "null");
        assertThat(sheet.columns().get(7).examples()).containsExactly("3");
        assertThat(sheet.targets())
                .extracting(ColumnTargets.Choice::target)
                .contains("title@sr-Latn", "home.text@de", "markets[1].since", "@id");
    }

    @Test
    void twoColumnsCannotGoToTheSamePlace() {
        var sheet = receive("company", "a;b;c\n1;2;3\n");
        var mapping = new SheetMapping(
                List.of(
                        new SheetMapping.Column("a", "title_sr", null, null),
                        new SheetMapping.Column("b", "title@sr-Latn", null, null),
                        new SheetMapping.Column("c", "markets.since", null, null)),
                null,
                null);

        assertThatThrownBy(() -> check(sheet, mapping))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(error -> error.field() + " " + error.message())
                                .satisfiesExactly(
                                        first -> assertThat(first)
                                                .startsWith("b ")
                                                .contains("another column"),
                                        second -> assertThat(second)
                                                .startsWith("c ")
                                                .contains("markets[1]")));
    }

    @Test
    void aDryRunSaysWhatWouldBecomeOfEachRowAndStoresNothing() {
        var known = floor.desk.createEntry.create(
                EDITOR,
                "cluster",
                new EntryInput(null, null, Map.of("title", "Wood", "country", "IT"), List.of("reg:1"), null));
        var same = floor.desk.createEntry.create(
                EDITOR, "cluster", new EntryInput(null, null, Map.of("title", "Metal"), List.of("reg:2"), null));
        var revision = floor.desk.repository.lastRevision();

        var rows = check("cluster", """
                externalId;title;country;founded
                reg:1;Timber;Italien;1.10.2012
                reg:2;Metal;;
                reg:3;Glass;Serbija;
                reg:4;No;RS;soon
                reg:5;Paper;RS;2012
                reg:1;Timber again;IT;
                """);

        assertThat(rows)
                .extracting(RowReport::outcome)
                .containsExactly(
                        Outcome.changed,
                        Outcome.unchanged,
                        Outcome.refused,
                        Outcome.refused,
                        Outcome.created,
                        Outcome.refused);
        assertThat(rows.get(0).id()).isEqualTo(known.id());
        assertThat(rows.get(0).changes()).extracting(RowReport.Change::field).containsExactly("title@en", "founded");
        assertThat(rows.get(0).changes().getLast().after()).isEqualTo("2012-10-01");
        assertThat(rows.get(1).id()).isEqualTo(same.id());
        assertThat(complaints(rows.get(2)))
                .singleElement()
                .asString()
                .startsWith("C (country)")
                .contains("did you mean `RS` (Serbia)");
        assertThat(complaints(rows.get(3)))
                .singleElement()
                .asString()
                .startsWith("D (founded)")
                .contains("soon");
        assertThat(complaints(rows.get(5)))
                .singleElement()
                .asString()
                .startsWith("A (externalId)")
                .contains("Row 2");
        assertThat(floor.desk.repository.lastRevision()).isEqualTo(revision);
    }

    @Test
    void theRunDoesWhatTheDryRunSaysAndCanBeTakenBack() throws IOException {
        var known = floor.desk.createEntry.create(
                EDITOR,
                "cluster",
                new EntryInput(null, null, Map.of("title", "Wood", "country", "IT"), List.of("reg:1"), null));
        var sheet = receive("cluster", "externalId;title;country\nreg:1;Timber;RS\nreg:2;Metal;IT\nreg:3;Glass;XX\n");

        var job = run(sheet, suggested(sheet));

        assertThat(job.state()).isEqualTo(Job.State.finished);
        assertThat(job.failed()).isEqualTo(1);
        assertThat(outcomes(job)).containsExactly("changed", "created", "refused");
        assertThat(floor.desk.draft(known.id()).text("country")).isEqualTo("RS");
        var made = floor.jobs.rows(EDITOR, job.id(), 1, 1).getFirst();
        assertThat(floor.desk.draft(made.id()).text("title")).isEqualTo("Metal");
        var result = new ByteArrayOutputStream();
        imports.writeResult(EDITOR, "cluster", sheet.id(), result);
        assertThat(result.toString(StandardCharsets.UTF_8).lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .endsWith(
                                        "externalId,title,country,Import,Import: fields,Import: problems,Import: @id"),
                        first -> assertThat(first)
                                .startsWith("reg:1,Timber,RS,changed,\"title@en, country\",")
                                .endsWith(known.id()),
                        second -> assertThat(second)
                                .startsWith("reg:2,Metal,IT,created,")
                                .endsWith(made.id()),
                        third -> assertThat(third).startsWith("reg:3,Glass,XX,refused,,\"C (country): is no term"));
        assertThatThrownBy(() -> run(sheet, suggested(sheet))).hasMessageContaining("imported already");

        floor.jobs.undo(EDITOR, job.id());
        floor.jobs.tick();
        assertThat(floor.desk.draft(known.id()).text("title")).isEqualTo("Wood");
        assertThat(floor.desk.find(Perspective.DRAFT, made.id())).isEmpty();
        assertThat(floor.jobs.find(EDITOR, job.id()).state()).isEqualTo(Job.State.undone);
    }

    @Test
    void whatWasPublishedSinceIsNotTakenBack() {
        var sheet = receive("cluster", "externalId;title;country\nreg:2;Metal;IT\n");
        var job = run(sheet, suggested(sheet));
        var made = floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().id();
        floor.publish(made);

        floor.jobs.undo(EDITOR, job.id());
        floor.jobs.tick();

        assertThat(floor.desk.find(Perspective.DRAFT, made)).isPresent();
        assertThat(floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().message()).contains("published since");
    }

    @Test
    void rowsMayReferToRowsBeforeThem() {
        var sheet = receive(
                "company",
                "externalId;title;partners\nvat:1;Acme;\nvat:2;Best;vat:1\nvat:3;Cron;vat:1|vat:2\nvat:4;Dorn;vat:5\nvat:5;Ernst;\n");

        var checked = check(sheet, suggested(sheet));
        assertThat(checked)
                .extracting(RowReport::outcome)
                .containsExactly(Outcome.created, Outcome.created, Outcome.created, Outcome.refused, Outcome.created);
        assertThat(complaints(checked.get(3))).singleElement().asString().contains("must come before");

        var job = run(sheet, suggested(sheet));
        var rows = floor.jobs.rows(EDITOR, job.id(), 0, 10);
        assertThat(outcomes(job)).containsExactly("created", "created", "created", "refused", "created");
        assertThat(floor.desk.draft(rows.get(2).id()).value("partners").each()).hasSize(2);
    }

    @Test
    void valuesOfEveryKindAreRead() {
        var wood = floor.desk.createEntry.create(
                EDITOR, "cluster", new EntryInput("wood", "/north", Map.of("title", "Wood"), List.of(), null));
        var sheet = receive(
                "company",
                "externalId;title;title_de;story;cluster;employees;turnover;growth;active;verified;tags;size;home.country;home.text@de;markets[1].country;markets[2].country\n"
                        + "1;Acme;Äcme;\"One <two>\nthree\";/north/wood;1.200;1.234.567,89;−0,5;ja;1.10.2012 14:30;a|b;LARGE;Serbia;Heim;IT;Srbija\n");

        var job = run(sheet, new SheetMapping(suggested(sheet).columns(), null, "Europe/Belgrade"));

        assertThat(outcomes(job)).containsExactly("created");
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
        var sheet = receive("company", "externalId;home.since;title_de\nvat:1;1991;\n");

        run(sheet, suggested(sheet));

        assertThat(floor.plain("company", known.id())).containsEntry("home", Map.of("country", "IT", "since", 1991L));
    }

    @Test
    void anEmptyCellLeavesTheValueOrTakesItAway() {
        var known = floor.desk.createEntry.create(
                EDITOR,
                "cluster",
                new EntryInput(null, null, Map.of("title", "Wood", "country", "IT"), List.of("reg:1"), null));
        var sheet = receive("cluster", "externalId;title;country\nreg:1;Wood;\n");

        assertThat(check(sheet, suggested(sheet)).getFirst().outcome()).isEqualTo(Outcome.unchanged);
        var clearing = new SheetMapping(suggested(sheet).columns(), true, null);
        assertThat(check(sheet, clearing).getFirst().changes())
                .extracting(RowReport.Change::before)
                .containsExactly("IT");
        run(sheet, clearing);
        assertThat(floor.desk.draft(known.id()).text("country")).isNull();
    }

    @Test
    void aRowThatNothingIdentifiesIsMadeAndSaysSo() {
        var rows = check("cluster", "title;country\nWood;IT\n");

        assertThat(rows.getFirst().outcome()).isEqualTo(Outcome.created);
        assertThat(rows.getFirst().problems())
                .extracting(RowReport.CellProblem::rule)
                .containsExactly("identity");
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

        var sheet = imports.receive(
                EDITOR, "company", new SheetSource("a." + format, output.toByteArray(), null, null, null, null));
        var mapping = new SheetMapping(suggested(sheet).columns(), true, null);

        assertThat(check(sheet, mapping))
                .hasSize(ids.size())
                .allSatisfy(row -> assertThat(row.outcome()).as(row.toString()).isEqualTo(Outcome.unchanged));
        var revision = floor.desk.repository.lastRevision();
        assertThat(outcomes(run(sheet, mapping))).hasSize(ids.size()).containsOnly("unchanged");
        assertThat(floor.desk.repository.changesAfter(revision, 100)).isEmpty();
    }

    @Test
    void aSheetIsItsOwnersAlone() {
        var sheet = receive("cluster", "title\nWood\n");
        var other = Actor.administrator("other");

        assertThatThrownBy(() -> imports.find(other, "cluster", sheet.id())).hasMessageContaining("no spreadsheet");
        assertThatThrownBy(() -> imports.receive(
                        new Actor("reader", List.of()),
                        "cluster",
                        new SheetSource("a.csv", "title\nx\n".getBytes(), null, null, null, null)))
                .isInstanceOf(PlatformException.class);
        imports.drop(EDITOR, "cluster", sheet.id());
        assertThatThrownBy(() -> imports.find(EDITOR, "cluster", sheet.id())).hasMessageContaining("no spreadsheet");
    }

    @Test
    void manyRowsAreKeptInPiecesAndAllBroughtIn() {
        var text = new StringBuilder("externalId;title\n");
        IntStream.range(0, 260).forEach(number -> text.append("n:%1$d;Entry %1$d\n".formatted(number)));
        var sheet = receive("cluster", text.toString());

        assertThat(imports.check(EDITOR, "cluster", sheet.id(), suggested(sheet), 250, 100)
                        .rows())
                .hasSize(10);
        var job = run(sheet, suggested(sheet));
        assertThat(job.done()).isEqualTo(260);
        assertThat(job.failed()).isZero();
        assertThat(outcomes(job)).containsOnly("created");
    }
}
