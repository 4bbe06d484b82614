package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.BulkRequest;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.exchange.SheetTable.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings in the rows of a spreadsheet: it is read, its columns are mapped, what would happen is shown, then a job does it. */
public final class ImportSheets {

    /** The most rows that are checked at once. */
    public static final int MOST_CHECKED = 500;

    private static final int REHEARSED_AT_ONCE = 50;
    private static final int EXAMPLES = 3;

    private final Drafts drafts;
    private final Sheets sheets;
    private final SheetDeeds deeds;
    private final Jobs jobs;
    private final SheetLimits limits;
    private final SheetReader reader;

    public ImportSheets(Drafts drafts, Sheets sheets, SheetDeeds deeds, Jobs jobs, SheetLimits limits) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.deeds = deeds;
        this.jobs = jobs;
        this.limits = limits;
        this.reader = new SheetReader(limits);
    }

    /**
     * A column of a sheet.
     *
     * @param suggestion where it seems to go
     */
    public record Column(String letter, String name, List<String> examples, SheetMapping.Column suggestion) {}

    /** @param encodings and {@code separators} that a file may be read with */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            String contentType,
            String name,
            Sheet.Reading reading,
            int rows,
            List<Column> columns,
            List<ColumnTargets.Choice> targets,
            List<String> encodings,
            @Nullable String job) {}

    /** How large a spreadsheet of entries of the type may be. */
    public SheetLimits limits(String contentType) {
        drafts.type(contentType);
        return limits;
    }

    /** Refuses a file by its size, before it is in memory. */
    public void requireSmall(long bytes) {
        reader.requireSmall(bytes);
    }

    /** Keeps the file's rows for a week. */
    public View receive(Actor actor, String contentType, SheetSource source) {
        var type = drafts.type(contentType);
        ImportEntries.requireAnyRight(actor, type, false);
        return view(sheets.keep(actor, contentType, source.name(), reader.read(source)));
    }

    public View find(Actor actor, String contentType, String id) {
        return view(sheets.find(actor, drafts.type(contentType).name(), id));
    }

    public void drop(Actor actor, String contentType, String id) {
        sheets.drop(sheets.find(actor, contentType, id));
    }

    private View view(Sheet sheet) {
        var type = drafts.type(sheet.contentType());
        var targets = new ColumnTargets(drafts.definitions(), type);
        var rows = sheets.rows(sheet);
        var columns = new ArrayList<Column>();
        var taken = new ArrayList<String>();
        for (var at = 0; at < sheet.columns().size(); at++) {
            var index = at;
            var cells = rows.stream()
                    .map(row -> row.cell(index))
                    .filter(Objects::nonNull)
                    .toList();
            var suggestion = targets.suggest(sheet.columns().get(at), cells, taken);
            if (suggestion.target() != null) {
                taken.add(suggestion.target());
            }
            var examples = cells.stream()
                    .distinct()
                    .limit(EXAMPLES)
                    .map(RowPlanner::shown)
                    .toList();
            columns.add(new Column(SheetReader.letter(at), sheet.columns().get(at), examples, suggestion));
        }
        return new View(
                sheet.id(),
                sheet.contentType(),
                sheet.name(),
                sheet.reading(),
                sheet.rows(),
                List.copyOf(columns),
                targets.all(),
                sheet.reading().format().equals("csv") ? TextEncoding.offered() : List.of(),
                sheet.job());
    }

    /** What would happen to some rows. */
    public record Check(int total, int from, List<RowReport> rows) {}

    /** @param from counted from 0, in the order of the sheet */
    public Check check(Actor actor, String contentType, String id, SheetMapping mapping, int from, int limit) {
        var sheet = sheets.find(actor, drafts.type(contentType).name(), id);
        var rows = sheets.rows(sheet).stream().skip(from).limit(limit).toList();
        return new Check(sheet.rows(), from, rehearse(actor, sheet, mapping, rows));
    }

    private List<RowReport> rehearse(Actor actor, Sheet sheet, SheetMapping mapping, List<Row> rows) {
        var reports = new ArrayList<RowReport>();
        // Others save between the pieces.
        for (var from = 0; from < rows.size(); from += REHEARSED_AT_ONCE) {
            reports.addAll(deeds.rehearse(
                    actor, sheet, mapping, rows.subList(from, Math.min(from + REHEARSED_AT_ONCE, rows.size()))));
        }
        return reports;
    }

    /** Starts the job that does it. A sheet is imported once. */
    public Job run(Actor actor, String contentType, String id, SheetMapping mapping) {
        var type = drafts.type(contentType);
        var sheet = sheets.find(actor, type.name(), id);
        if (sheet.job() != null) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    say(
                            "This spreadsheet is imported already, by the job `%s`: bring it again to import it once more",
                            sheet.job()));
        }
        MappedColumns.of(drafts.definitions(), type, sheet, mapping);
        var request =
                new BulkRequest(contentType, BulkRequest.Action.importSheet, null, null, null, null, null, false, id);
        var numbers = sheets.rows(sheet).stream()
                .map(row -> String.valueOf(row.number()))
                .toList();
        return jobs.start(actor, request, numbers, job -> sheets.update(sheet.importedBy(mapping, job.id())));
    }

    /** The sheet with what would happen to each row, as a file of its own format. */
    public void writeReport(Actor actor, String contentType, String id, SheetMapping mapping, OutputStream output)
            throws IOException {
        var sheet = sheets.find(actor, contentType, id);
        var reports = new HashMap<Integer, RowReport>();
        rehearse(actor, sheet, mapping, sheets.rows(sheet)).forEach(report -> reports.put(report.row(), report));
        write(sheet, output, number -> reports.containsKey(number) ? said(reports.get(number)) : List.of());
    }

    private static List<String> said(RowReport report) {
        var fields = String.join(
                ", ", report.changes().stream().map(RowReport.Change::field).toList());
        return List.of(
                word(report.outcome().name()),
                report.outcome() == RowReport.Outcome.changed ? fields : "",
                SheetDeeds.said(report.problems()),
                report.id() == null ? "" : report.id());
    }

    /** The sheet with what has happened to each row. */
    public void writeResult(Actor actor, String contentType, String id, OutputStream output) throws IOException {
        var sheet = sheets.find(actor, contentType, id);
        if (sheet.job() == null) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, say("This spreadsheet is not imported yet"));
        }
        var rows = new HashMap<Integer, Job.Row>();
        jobs.rows(actor, sheet.job(), 0, Jobs.MOST_ENTRIES).forEach(row -> rows.put(row.line(), row));
        write(sheet, output, number -> rows.containsKey(number) ? said(rows.get(number)) : List.of(word("waiting")));
    }

    private static List<String> said(Job.Row row) {
        var outcome = row.result().equals("done") && row.outcome() != null ? row.outcome() : row.result();
        var fields = row.fields() == null ? "" : String.join(", ", row.fields());
        return List.of(
                word(outcome.equals("failed") ? RowReport.Outcome.refused.name() : outcome),
                outcome.equals(RowReport.Outcome.changed.name()) ? fields : "",
                row.message() == null ? "" : row.message(),
                row.result().equals("done") ? row.id() : "");
    }

    private static String word(String outcome) {
        return switch (outcome) {
            case "created" -> say("created");
            case "changed" -> say("changed");
            case "unchanged" -> say("unchanged");
            case "refused" -> say("refused");
            case "waiting" -> say("waiting");
            default -> outcome;
        };
    }

    private void write(Sheet sheet, OutputStream output, Function<Integer, List<String>> said) throws IOException {
        var added = List.of(say("Import"), say("Import: fields"), say("Import: problems"), say("Import: @id"));
        var columns = new ArrayList<>(sheet.columns());
        added.forEach(name -> columns.add(sheet.columns().contains(name) ? name + " (new)" : name));
        try (var writer = SheetWriter.of(sheet.reading().format(), columns, output)) {
            for (var row : sheets.rows(sheet)) {
                var values = new LinkedHashMap<String, @Nullable Object>();
                for (var at = 0; at < sheet.columns().size(); at++) {
                    values.put(sheet.columns().get(at), row.cell(at));
                }
                var texts = said.apply(row.number());
                for (var at = 0; at < texts.size(); at++) {
                    values.put(columns.get(sheet.columns().size() + at), texts.get(at));
                }
                writer.row(values);
            }
        }
    }

    /** The format of the file that a report or result is: {@code xlsx} or {@code csv}; with the name it came with. */
    public Map.Entry<String, String> file(Actor actor, String contentType, String id) {
        var sheet = sheets.find(actor, drafts.type(contentType).name(), id);
        var name = sheet.name().replaceAll("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N} ._-]", "-");
        return Map.entry(sheet.reading().format(), name.isBlank() ? contentType : name);
    }
}
