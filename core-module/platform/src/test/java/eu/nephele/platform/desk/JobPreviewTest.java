package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static eu.nephele.platform.desk.TestingJobs.clusters;
import static eu.nephele.platform.desk.TestingJobs.jobs;
import static eu.nephele.platform.desk.TestingJobs.request;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.MoveEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.repository.RepositorySettings;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobPreviewTest {

    private final TestingFloor floor = new TestingFloor(RepositorySettings.inMemory());
    private final Jobs jobs = jobs(floor);

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void thePreviewSaysWhatWouldHappenAndChangesNothing() throws Exception {
        var good = floor.desk.createCluster("Good").id();
        var bad = floor.desk.create("cluster", Map.of("title", "Bad")).id();
        floor.desk.create("company", Map.of("title", "User", "cluster", good));
        var revision = floor.desk.repository.lastRevision();

        var publish = jobs.preview(EDITOR, request(BulkRequest.Action.publish, List.of(good, bad), null, null));
        assertThat(publish.rows()).extracting(Jobs.PreviewRow::possible).containsExactly(true, false);
        assertThat(jobs.preview(EDITOR, request(BulkRequest.Action.delete, List.of(good), null, null))
                        .rows()
                        .getFirst()
                        .possible())
                .isFalse();
        var wrong = new HashMap<String, @Nullable Object>(Map.of("founded", "soon"));
        assertThat(jobs.preview(EDITOR, request(BulkRequest.Action.setField, List.of(good), null, wrong))
                        .rows()
                        .getFirst()
                        .problems())
                .extracting(problem -> problem.field())
                .containsExactly("founded");
        var all = new BulkRequest(
                "cluster",
                BulkRequest.Action.publish,
                null,
                new BulkRequest.Selection(null, null, List.of("country:eq:IT"), null),
                null,
                null,
                null,
                false);
        assertThat(jobs.preview(EDITOR, all).total()).isEqualTo(1);
        assertThat(floor.desk.repository.lastRevision()).isEqualTo(revision);
    }

    @Test
    void thePreviewRefusesWhatTheJobWouldRefuseBecauseOfRights() throws Exception {
        var limited = new Actor(
                "limited",
                List.of(
                        new Grant(true, EnumSet.allOf(Action.class), null, null, "/north"),
                        new Grant(true, Set.of(Action.READ), null, null, "/")));
        var both = clusters(floor, 2);
        new MoveEntry(floor.desk.drafts).move(EDITOR, "cluster", both.getFirst(), "/north", null);
        requireOnlyFirst(limited, both, BulkRequest.Action.publish);
        both.forEach(id -> floor.publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS));
        requireOnlyFirst(limited, both, BulkRequest.Action.unpublish);
        requireOnlyFirst(limited, both, BulkRequest.Action.move);
        requireOnlyFirst(limited, both, BulkRequest.Action.setField);
        requireOnlyFirst(limited, both, BulkRequest.Action.delete);
        both.forEach(id -> new DeleteEntry(floor.desk.drafts).delete(EDITOR, "cluster", id));
        requireOnlyFirst(limited, both, BulkRequest.Action.undelete);
    }

    private void requireOnlyFirst(Actor actor, List<String> ids, BulkRequest.Action action)
            throws InterruptedException {
        var fields = Map.<String, @Nullable Object>of("title", "New");
        var rows =
                jobs.preview(actor, request(action, ids, "/north/new", fields)).rows();
        assertThat(rows).extracting(Jobs.PreviewRow::possible).as(action.name()).containsExactly(true, false);
        assertThat(rows.getLast().problems())
                .extracting(FieldError::rule)
                .as(action.name())
                .containsExactly(ErrorCode.ACCESS_DENIED.name());
    }
}
