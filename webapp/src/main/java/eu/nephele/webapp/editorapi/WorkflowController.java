package eu.nephele.webapp.editorapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.publishing.Workflows;
import eu.nephele.platform.screen.WorkflowModel;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stages that entries go through, and the tasks that follow from them. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class WorkflowController {

    private static final String WAY = "/entries/{type}/{id}/workflow";
    private static final String STAGE = WAY + "/stages/{stage}";

    private final Drafts drafts;
    private final Workflows workflows;
    private final People people;

    WorkflowController(Drafts drafts, Workflows workflows, People people) {
        this.drafts = drafts;
        this.workflows = workflows;
        this.people = people;
    }

    @GetMapping("/workflows/{name}")
    @Described("A workflow with its stages and check-lists, labelled in a language")
    WorkflowModel workflow(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            Locale accepted) {
        var workflow = drafts.definitions().workflows().get(name);
        if (workflow == null) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, "There is no workflow `%s`".formatted(name));
        }
        return WorkflowModel.of(drafts.definitions(), workflow, lang == null ? accepted.toLanguageTag() : lang);
    }

    /**
     * @param missing what the current stage still needs before it can be completed
     * @param people the full names of those who do or did something, by name
     */
    record WayState(Workflows.Way way, List<FieldError> missing, Map<String, String> people) {}

    private WayState state(Actor actor, Workflows.Way way) {
        var names = new HashSet<String>();
        for (var stage : way.stages()) {
            Stream.of(stage.assignee(), stage.completedBy())
                    .filter(Objects::nonNull)
                    .forEach(names::add);
            stage.checklist().values().forEach(check -> names.add(check.by()));
        }
        return new WayState(way, workflows.missing(actor, way.contentType(), way.entry()), people.named(names));
    }

    @GetMapping(WAY)
    @Described("How far an entry is in its workflow; 204 for a type without one")
    ResponseEntity<WayState> way(Actor actor, @PathVariable String type, @PathVariable String id) {
        EntryController.require(drafts, actor, type, id);
        return workflows
                .of(actor, type, id)
                .map(way -> ResponseEntity.ok(state(actor, way)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping(STAGE)
    @Described(
            "Who does a stage, until when, and the hours it took; what is left out stays, an empty assignee takes it away")
    WayState plan(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String stage,
            @Body Workflows.StagePlan plan) {
        EntryController.require(drafts, actor, type, id);
        return state(actor, workflows.plan(actor, type, id, stage, plan));
    }

    record Tick(boolean done) {}

    @PutMapping(STAGE + "/checklist/{item}")
    @Described("Ticks an item of a check-list, or takes the tick away")
    WayState check(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String stage,
            @PathVariable String item,
            @Body Tick tick) {
        EntryController.require(drafts, actor, type, id);
        return state(actor, workflows.check(actor, type, id, stage, item, tick.done()));
    }

    @PostMapping(STAGE + "/complete")
    @Described("Completes the stage an entry is in; 400 with what is missing")
    WayState complete(Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String stage) {
        EntryController.require(drafts, actor, type, id);
        return state(actor, workflows.complete(actor, type, id, stage));
    }

    @PostMapping(STAGE + "/reopen")
    @Described("Goes back to a stage")
    WayState reopen(Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String stage) {
        EntryController.require(drafts, actor, type, id);
        return state(actor, workflows.reopen(actor, type, id, stage));
    }

    enum Whose {
        me,
        organisation,
        all
    }

    /**
     * @param titles of their entries, by id
     * @param people the full names of those who have them, by name
     */
    record TaskList(List<Workflows.Task> tasks, Map<String, String> titles, Map<String, String> people) {}

    @GetMapping("/tasks")
    @Described(
            "The stages that are to be done now, the earliest due date first: one's own (whose=me), those of entries of"
                    + " one's organisations (organisation), or all; with overdue=true only those that are late")
    TaskList tasks(
            Actor actor,
            @RequestParam(name = "whose", defaultValue = "me") Whose whose,
            @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
            Locale accepted) {
        var tasks = workflows.tasks(actor, task -> (!overdue || task.overdue()) && concerns(actor, whose, task));
        var entries = tasks.stream().map(Workflows.Task::entry).collect(Collectors.toSet());
        var names = tasks.stream()
                .map(Workflows.Task::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new TaskList(tasks, people.titles(actor, entries, accepted.toLanguageTag()), people.named(names));
    }

    private static boolean concerns(Actor actor, Whose whose, Workflows.Task task) {
        return switch (whose) {
            case me -> actor.name().equals(task.assignee());
            case organisation ->
                task.organisation() != null && actor.organisations().contains(task.organisation());
            case all -> true;
        };
    }
}
