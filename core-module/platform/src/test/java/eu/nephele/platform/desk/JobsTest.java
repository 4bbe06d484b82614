package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static eu.nephele.platform.desk.TestingJobs.clusters;
import static eu.nephele.platform.desk.TestingJobs.jobs;
import static eu.nephele.platform.desk.TestingJobs.request;
import static eu.nephele.platform.desk.TestingJobs.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.repository.RepositorySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    private @Nullable TestingFloor opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private TestingFloor floor(RepositorySettings settings) {
        opened = new TestingFloor(settings);
        return opened;
    }

    @Test
    void manyArePublishedWithProgressAndTakenBack() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var told = new ArrayList<Object>();
        var events = new EditorEvents();
        events.listen(EDITOR, event -> told.add(event.data().get("done")));
        var jobs = jobs(floor, events, new AtomicInteger(1_000));
        var ids = new ArrayList<>(clusters(floor, 60));
        ids.add(floor.desk.create("cluster", Map.of("title", "X")).id());

        var job = jobs.start(EDITOR, request(BulkRequest.Action.publish, ids, null, null));
        jobs.tick();

        var done = jobs.find(EDITOR, job.id());
        assertThat(done.state()).isEqualTo(Job.State.finished);
        assertThat(done.done()).isEqualTo(61);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(told).containsExactly(25, 50, 61, 61);
        var last = jobs.rows(EDITOR, job.id(), 60, 10).getFirst();
        assertThat(last.result()).isEqualTo("failed");
        assertThat(last.fields()).contains("title", "country");
        assertThat(state(floor, ids.getFirst())).isEqualTo(EntryState.PUBLISHED);

        jobs.undo(EDITOR, job.id());
        jobs.tick();
        assertThat(jobs.find(EDITOR, job.id()).state()).isEqualTo(Job.State.undone);
        assertThat(state(floor, ids.getFirst())).isEqualTo(EntryState.NOT_PUBLISHED);
        assertThatThrownBy(() -> jobs.undo(EDITOR, job.id())).isInstanceOf(PlatformException.class);
    }

    @Test
    void whyARowIsRefusedIsSaidInTheLanguageOfWhoStartedTheJob() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor, new EditorEvents(), new AtomicInteger(1_000), "sr");
        var ids = List.of(floor.desk.create("cluster", Map.of("title", "X")).id());

        var job = jobs.start(EDITOR, request(BulkRequest.Action.publish, ids, null, null));
        jobs.tick();

        assertThat(jobs.rows(EDITOR, job.id(), 0, 1).getFirst().message())
                .contains("не може да се објави", "мора имати вредност пре објављивања");
    }

    @Test
    void aJobGoesOnWhereItWasAfterARestart(@TempDir Path folder) throws Exception {
        String job;
        List<String> ids;
        try (var before = new TestingFloor(RepositorySettings.in(folder))) {
            // The duty is lost after the first batch, as if the process had died there.
            var jobs = jobs(before, new EditorEvents(), new AtomicInteger(1));
            ids = clusters(before, 40);
            job = jobs.start(EDITOR, request(BulkRequest.Action.publish, ids, null, null))
                    .id();
            jobs.tick();
            assertThat(jobs.find(EDITOR, job).state()).isEqualTo(Job.State.running);
            assertThat(jobs.find(EDITOR, job).done()).isEqualTo(Jobs.BATCH);
            assertThat(state(before, ids.getLast())).isEqualTo(EntryState.NOT_PUBLISHED);
        }
        var after = floor(RepositorySettings.in(folder));
        var jobs = jobs(after);
        jobs.tick();

        assertThat(jobs.find(EDITOR, job).state()).isEqualTo(Job.State.finished);
        assertThat(jobs.rows(EDITOR, job, 0, 100))
                .hasSize(40)
                .allMatch(row -> row.result().equals("done"));
        assertThat(after.desk.find(Perspective.LIVE, ids.getLast())).isPresent();
    }

    @Test
    void whatIsUndoneIsAsItWas() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var id = floor.desk.createCluster("One").id();
        floor.publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS);
        floor.desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Two"));
        var gone = floor.desk.createCluster("Gone").id();

        done(
                jobs,
                request(BulkRequest.Action.publish, List.of(id), null, null),
                () -> assertThat(floor.desk
                                .find(Perspective.LIVE, id)
                                .orElseThrow()
                                .text("title"))
                        .isEqualTo("Two"));
        assertThat(floor.desk.find(Perspective.LIVE, id).orElseThrow().text("title"))
                .isEqualTo("One");
        assertThat(floor.desk.draft(id).text("title")).isEqualTo("Two");

        done(
                jobs,
                request(BulkRequest.Action.unpublish, List.of(id), null, null),
                () -> assertThat(floor.desk.find(Perspective.LIVE, id)).isEmpty());
        assertThat(floor.desk.find(Perspective.LIVE, id).orElseThrow().text("title"))
                .isEqualTo("One");

        var fields = new HashMap<String, @Nullable Object>();
        fields.put("country", null);
        fields.put("title_de", "Eins");
        done(
                jobs,
                request(BulkRequest.Action.setField, List.of(id), null, fields),
                () -> assertThat(floor.desk.draft(id).text("country")).isNull());
        assertThat(floor.desk.draft(id).text("country")).isEqualTo("IT");
        assertThat(floor.desk.draft(id).text("title_de")).isNull();

        done(
                jobs,
                request(BulkRequest.Action.move, List.of(id), "/north", null),
                () -> assertThat(floor.desk.draft(id).path()).isEqualTo("/north/one"));
        assertThat(floor.desk.draft(id).path()).isEqualTo("/one");

        done(
                jobs,
                request(BulkRequest.Action.delete, List.of(gone), null, null),
                () -> assertThat(floor.desk.find(Perspective.DRAFT, gone)).isEmpty());
        assertThat(floor.desk.draft(gone).text("title")).isEqualTo("Gone");
    }

    @Test
    void whatWasPublishedIsSoAgainWhenItIsTakenBackUnlessItWasChangedMeanwhile() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var id = floor.desk.createCluster("One").id();
        floor.publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS);
        var modified = floor.desk.draft(id).value(SystemProperties.LAST_MODIFIED);
        floor.desk.clock.advance(Duration.ofMinutes(1));
        var fields = Map.<String, @Nullable Object>of("title", "Two");

        for (var action : List.of(BulkRequest.Action.delete, BulkRequest.Action.move, BulkRequest.Action.setField)) {
            done(
                    jobs,
                    request(action, List.of(id), "/north", fields),
                    () -> assertThat(state(floor, id)).isNotEqualTo(EntryState.PUBLISHED));
            assertThat(state(floor, id)).as(action.name()).isEqualTo(EntryState.PUBLISHED);
            assertThat(floor.desk.draft(id).value(SystemProperties.LAST_MODIFIED))
                    .isEqualTo(modified);
        }
        done(
                jobs,
                request(BulkRequest.Action.setField, List.of(id), null, fields),
                () -> floor.desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title_de", "Eins")));
        assertThat(state(floor, id)).isEqualTo(EntryState.MODIFIED);
    }

    @Test
    void undoingLeavesAloneWhatTheJobFoundAsItWantedIt() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var draft = floor.desk.createCluster("Draft").id();
        var marked = floor.desk.createCluster("Marked").id();
        floor.publishEntry.publish(EDITOR, marked, PublishOptions.DEFAULTS);
        new DeleteEntry(floor.desk.drafts).delete(EDITOR, "cluster", marked);

        done(jobs, request(BulkRequest.Action.unpublish, List.of(marked), null, null), () -> {});
        assertThat(state(floor, marked)).isEqualTo(EntryState.DELETED);
        assertThat(floor.desk.find(Perspective.LIVE, marked)).isPresent();

        done(jobs, request(BulkRequest.Action.undelete, List.of(draft), null, null), () -> {});
        assertThat(state(floor, draft)).isEqualTo(EntryState.NOT_PUBLISHED);

        done(jobs, request(BulkRequest.Action.delete, List.of(marked), null, null), () -> {});
        assertThat(state(floor, marked)).isEqualTo(EntryState.DELETED);
    }

    @Test
    void whatWasWrittenAfterAnUnpublicationIsNotPublishedByUndoingIt() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var id = floor.desk.createCluster("One").id();
        var same = floor.desk.createCluster("Same").id();
        floor.publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS);
        floor.publishEntry.publish(EDITOR, same, PublishOptions.DEFAULTS);

        done(
                jobs,
                request(BulkRequest.Action.unpublish, List.of(id, same), null, null),
                () -> floor.desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Half a sen")));
        assertThat(floor.desk.find(Perspective.LIVE, id).orElseThrow().text("title"))
                .isEqualTo("One");
        assertThat(floor.desk.draft(id).text("title")).isEqualTo("Half a sen");
        assertThat(state(floor, same)).isEqualTo(EntryState.PUBLISHED);
    }

    private static void done(Jobs jobs, BulkRequest request, Runnable then) throws InterruptedException {
        var job = jobs.start(EDITOR, request);
        jobs.tick();
        assertThat(jobs.rows(EDITOR, job.id(), 0, 9))
                .allMatch(row -> row.result().equals("done"));
        then.run();
        jobs.undo(EDITOR, job.id());
        jobs.tick();
        assertThat(jobs.rows(EDITOR, job.id(), 0, 9))
                .allMatch(row -> row.result().equals("undone"), request.action().name());
    }

    @Test
    void aRowSaysWhatWasTakenOutOfItsRichTexts() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var id = floor.desk.create("company", Map.of("title", "Acme")).id();
        var fields = Map.<String, @Nullable Object>of("story", "<p onclick=\"x()\">One</p>", "story_de", "<p>Eins</p>");

        var job = jobs.start(
                EDITOR,
                new BulkRequest("company", BulkRequest.Action.setField, List.of(id), null, null, fields, null, false));
        jobs.tick();

        assertThat(jobs.rows(EDITOR, job.id(), 0, 9).getFirst().cleaned())
                .containsExactly(new Job.Cleaned("story", List.of("p onclick")));
        assertThat(floor.desk.draft(id).text("story")).isEqualTo("<p>One</p>");
    }

    @Test
    void whatIsNotLiveIsRefusedAnUnpublicationBeforeAndAfter() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var draft = floor.desk.createCluster("Draft").id();
        var request = request(BulkRequest.Action.unpublish, List.of(draft), null, null);

        assertThat(jobs.preview(EDITOR, request).rows().getFirst().problems())
                .extracting(FieldError::message)
                .containsExactly("is not live");
        var job = jobs.start(EDITOR, request);
        jobs.tick();
        assertThat(jobs.rows(EDITOR, job.id(), 0, 9).getFirst().message()).isEqualTo("is not live");
        jobs.undo(EDITOR, job.id());
        jobs.tick();
        assertThat(state(floor, draft)).isEqualTo(EntryState.NOT_PUBLISHED);
    }

    @Test
    void whatIsOverIsForgottenAfterThirtyDays() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var job = jobs.start(EDITOR, request(BulkRequest.Action.publish, clusters(floor, 1), null, null));
        jobs.tick();
        floor.desk.clock.advance(Duration.ofDays(29));
        jobs.tick();
        assertThat(jobs.rows(EDITOR, job.id(), 0, 10)).hasSize(1);

        floor.desk.clock.advance(Duration.ofDays(2));
        jobs.tick();
        assertThat(jobs.of(EDITOR)).isEmpty();
        assertThat(floor.documents("job-rows", Job.Batch.class).all()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefusedAndOthersDoNotSeeIt() throws Exception {
        var floor = floor(RepositorySettings.inMemory());
        var jobs = jobs(floor);
        var job = jobs.start(EDITOR, request(BulkRequest.Action.publish, List.of(), null, null));

        assertThatThrownBy(() -> jobs.find(Actor.administrator("other"), job.id()))
                .hasMessageContaining("no job");
        assertThatThrownBy(() -> jobs.undo(EDITOR, job.id())).hasMessageContaining("not over");
        assertThatThrownBy(() -> jobs.start(EDITOR, request(BulkRequest.Action.move, List.of(), null, null)))
                .hasMessageContaining("path");
        assertThatThrownBy(() -> jobs.start(
                        EDITOR,
                        new BulkRequest("cluster", BulkRequest.Action.publish, null, null, null, null, null, false)))
                .hasMessageContaining("ids");
        assertThat(jobs.cancel(EDITOR, job.id()).state()).isEqualTo(Job.State.cancelled);
        var orphan = jobs.start(
                Actor.administrator("left"), request(BulkRequest.Action.publish, clusters(floor, 1), null, null));
        jobs.tick();
        assertThat(jobs.find(Actor.administrator("left"), orphan.id()).message())
                .contains("no account");
    }
}
