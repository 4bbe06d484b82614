package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.BulkRequest;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bulk actions. */
@RestController
@RequestMapping("/.rest/editor/v1/jobs")
final class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/preview")
    @Described("What a bulk action would do to each entry, and what keeps it from some; changes nothing")
    Jobs.Preview preview(Actor actor, @Body BulkRequest request) throws InterruptedException {
        return jobs.preview(actor, request);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Described("Starts a bulk action in the background")
    Job start(Actor actor, @Body BulkRequest request) throws InterruptedException {
        return jobs.start(actor, request);
    }

    record JobList(List<Job> jobs) {}

    @GetMapping
    @Described("One's jobs, the latest first")
    JobList list(Actor actor) {
        return new JobList(jobs.of(actor));
    }

    @GetMapping("/{id}")
    @Described("How far a job is")
    Job job(Actor actor, @PathVariable String id) {
        return jobs.find(actor, id);
    }

    record RowList(int offset, List<Job.Row> rows) {}

    @GetMapping("/{id}/rows")
    @Described("What became of each entry")
    RowList rows(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "200") int limit) {
        EntryListController.requireWithin("offset", offset, 0, Jobs.MOST_ENTRIES);
        EntryListController.requireWithin("limit", limit, 1, 1_000);
        return new RowList(offset, jobs.rows(actor, id, offset, limit));
    }

    @PostMapping("/{id}/cancel")
    @Described("Stops a job after the entries that it is at")
    Job cancel(Actor actor, @PathVariable String id) {
        return jobs.cancel(actor, id);
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Described("Takes back what a job did, up to ten minutes after it ended")
    Job undo(Actor actor, @PathVariable String id) {
        return jobs.undo(actor, id);
    }
}
