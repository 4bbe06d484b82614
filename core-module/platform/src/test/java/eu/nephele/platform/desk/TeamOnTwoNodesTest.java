package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.platform.repository.TestingPostgresql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors whose browsers speak with different nodes see each other, and what the other does, at once. */
class TeamOnTwoNodesTest {

    private static final Actor ANA = Actor.administrator("ana");
    private static final Actor BEN = Actor.administrator("ben");
    private static final Actor STRANGER = new Actor("stranger", List.of());
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private Node one;
    private Node two;

    /** One process as editors meet it. */
    private static final class Node implements AutoCloseable {

        final TestingFloor floor;
        final EditorEvents events = new EditorEvents();
        final BlockingQueue<EditorEvents.Event> told = new LinkedBlockingQueue<>();
        final Presence presence;
        final Comments comments;
        final Jobs jobs;

        Node(TestingFloor floor) {
            this.floor = floor;
            var desk = floor.desk;
            presence = new Presence(events, desk.repository, Clock.systemUTC());
            var notifications = new Notifications(
                    documents("notifications", Notifications.Notification.class), events, _ -> {}, desk.clock);
            comments = new Comments(
                    desk.drafts,
                    documents("comments", Comments.Comment.class),
                    notifications,
                    events,
                    _ -> Optional.empty(),
                    desk.clock);
            var deeds = new BulkDeeds(
                    desk.drafts,
                    floor.publishEntry,
                    floor.unpublishEntry,
                    new PublicationCheck(desk.repository, () -> desk.definitions));
            jobs = new Jobs(
                    desk.drafts,
                    floor.lists,
                    deeds,
                    deeds,
                    documents("jobs", Job.class),
                    documents("job-rows", Job.Batch.class),
                    name -> Optional.of(EDITOR),
                    _ -> "en",
                    events,
                    () -> true,
                    desk.clock);
            events.listen(STRANGER, _ -> {
                throw new AssertionError("may not know");
            });
        }

        private <T> Documents<T> documents(String collection, Class<T> type) {
            return floor.documents(collection, type);
        }

        void listen(Actor actor) {
            events.listen(actor, told::add);
        }

        EditorEvents.Event next(String name) throws InterruptedException {
            while (true) {
                var event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(event).as("an event " + name).isNotNull();
                if (event.name().equals(name)) {
                    return event;
                }
            }
        }

        @Override
        public void close() {
            floor.close();
        }
    }

    @BeforeEach
    void open() {
        var database = TestingPostgresql.database();
        one = new Node(new TestingFloor(TestingPostgresql.shared(database, folder, "one")));
        two = new Node(new TestingFloor(TestingPostgresql.shared(database, folder, "two")));
    }

    @AfterEach
    void close() {
        two.close();
        one.close();
    }

    @Test
    void whoHasAnEntryOpenIsSeenFromTheOtherNodeInWhichField() throws Exception {
        two.listen(BEN);
        var at = Subject.of(new Location(Perspective.DRAFT, "companies", "/x"));
        // Nodes listen a moment after their start; editors say every five seconds that they are there.
        for (var attempt = 0; two.told.isEmpty() && attempt < 100; attempt++) {
            one.presence.here(ANA, "e", at, "w1", "title");
            Thread.sleep(100);
        }

        assertThat(two.next("presence").data().get("entry")).isEqualTo("e");
        assertThat(two.presence.here(BEN, "e", at, "w2", null))
                .extracting(Presence.Editor::user, Presence.Editor::field)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("ana", "title"),
                        org.assertj.core.api.Assertions.tuple("ben", null));
        one.listen(ANA);
        assertThat(editors(two.next("presence"))).as("ben himself").hasSize(2);
        one.presence.here(ANA, "e", at, "w1", "summary");
        assertThat(editors(two.next("presence")).getFirst().field()).isEqualTo("summary");
        one.presence.gone(ANA, "e", "w1");
        assertThat(editors(two.next("presence")))
                .extracting(Presence.Editor::user)
                .containsExactly("ben");
    }

    @Test
    void aCommentAndAJobAreToldOnTheOtherNode() throws Exception {
        var id = one.floor.desk.createCluster("Wood").id();
        two.listen(EDITOR);

        var comment = one.comments.say(ANA, "cluster", id, null, null, "Is this right?");

        assertThat(two.next("comment").data().get("entry")).isEqualTo(id);
        one.comments.delete(ANA, "cluster", id, comment.id());
        assertThat(two.next("comment").data()).containsEntry("entry", id).containsEntry("removed", comment.id());
        var request =
                new BulkRequest("cluster", BulkRequest.Action.publish, List.of(id), null, null, null, null, false);
        var job = one.jobs.start(EDITOR, request);
        assertThat(two.next("job").data()).containsEntry("id", job.id()).containsEntry("total", 1);
    }

    @SuppressWarnings("unchecked")
    private static List<Presence.Editor> editors(EditorEvents.Event event) {
        return (List<Presence.Editor>) event.data().get("editors");
    }
}
