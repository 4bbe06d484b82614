package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static eu.nephele.platform.exchange.TestingImports.complaints;
import static eu.nephele.platform.exchange.TestingImports.suggested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.exchange.RowReport.Outcome;
import eu.nephele.platform.wording.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of a spreadsheet. */
class ImportSheetsTest {

    private final TestingImports floor = new TestingImports();

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void aDryRunSaysWhatWouldBecomeOfEachRowAndStoresNothing() {
        var known = floor.createWood();
        var same = floor.desk.createEntry.create(
                EDITOR, "cluster", new EntryInput(null, null, Map.of("title", "Metal"), List.of("reg:2"), null));
        var revision = floor.desk.repository.lastRevision();

        var rows = floor.check("cluster", """
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
        var known = floor.createWood();
        var sheet =
                floor.receive("cluster", "externalId;title;country\nreg:1;Timber;RS\nreg:2;Metal;IT\nreg:3;Glass;XX\n");

        var job = floor.run(sheet, suggested(sheet));

        assertThat(job.state()).isEqualTo(Job.State.finished);
        assertThat(job.failed()).isEqualTo(1);
        assertThat(floor.outcomes(job)).containsExactly("changed", "created", "refused");
        assertThat(floor.desk.draft(known.id()).text("country")).isEqualTo("RS");
        var made = floor.jobs.rows(EDITOR, job.id(), 1, 1).getFirst();
        assertThat(floor.desk.draft(made.id()).text("title")).isEqualTo("Metal");
        var result = new ByteArrayOutputStream();
        floor.imports.writeResult(EDITOR, "cluster", sheet.id(), result);
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
        var inGerman = new ByteArrayOutputStream();
        Wording.in("de", () -> {
            floor.imports.writeResult(EDITOR, "cluster", sheet.id(), inGerman);
            return null;
        });
        assertThat(inGerman.toString(StandardCharsets.UTF_8))
                .contains("Import: Felder,Import: Probleme", "RS,geändert,", "IT,neu angelegt,", "XX,abgelehnt,");
        assertThatThrownBy(() -> floor.run(sheet, suggested(sheet))).hasMessageContaining("imported already");

        floor.jobs.undo(EDITOR, job.id());
        floor.jobs.tick();
        assertThat(floor.desk.draft(known.id()).text("title")).isEqualTo("Wood");
        assertThat(floor.desk.find(Perspective.DRAFT, made.id())).isEmpty();
        assertThat(floor.jobs.find(EDITOR, job.id()).state()).isEqualTo(Job.State.undone);
    }

    @Test
    void externalIdsAreKnownHoweverTheirHeadingIsWritten() {
        for (var heading : List.of("externalId", "External id", "EXTERNAL_ID", "external-ID ")) {
            var sheet = floor.receive("cluster", heading + ";title;Id\nreg:1;Timber;7\n");

            assertThat(suggested(sheet).columns())
                    .as(heading)
                    .extracting(SheetMapping.Column::target)
                    .containsExactly("externalId", "title@en", null);
        }
    }

    @Test
    void whatWasPublishedBeforeCountsAsPublishedAgainWhenTheImportIsTakenBack() {
        var known = floor.createWood();
        floor.publish(known.id());
        var sheet = floor.receive("cluster", "externalId;title;country\nreg:1;Timber;RS\n");
        var job = floor.run(sheet, suggested(sheet));
        assertThat(EntryState.of(floor.desk.draft(known.id()))).isEqualTo(EntryState.MODIFIED);

        floor.jobs.undo(EDITOR, job.id());
        floor.jobs.tick();

        assertThat(floor.desk.draft(known.id()).text("title")).isEqualTo("Wood");
        assertThat(EntryState.of(floor.desk.draft(known.id()))).isEqualTo(EntryState.PUBLISHED);
    }

    @Test
    void whatWasPublishedSinceIsNotTakenBack() {
        var sheet = floor.receive("cluster", "externalId;title;country\nreg:2;Metal;IT\n");
        var job = floor.run(sheet, suggested(sheet));
        var made = floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().id();
        floor.publish(made);

        floor.jobs.undo(EDITOR, job.id());
        floor.jobs.tick();

        assertThat(floor.desk.find(Perspective.DRAFT, made)).isPresent();
        assertThat(floor.jobs.rows(EDITOR, job.id(), 0, 1).getFirst().message()).contains("published since");
    }

    @Test
    void rowsMayReferToRowsBeforeThem() {
        var sheet = floor.receive(
                "company",
                "externalId;title;partners\nvat:1;Acme;\nvat:2;Best;vat:1\nvat:3;Cron;vat:1|vat:2\nvat:4;Dorn;vat:5\nvat:5;Ernst;\n");

        var checked = floor.check(sheet, suggested(sheet));
        assertThat(checked)
                .extracting(RowReport::outcome)
                .containsExactly(Outcome.created, Outcome.created, Outcome.created, Outcome.refused, Outcome.created);
        assertThat(complaints(checked.get(3))).singleElement().asString().contains("must come before");

        var job = floor.run(sheet, suggested(sheet));
        var rows = floor.jobs.rows(EDITOR, job.id(), 0, 10);
        assertThat(floor.outcomes(job)).containsExactly("created", "created", "created", "refused", "created");
        assertThat(floor.desk.draft(rows.get(2).id()).value("partners").each()).hasSize(2);
    }

    @Test
    void aRowThatNothingIdentifiesIsMadeAndSaysSo() {
        var rows = floor.check("cluster", "title;country\nWood;IT\n");

        assertThat(rows.getFirst().outcome()).isEqualTo(Outcome.created);
        assertThat(rows.getFirst().problems())
                .extracting(RowReport.CellProblem::rule)
                .containsExactly("identity");
    }

    @Test
    void aSheetIsItsOwnersAlone() {
        var sheet = floor.receive("cluster", "title\nWood\n");
        var other = Actor.administrator("other");

        assertThatThrownBy(() -> floor.imports.find(other, "cluster", sheet.id()))
                .hasMessageContaining("no spreadsheet");
        assertThatThrownBy(() -> floor.imports.receive(
                        new Actor("reader", List.of()),
                        "cluster",
                        new SheetSource("a.csv", "title\nx\n".getBytes(), null, null, null, null)))
                .isInstanceOf(PlatformException.class);
        floor.imports.drop(EDITOR, "cluster", sheet.id());
        assertThatThrownBy(() -> floor.imports.find(EDITOR, "cluster", sheet.id()))
                .hasMessageContaining("no spreadsheet");
    }

    @Test
    void manyRowsAreKeptInPiecesAndAllBroughtIn() {
        var text = new StringBuilder("externalId;title\n");
        IntStream.range(0, 260).forEach(number -> text.append("n:%1$d;Entry %1$d\n".formatted(number)));
        var sheet = floor.receive("cluster", text.toString());

        assertThat(floor.imports
                        .check(EDITOR, "cluster", sheet.id(), suggested(sheet), 250, 100)
                        .rows())
                .hasSize(10);
        var job = floor.run(sheet, suggested(sheet));
        assertThat(job.done()).isEqualTo(260);
        assertThat(job.failed()).isZero();
        assertThat(floor.outcomes(job)).containsOnly("created");
    }
}
