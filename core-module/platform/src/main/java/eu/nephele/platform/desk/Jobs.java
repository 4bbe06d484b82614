package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bulk actions in the background. What was before is written down ahead of each batch, so that a job goes on after a restart, or on another
 * node, and can be undone for ten minutes. Those that are over are kept for thirty days.
 */
public final class Jobs {

    public static final int MOST_ENTRIES = 10_000;
    static final int BATCH = 25;
    private static final Duration UNDOABLE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final int PREVIEWED = 200;

    /** What the action would do to an entry. */
    public record PreviewRow(
            String id, String title, String path, String state, boolean possible, List<FieldError> problems) {}

    /** @param rows the first 200 of all */
    public record Preview(int total, List<PreviewRow> rows) {}

    private final Drafts drafts;
    private final EntryLists lists;
    private final BulkDeeds deeds;
    private final RowDeeds imports;
    private final Documents<Job> jobs;
    private final Documents<Job.Batch> batches;
    private final Function<String, Optional<Actor>> actors;
    private final Function<String, String> languages;
    private final EditorEvents events;
    private final Lease lease;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;

    /**
     * @param imports what importing a spreadsheet does
     * @param actors who somebody is now, by name: rights may have changed since the job began
     * @param languages in which somebody is told of a job, by name
     */
    public Jobs(
            Drafts drafts,
            EntryLists lists,
            BulkDeeds deeds,
            RowDeeds imports,
            Documents<Job> jobs,
            Documents<Job.Batch> batches,
            Function<String, Optional<Actor>> actors,
            Function<String, String> languages,
            EditorEvents events,
            Lease lease,
            Clock clock) {
        this.drafts = drafts;
        this.lists = lists;
        this.deeds = deeds;
        this.imports = imports;
        this.jobs = jobs;
        this.batches = batches;
        this.actors = actors;
        this.languages = languages;
        this.events = events;
        this.lease = lease;
        this.clock = clock;
        jobs.onForeignChange(this::tell);
    }

    public Preview preview(Actor actor, BulkRequest request) throws InterruptedException {
        BulkDeeds.check(request);
        var ids = ids(actor, request);
        var rows = new ArrayList<PreviewRow>();
        for (var id : ids.subList(0, Math.min(PREVIEWED, ids.size()))) {
            var draft = drafts.find(actor, request.contentType(), id).orElse(null);
            if (draft == null) {
                var missing = new FieldError("", "missing", say("is not there"));
                rows.add(new PreviewRow(id, id, "", "", false, List.of(missing)));
                continue;
            }
            var problems = deeds.obstacles(actor, request, draft);
            var state = EntryState.of(draft).code();
            rows.add(
                    new PreviewRow(id, deeds.title(request, draft), draft.path(), state, problems.isEmpty(), problems));
        }
        return new Preview(ids.size(), rows);
    }

    public Job start(Actor actor, BulkRequest request) throws InterruptedException {
        BulkDeeds.check(request);
        return start(actor, request, ids(actor, request), _ -> {});
    }

    /**
     * Starts a job over rows that are found already.
     *
     * @param ahead is told of the job before it can begin
     */
    public Job start(Actor actor, BulkRequest request, List<String> ids, Consumer<Job> ahead) {
        if (ids.size() > MOST_ENTRIES) {
            throw new PlatformException(ErrorCode.TOO_LARGE, say("At most %,d rows at once", MOST_ENTRIES));
        }
        var job = new Job(
                UUID.randomUUID().toString(),
                actor.name(),
                request,
                ids,
                Job.State.waiting,
                0,
                0,
                0,
                clock.instant(),
                null,
                null,
                null);
        ahead.accept(job);
        jobs.put(OPEN, job.id(), job);
        return job.shown();
    }

    private List<String> ids(Actor actor, BulkRequest request) throws InterruptedException {
        drafts.type(request.contentType());
        if (request.ids() != null) {
            return request.ids().stream().distinct().toList();
        }
        var selection = java.util.Objects.requireNonNull(request.selection());
        var filters = ListQuery.filters(selection.filters() == null ? List.of() : selection.filters());
        var locale = selection.locale() == null ? drafts.definitions().site().defaultLocale() : selection.locale();
        return lists.ids(
                actor,
                new ListQuery(
                        request.contentType(),
                        locale,
                        selection.q(),
                        selection.path(),
                        filters,
                        List.of(),
                        1,
                        List.of(),
                        0,
                        0),
                MOST_ENTRIES);
    }

    /** One's own, the latest first. */
    public List<Job> of(Actor actor) {
        return jobs.all().stream()
                .filter(job -> job.owner().equals(actor.name()))
                .sorted(Comparator.comparing(Job::startedAt).reversed())
                .map(Job::shown)
                .toList();
    }

    public Job find(Actor actor, String id) {
        return stored(actor, id).shown();
    }

    private Job stored(Actor actor, String id) {
        return jobs.find(OPEN, id)
                .or(() -> jobs.find(CLOSED, id))
                .filter(job -> job.owner().equals(actor.name()))
                .orElseThrow(() -> new PlatformException(ErrorCode.PATH_NOT_FOUND, say("You have no job `%s`", id)));
    }

    /** What became of each row, in their order. */
    public List<Job.Row> rows(Actor actor, String id, int offset, int limit) {
        stored(actor, id);
        return batches.list(id).stream()
                .sorted(Comparator.comparingInt(Job.Batch::from))
                .flatMap(batch -> batch.rows().stream())
                .map(Job.Row::shown)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** Stops after the batch that is being done. */
    public Job cancel(Actor actor, String id) {
        stored(actor, id);
        return jobs.update(OPEN, id, job -> job == null ? null : close(job, Job.State.cancelled))
                .orElseGet(() -> stored(actor, id))
                .shown();
    }

    /** Takes back what the job did, where that can be. */
    public Job undo(Actor actor, String id) {
        var job = stored(actor, id);
        if (job.state().isOpen()
                || job.undoableUntil() == null
                || job.undoableUntil().isBefore(clock.instant())) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    job.state().isOpen()
                            ? say("The job is not over yet")
                            : say("A job can be undone once, for ten minutes after it ended"));
        }
        var undoing = job.with(Job.State.undoing, job.done(), job.failed(), 0, null, null);
        jobs.put(OPEN, id, undoing);
        jobs.remove(CLOSED, id);
        return undoing.shown();
    }

    /** Goes on with all jobs that are not over, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        if (!lease.isHeld()) {
            return;
        }
        sweep();
        for (var job : jobs.list(OPEN)) {
            try {
                Wording.in(languages.apply(job.owner()), () -> {
                    work(job);
                    return null;
                });
            } catch (RuntimeException e) {
                LOG.error("The job {} of {} stopped", job.id(), job.owner(), e);
                var message = say("It stopped: %s", e.getMessage());
                finish(job.id(), Job.State.cancelled, message);
            }
        }
    }

    private void sweep() {
        var now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(BETWEEN_SWEEPS);
        for (var job : jobs.list(CLOSED)) {
            if (job.finishedAt() != null && job.finishedAt().plus(KEPT).isBefore(now)) {
                batches.removeGroup(job.id());
                jobs.remove(CLOSED, job.id());
            }
        }
    }

    private void work(Job job) {
        if (!job.state().isOpen()) {
            finish(job.id(), job.state(), job.message());
            return;
        }
        var actor = actors.apply(job.owner()).orElse(null);
        if (actor == null) {
            finish(job.id(), Job.State.cancelled, say("%s has no account any more", job.owner()));
            return;
        }
        var undoing = job.state() == Job.State.undoing;
        for (var from = undoing ? job.undone() : job.done(); from < job.ids().size(); from += BATCH) {
            if (undoing) {
                undoBatch(actor, job, from);
            } else {
                runBatch(actor, job, from);
            }
            var now =
                    progress(job.id(), undoing, Math.min(from + BATCH, job.ids().size()));
            if (now == null || !now.state().isOpen() || !lease.isHeld()) {
                if (now != null && !now.state().isOpen()) {
                    finish(job.id(), now.state(), now.message());
                }
                return;
            }
        }
        finish(job.id(), undoing ? Job.State.undone : Job.State.finished, null);
    }

    private @Nullable Job progress(String id, boolean undoing, int position) {
        var failed = (int) batches.list(id).stream()
                .flatMap(batch -> batch.rows().stream())
                .filter(row -> row.result().endsWith("failed"))
                .count();
        var now = jobs.update(
                        OPEN,
                        id,
                        job -> job == null || !job.state().isOpen()
                                ? job
                                : undoing
                                        ? job.with(Job.State.undoing, job.done(), failed, position, null, null)
                                        : job.with(Job.State.running, position, failed, 0, null, null))
                .orElse(null);
        tell(now);
        return now;
    }

    private Job close(Job job, Job.State state) {
        var now = clock.instant();
        var undoable = state == Job.State.undone || job.done() == 0 ? null : now.plus(UNDOABLE);
        return job.with(state, job.done(), job.failed(), job.undone(), now, undoable);
    }

    private void finish(String id, Job.State state, @Nullable String message) {
        var job = jobs.find(OPEN, id).orElse(null);
        if (job == null) {
            return;
        }
        var said = close(job, state).saying(message);
        jobs.put(CLOSED, id, said);
        jobs.remove(OPEN, id);
        tell(said);
    }

    private void tell(@Nullable Job job) {
        if (job != null) {
            var data = Map.<String, Object>of(
                    "id",
                    job.id(),
                    "state",
                    job.state().name(),
                    "total",
                    job.ids().size(),
                    "done",
                    job.done(),
                    "failed",
                    job.failed(),
                    "undone",
                    job.undone());
            events.tell(
                    new EditorEvents.Event("job", "", data),
                    actor -> actor.name().equals(job.owner()));
        }
    }

    private void runBatch(Actor actor, Job job, int from) {
        var key = "%06d".formatted(from);
        var batch = batches.find(job.id(), key).orElseGet(() -> {
            var planned = new Job.Batch(from, plan(actor, job, from));
            batches.put(job.id(), key, planned);
            return planned;
        });
        var rows = batch.rows().stream()
                .map(row -> row.result().equals("waiting") ? run(actor, job, row) : row)
                .toList();
        batches.put(job.id(), key, new Job.Batch(from, rows));
    }

    private RowDeeds deeds(Job job) {
        return job.request().action() == BulkRequest.Action.importSheet ? imports : deeds;
    }

    private List<Job.Row> plan(Actor actor, Job job, int from) {
        var to = Math.min(from + BATCH, job.ids().size());
        return deeds(job).plan(actor, job, job.ids().subList(from, to));
    }

    private Job.Row run(Actor actor, Job job, Job.Row row) {
        try {
            return deeds(job).run(actor, job, row);
        } catch (PlatformException refusal) {
            return row.refused("failed", refusal);
        }
    }

    private void undoBatch(Actor actor, Job job, int from) {
        var key = "%06d".formatted(from);
        var batch = batches.find(job.id(), key).orElse(null);
        if (batch == null) {
            return;
        }
        var rows = batch.rows().stream().map(row -> undo(actor, job, row)).toList();
        batches.put(job.id(), key, new Job.Batch(from, rows));
    }

    private Job.Row undo(Actor actor, Job job, Job.Row row) {
        if (!row.result().equals("done") || row.before() == null) {
            return row;
        }
        try {
            deeds(job).undo(actor, job, row);
            return row.with("undone", null, null);
        } catch (PlatformException refusal) {
            return row.refused("undo-failed", refusal);
        }
    }
}
