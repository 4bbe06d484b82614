package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Scope;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.WorkflowDefinition;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where entries are on their way through the stages of their workflow, who is to do what until when, and what is done. */
public final class Workflows {

    private static final int MOST_HOURS = 100_000;

    public record Check(String by, Instant at) {}

    /** @param checklist the items that are done */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StageState(
            String name,
            @Nullable String assignee,
            @Nullable LocalDate due,
            double hours,
            Map<String, Check> checklist,
            @Nullable Instant completedAt,
            @Nullable String completedBy) {}

    /** @param current the first stage that is not complete; null when all are */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Way(
            String entry,
            String contentType,
            String workflow,
            @Nullable String current,
            List<StageState> stages) {}

    /**
     * A stage that somebody has to do now.
     *
     * @param organisation that owns the entry
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String entry,
            String contentType,
            String path,
            String workflow,
            String stage,
            @Nullable String assignee,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable String organisation) {}

    /** What is planned of a stage; null leaves it as it is. */
    public record StagePlan(
            @Nullable String assignee,
            @Nullable LocalDate due,
            @Nullable Double hours) {}

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final Documents<Way> ways;
    private final StageRequirements requirements;
    private final Function<String, Optional<Actor>> actors;
    private final BiConsumer<String, Task> assigned;
    private final Clock clock;

    /**
     * @param actors who somebody is, by name
     * @param assigned is told who gave somebody a task
     */
    public Workflows(
            ContentRepository repository,
            Supplier<Definitions> definitions,
            Documents<Way> ways,
            Agreements agreements,
            Function<String, Optional<Actor>> actors,
            BiConsumer<String, Task> assigned,
            Clock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.ways = ways;
        this.requirements = new StageRequirements(repository, agreements);
        this.actors = actors;
        this.assigned = assigned;
        this.clock = clock;
    }

    /** Empty for a content type without a workflow; an entry that was never touched is in its first stage. */
    public Optional<Way> of(Actor actor, String contentType, String entry) {
        return definition(contentType).map(workflow -> {
            draft(actor, entry);
            return ways.find(contentType, entry)
                    .map(way -> fitting(way, workflow))
                    .orElseGet(() -> begun(workflow, contentType, entry));
        });
    }

    public Way plan(Actor actor, String contentType, String entry, String stage, StagePlan plan) {
        if (plan.hours() != null && !(plan.hours() >= 0 && plan.hours() <= MOST_HOURS)) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, say("hours must lie between 0 and %,d", MOST_HOURS));
        }
        requireReader(plan.assignee(), entry);
        var before = of(actor, contentType, entry)
                .flatMap(way -> state(way, stage))
                .map(StageState::assignee)
                .orElse(null);
        var way = change(
                actor,
                contentType,
                entry,
                stage,
                state -> new StageState(
                        stage,
                        plan.assignee() == null
                                ? state.assignee()
                                : plan.assignee().isBlank() ? null : plan.assignee(),
                        plan.due() == null ? state.due() : plan.due(),
                        plan.hours() == null ? state.hours() : plan.hours(),
                        state.checklist(),
                        state.completedAt(),
                        state.completedBy()));
        var now = state(way, stage).orElseThrow();
        if (now.assignee() != null && !now.assignee().equals(before)) {
            assigned.accept(actor.name(), task(way, now, draft(actor, entry)));
        }
        return way;
    }

    private void requireReader(@Nullable String assignee, String entry) {
        if (assignee == null || assignee.isBlank()) {
            return;
        }
        var somebody = actors.apply(assignee)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.BAD_REQUEST, say("There is nobody of the name `%s`", assignee)));
        if (!somebody.may(Action.READ, Subjects.of(repository, entry))) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("%s may not read this entry, and so cannot do a stage of it", assignee));
        }
    }

    public Way check(Actor actor, String contentType, String entry, String stage, String item, boolean done) {
        var definition = require(contentType, stage);
        if (definition.checklist().stream().noneMatch(known -> known.name().equals(item))) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("The stage `%s` has no item `%s` on its list", stage, item));
        }
        return change(actor, contentType, entry, stage, state -> {
            var checklist = new LinkedHashMap<>(state.checklist());
            if (done) {
                checklist.putIfAbsent(item, new Check(actor.name(), clock.instant()));
            } else {
                checklist.remove(item);
            }
            return with(state, checklist, state.completedAt(), state.completedBy());
        });
    }

    /** @throws PlatformException INVALID_ENTRY with what is not done yet */
    public Way complete(Actor actor, String contentType, String entry, String stage) {
        var definition = require(contentType, stage);
        var way = of(actor, contentType, entry).orElseThrow();
        if (!stage.equals(way.current())) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    way.current() == null
                            ? say("All stages are complete")
                            : say("The stage `%s` comes first", way.current()));
        }
        var missing = requirements.missing(definition, state(way, stage).orElseThrow(), entry);
        if (!missing.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_ENTRY,
                    say(
                            "The stage `%s` is not complete: %s %s",
                            stage,
                            missing.getFirst().field(),
                            missing.getFirst().message()),
                    missing);
        }
        var done = change(
                actor,
                contentType,
                entry,
                stage,
                state -> with(state, state.checklist(), clock.instant(), actor.name()));
        state(done, done.current() == null ? "" : done.current())
                .filter(next -> next.assignee() != null)
                .ifPresent(next -> assigned.accept(actor.name(), task(done, next, draft(actor, entry))));
        return done;
    }

    /** Makes a stage, and with it those behind it, incomplete again. */
    public Way reopen(Actor actor, String contentType, String entry, String stage) {
        require(contentType, stage);
        return change(actor, contentType, entry, stage, state -> with(state, state.checklist(), null, null));
    }

    /** What the stage that an entry is in still needs before it can be completed. */
    public List<FieldError> missing(Actor actor, String contentType, String entry) {
        var way = of(actor, contentType, entry).orElse(null);
        if (way == null || way.current() == null) {
            return List.of();
        }
        return requirements.missing(
                require(contentType, way.current()), state(way, way.current()).orElseThrow(), entry);
    }

    /** The stages that are to be done now and that the actor may read, the earliest due date first. */
    public List<Task> tasks(Actor actor, Predicate<Task> wanted) {
        var tasks = new ArrayList<Task>();
        repository.read(actor, reader -> {
            for (var way : ways.all()) {
                var stage = state(way, way.current() == null ? "" : way.current());
                if (stage.isPresent()) {
                    node(reader, Perspective.DRAFT, way.entry())
                            .map(draft -> task(way, stage.get(), draft))
                            .filter(wanted)
                            .ifPresent(tasks::add);
                }
            }
            return tasks;
        });
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    private Task task(Way way, StageState stage, ContentNode draft) {
        var overdue = stage.due() != null && stage.due().isBefore(LocalDate.now(clock));
        return new Task(
                way.entry(),
                way.contentType(),
                draft.path(),
                way.workflow(),
                stage.name(),
                stage.assignee(),
                stage.due(),
                overdue,
                draft.text(Scope.Owner.PROPERTY));
    }

    private Way change(Actor actor, String contentType, String entry, String stage, UnaryOperator<StageState> change) {
        var workflow = definition(contentType).orElseThrow(() -> noWorkflow(contentType));
        require(contentType, stage);
        actor.require(Action.WRITE, Subjects.of(repository, entry));
        return ways.update(contentType, entry, before -> {
                    var way = before == null ? begun(workflow, contentType, entry) : fitting(before, workflow);
                    var stages = new ArrayList<StageState>();
                    var behind = false;
                    for (var state : way.stages()) {
                        var now = state.name().equals(stage) ? change.apply(state) : state;
                        behind |= now.completedAt() == null;
                        stages.add(behind ? with(now, now.checklist(), null, null) : now);
                    }
                    return way(entry, contentType, workflow, dated(workflow, stages));
                })
                .orElseThrow();
    }

    /** The stages as the workflow has them now: new ones are added, and those that it has no more left out. */
    private Way fitting(Way way, WorkflowDefinition workflow) {
        var stages = workflow.stages().stream()
                .map(stage -> state(way, stage.name()).orElseGet(() -> fresh(stage)))
                .toList();
        return way(way.entry(), way.contentType(), workflow, stages);
    }

    private Way begun(WorkflowDefinition workflow, String contentType, String entry) {
        var stages = workflow.stages().stream().map(Workflows::fresh).toList();
        return way(entry, contentType, workflow, dated(workflow, stages));
    }

    private static Way way(String entry, String contentType, WorkflowDefinition workflow, List<StageState> stages) {
        var current =
                stages.stream().filter(stage -> stage.completedAt() == null).findFirst();
        return new Way(
                entry,
                contentType,
                workflow.name(),
                current.map(StageState::name).orElse(null),
                List.copyOf(stages));
    }

    private static StageState fresh(WorkflowDefinition.Stage stage) {
        return new StageState(stage.name(), null, null, 0, Map.of(), null, null);
    }

    /** Gives the stage that is due next its date. */
    private List<StageState> dated(WorkflowDefinition workflow, List<StageState> stages) {
        var dated = new ArrayList<>(stages);
        for (var index = 0; index < dated.size(); index++) {
            var stage = dated.get(index);
            if (stage.completedAt() == null) {
                if (stage.due() == null) {
                    var due = LocalDate.now(clock)
                            .plusDays(workflow.stages().get(index).days());
                    dated.set(
                            index,
                            new StageState(
                                    stage.name(), stage.assignee(), due, stage.hours(), stage.checklist(), null, null));
                }
                break;
            }
        }
        return dated;
    }

    private static StageState with(
            StageState state, Map<String, Check> checklist, @Nullable Instant completed, @Nullable String by) {
        return new StageState(
                state.name(), state.assignee(), state.due(), state.hours(), Map.copyOf(checklist), completed, by);
    }

    private static Optional<StageState> state(Way way, String stage) {
        return way.stages().stream().filter(state -> state.name().equals(stage)).findFirst();
    }

    private Optional<WorkflowDefinition> definition(String contentType) {
        return definitions.get().workflows().values().stream()
                .filter(workflow -> workflow.contentTypes().contains(contentType))
                .findFirst();
    }

    private WorkflowDefinition.Stage require(String contentType, String stage) {
        var workflow = definition(contentType).orElseThrow(() -> noWorkflow(contentType));
        return workflow.stages().stream()
                .filter(known -> known.name().equals(stage))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, say("The workflow `%s` has no stage `%s`", workflow.name(), stage)));
    }

    private static PlatformException noWorkflow(String contentType) {
        return new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no workflow for %s", contentType));
    }

    private ContentNode draft(Actor actor, String entry) {
        return repository
                .read(actor, reader -> node(reader, Perspective.DRAFT, entry))
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no entry with the id `%s`", entry)));
    }

    private static Optional<ContentNode> node(ContentReader reader, Perspective perspective, String entry) {
        return reader.locate(perspective, entry).flatMap(at -> reader.node(at, 1));
    }
}
