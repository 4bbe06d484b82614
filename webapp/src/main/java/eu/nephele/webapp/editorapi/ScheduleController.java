package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.ScheduledDeed;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publications at given times. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class ScheduleController {

    private final Drafts drafts;
    private final Schedule schedule;
    private final People people;

    ScheduleController(Drafts drafts, Schedule schedule, People people) {
        this.drafts = drafts;
        this.schedule = schedule;
        this.people = people;
    }

    /** @param people the full names of those who planned it, by name */
    record Calendar(List<ScheduledDeed> deeds, Map<String, String> people) {}

    @GetMapping("/schedule")
    @Described("All that is planned, by time; with over=true also what was done, failed or was cancelled")
    Calendar calendar(
            Actor actor,
            @RequestParam(name = "entry", required = false) @Nullable String entry,
            @RequestParam(name = "over", defaultValue = "false") boolean over) {
        var deeds = schedule.list(actor, entry, over);
        return new Calendar(
                deeds, people.named(deeds.stream().map(ScheduledDeed::by).collect(Collectors.toSet())));
    }

    @PostMapping("/entries/{type}/{id}/schedule")
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Plans to publish or unpublish at a local time in a time zone")
    ScheduledDeed plan(Actor actor, @PathVariable String type, @PathVariable String id, @Body Schedule.Plan plan) {
        EntryController.require(drafts, actor, type, id);
        return schedule.plan(actor, type, id, plan);
    }

    @DeleteMapping("/schedule/{id}")
    @Described("Cancels what is planned")
    ScheduledDeed cancel(Actor actor, @PathVariable String id) {
        return schedule.cancel(actor, id);
    }
}
