package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;

import eu.nephele.api.content.EntryState;
import eu.nephele.platform.publishing.PublicationCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Jobs over a {@link TestingFloor}, and short words for what they are asked. */
final class TestingJobs {

    private TestingJobs() {}

    static Jobs jobs(TestingFloor floor, EditorEvents events, AtomicInteger ticksOfDuty) {
        return jobs(floor, events, ticksOfDuty, "en");
    }

    static Jobs jobs(TestingFloor floor, EditorEvents events, AtomicInteger ticksOfDuty, String language) {
        var check = new PublicationCheck(floor.desk.repository, () -> floor.desk.definitions);
        var deeds = new BulkDeeds(floor.desk.drafts, floor.publishEntry, floor.unpublishEntry, check);
        return new Jobs(
                floor.desk.drafts,
                floor.lists,
                deeds,
                deeds,
                floor.documents("jobs", Job.class),
                floor.documents("job-rows", Job.Batch.class),
                name -> name.equals("editor") ? Optional.of(EDITOR) : Optional.empty(),
                _ -> language,
                events,
                () -> ticksOfDuty.getAndDecrement() > 0,
                floor.desk.clock);
    }

    static Jobs jobs(TestingFloor floor) {
        return jobs(floor, new EditorEvents(), new AtomicInteger(1_000));
    }

    static BulkRequest request(
            BulkRequest.Action action,
            List<String> ids,
            @Nullable String path,
            @Nullable Map<String, @Nullable Object> fields) {
        return new BulkRequest("cluster", action, ids, null, path, fields, null, false);
    }

    static List<String> clusters(TestingFloor floor, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number -> floor.desk.createCluster("Cluster " + number).id())
                .toList();
    }

    static EntryState state(TestingFloor floor, String id) {
        return EntryState.of(floor.desk.draft(id));
    }
}
