package eu.nephele.webapp.editorapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.publishing.Workflows;
import eu.nephele.platform.screen.WorkflowModel;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Locale;
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

    WorkflowController(Drafts drafts, Workflows workflows) {
        this.drafts = drafts;
        this.workflows = workflows;
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

    @GetMapping(WAY)
    @Described("How far an entry is in its workflow; 204 for a type without one")
    ResponseEntity<Workflows.Way> way(Actor actor, @PathVariable String type, @PathVariable String id) {
        EntryController.require(drafts, actor, type, id);
        return workflows
                .of(actor, type, id)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping(STAGE)
    @Described(
            "Who does a stage, until when, and the hours it took; what is left out stays, an empty assignee takes it away")
    Workflows.Way plan(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String stage,
            @Body Workflows.StagePlan plan) {
        EntryController.require(drafts, actor, type, id);
        return workflows.plan(actor, type, id, stage, plan);
    }

    record Tick(boolean done) {}

    @PutMapping(STAGE + "/checklist/{item}")
    @Described("Ticks an item of a check-list, or takes the tick away")
    Workflows.Way check(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String stage,
            @PathVariable String item,
            @Body Tick tick) {
        EntryController.require(drafts, actor, type, id);
        return workflows.check(actor, type, id, stage, item, tick.done());
    }

    @PostMapping(STAGE + "/complete")
    @Described("Completes the stage an entry is in; 400 with what is missing")
    Workflows.Way complete(
            Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String stage) {
        EntryController.require(drafts, actor, type, id);
        return workflows.complete(actor, type, id, stage);
    }

    @PostMapping(STAGE + "/reopen")
    @Described("Goes back to a stage")
    Workflows.Way reopen(Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String stage) {
        EntryController.require(drafts, actor, type, id);
        return workflows.reopen(actor, type, id, stage);
    }

    record TaskList(List<Workflows.Task> tasks) {}

    @GetMapping("/tasks")
    @Described(
            "The stages that are to be done now, the earliest due date first: one's own, or with all=true those of everybody")
    TaskList tasks(Actor actor, @RequestParam(name = "all", defaultValue = "false") boolean all) {
        return new TaskList(workflows.tasks(actor, all ? null : actor.name()));
    }
}
