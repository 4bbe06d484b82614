package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.CleanedText;
import eu.nephele.platform.authoring.CountAsPublished;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.RowDeeds;
import eu.nephele.platform.exchange.RowReport.CellProblem;
import eu.nephele.platform.exchange.RowReport.Change;
import eu.nephele.platform.exchange.RowReport.Outcome;
import eu.nephele.platform.exchange.SheetTable.Row;
import eu.nephele.platform.repository.ContentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What an import does to the rows of a spreadsheet, what it would do, and how it is undone. */
public final class SheetDeeds implements RowDeeds {

    /** The state before of an entry that the import makes. */
    private static final String ABSENT = "absent";

    private final Drafts drafts;
    private final Sheets sheets;
    private final CreateEntry createEntry;
    private final SaveEntry saveEntry;
    private final DeleteEntry deleteEntry;
    private final CountAsPublished countAsPublished;

    /** The plan of the sheet that is worked on. */
    private final AtomicReference<@Nullable Planned> last = new AtomicReference<>();

    private record Planned(Sheet sheet, MappedColumns columns, FileIds ids) {}

    public SheetDeeds(Drafts drafts, Sheets sheets) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.createEntry = new CreateEntry(drafts);
        this.saveEntry = new SaveEntry(drafts);
        this.deleteEntry = new DeleteEntry(drafts);
        this.countAsPublished = new CountAsPublished(drafts);
    }

    private RowPlanner planner(Actor actor, Sheet sheet, SheetMapping mapping) {
        var type = drafts.type(sheet.contentType());
        var asked = sheet.importedBy(mapping, "");
        var planned = last.get();
        if (planned == null || !planned.sheet().equals(asked)) {
            var columns = MappedColumns.of(drafts.definitions(), type, sheet, mapping);
            planned = new Planned(asked, columns, FileIds.of(columns, sheets.rows(sheet)));
            last.set(planned);
        }
        return new RowPlanner(drafts, actor, type, planned.columns(), planned.ids());
    }

    /** Ends a save that must leave nothing behind. */
    private static final class Rehearsed extends RuntimeException {
        private Rehearsed() {
            super(null, null, false, false);
        }
    }

    /** What importing the rows would do; changes nothing. */
    List<RowReport> rehearse(Actor actor, Sheet sheet, SheetMapping mapping, List<Row> rows) {
        var planner = planner(actor, sheet, mapping);
        var plans = drafts.repository()
                .read(
                        actor,
                        reader -> rows.stream()
                                .map(row -> planner.plan(reader, row, null, true))
                                .toList());
        var reports = new ArrayList<RowReport>();
        try {
            drafts.repository().write(actor, writer -> {
                plans.forEach(plan -> reports.add(rehearse(writer, actor, planner, sheet, plan)));
                throw new Rehearsed();
            });
        } catch (Rehearsed nothingWasWritten) {
            return List.copyOf(reports);
        }
        throw new IllegalStateException("A rehearsal was stored");
    }

    private RowReport rehearse(ContentWriter writer, Actor actor, RowPlanner planner, Sheet sheet, RowPlan plan) {
        if (plan.outcome() == Outcome.created || plan.outcome() == Outcome.changed) {
            try {
                store(writer, actor, sheet, plan, null);
            } catch (PlatformException refusal) {
                return plan.report().refused(planner.problems(refusal));
            }
        }
        return plan.report();
    }

    private SavedEntry store(ContentWriter writer, Actor actor, Sheet sheet, RowPlan plan, @Nullable String chosen) {
        var type = drafts.type(sheet.contentType());
        if (plan.known() == null) {
            var input = new EntryInput(plan.name(), plan.parentPath(), plan.input(), plan.externalIds(), chosen);
            return createEntry.create(writer, actor, type, input);
        }
        return saveEntry.save(writer, actor, type, plan.known(), null, plan.input(), false);
    }

    private Sheet sheet(Actor actor, Job job) {
        return sheets.find(
                actor,
                job.request().contentType(),
                Objects.requireNonNull(job.request().sheet()));
    }

    @Override
    public List<Job.Row> plan(Actor actor, Job job, List<String> numbers) {
        var sheet = sheet(actor, job);
        var planner = planner(actor, sheet, Objects.requireNonNull(sheet.mapping()));
        return drafts.repository()
                .read(
                        actor,
                        reader -> numbers.stream()
                                .map(number -> sheets.row(sheet, Integer.parseInt(number))
                                        .orElseThrow())
                                .map(row -> planned(actor, job, planner.plan(reader, row, null, false)))
                                .toList());
    }

    private Job.Row planned(Actor actor, Job job, RowPlan plan) {
        var id = plan.known() == null ? UUID.randomUUID().toString() : plan.known();
        var draft = plan.known() == null
                ? null
                : drafts.find(actor, job.request().contentType(), id).orElse(null);
        var before = draft == null
                ? new Job.Before(ABSENT, "", null, Map.of(), List.of())
                : new Job.Before(
                        EntryState.of(draft).code(),
                        draft.path(),
                        draft.text(SystemProperties.LAST_ACTIVATED_VERSION),
                        plan.before(),
                        List.of());
        // A row that names what another of the batch brings is refused now, and may be stored then.
        return new Job.Row(id, plan.title(), plan.entryPath(), before, plan.row());
    }

    @Override
    public Job.Row run(Actor actor, Job job, Job.Row row) {
        var sheet = sheet(actor, job);
        var planner = planner(actor, sheet, Objects.requireNonNull(sheet.mapping()));
        var cells = sheets.row(sheet, Objects.requireNonNull(row.line())).orElseThrow();
        var plan = drafts.repository().read(actor, reader -> planner.plan(reader, cells, row.id(), false));
        if (!plan.problems().isEmpty()) {
            return failed(row, plan.problems());
        }
        var cleaned = List.<CleanedText>of();
        try {
            if (plan.outcome() != Outcome.unchanged) {
                cleaned = drafts.repository()
                        .write(actor, writer -> store(writer, actor, sheet, plan, row.id()))
                        .cleaned();
            }
        } catch (PlatformException refusal) {
            return failed(row, planner.problems(refusal));
        }
        var made = row.before() != null && row.before().state().equals(ABSENT);
        var outcome = made ? Outcome.created : plan.outcome();
        var fields = plan.changes().stream().map(Change::field).toList();
        return row.with("done", null, fields).as(outcome.name()).cleaned(cleaned);
    }

    private static Job.Row failed(Job.Row row, List<CellProblem> problems) {
        return row.with(
                        "failed",
                        said(problems),
                        problems.stream()
                                .map(CellProblem::field)
                                .distinct()
                                .limit(20)
                                .toList())
                .as(Outcome.refused.name());
    }

    /** {@code C (Country): is no term ..}, one after the other. */
    static String said(List<CellProblem> problems) {
        return String.join(
                "; ",
                problems.stream()
                        .map(problem -> (problem.column() == null ? problem.field() : problem.column()) + ": "
                                + problem.message())
                        .map(text -> text.startsWith(": ") ? text.substring(2) : text)
                        .toList());
    }

    @Override
    public void undo(Actor actor, Job job, Job.Row row) {
        var type = job.request().contentType();
        var before = Objects.requireNonNull(row.before());
        if (!before.state().equals(ABSENT)) {
            saveEntry.change(actor, type, row.id(), null, before.properties());
            countAsPublished.again(actor, type, row.id(), before.state());
            return;
        }
        var draft = drafts.find(actor, type, row.id());
        if (draft.isPresent() && EntryState.of(draft.get()) != EntryState.NOT_PUBLISHED) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, say("It was published since: unpublish it first"));
        }
        if (draft.isPresent()) {
            deleteEntry.delete(actor, type, row.id());
        }
    }
}
