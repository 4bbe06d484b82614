package eu.nephele.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Notifications.News;
import eu.nephele.platform.desk.Notifications.Notification;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.TestingPostgresql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever listens on one node of two learns what happened for them on the other. */
class NotificationsOnTwoNodesTest {

    private static final Actor ANA = Actor.administrator("ana");
    private static final Actor BEN = Actor.administrator("ben");
    private static final int PATIENCE_SECONDS = 30;

    @Test
    void aNotificationAndThatItWasReadReachListenersOnTheOtherNode(@TempDir Path folder) throws Exception {
        var database = TestingPostgresql.database();
        var told = new LinkedBlockingQueue<EditorEvents.Event>();
        var toldBen = new LinkedBlockingQueue<EditorEvents.Event>();
        try (var one = ContentRepository.open(TestingPostgresql.shared(database, folder, "one"));
                var two = ContentRepository.open(TestingPostgresql.shared(database, folder, "two"))) {
            var here = notifications(one, new EditorEvents());
            var eventsThere = new EditorEvents();
            var there = notifications(two, eventsThere);
            eventsThere.listen(ANA, told::add);
            eventsThere.listen(BEN, toldBen::add);

            here.tell("ana", new News("mention", "ben", "Look", "cluster", "wood", Map.of()));

            var event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            var id = there.of(ANA).getFirst().id();
            assertThat(event)
                    .isEqualTo(new EditorEvents.Event("notification", "", Map.of("id", id, "kind", "mention")));

            here.read(ANA, id);

            assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(event);
            assertThat(there.of(ANA)).allMatch(Notification::read);
            assertThat(toldBen).isEmpty();
        }
    }

    private static Notifications notifications(ContentRepository repository, EditorEvents events) {
        var documents = new Documents<>(repository, "notifications", Notification.class);
        return new Notifications(documents, events, _ -> {}, Clock.systemUTC());
    }
}
