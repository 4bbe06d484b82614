package eu.nephele.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommentsTest {

    private static final Actor ANA = Actor.administrator("ana");
    private static final Actor BEN = Actor.administrator("ben.d@example");
    private static final Actor OUT = new Actor("out", List.of());
    private final TestingFloor floor = new TestingFloor();
    private final List<Notifications.Notification> carried = new ArrayList<>();
    private final EditorEvents events = new EditorEvents();
    private final Notifications notifications = new Notifications(
            floor.documents("notifications", Notifications.Notification.class), events, carried::add, floor.desk.clock);
    private final Comments comments = new Comments(
            floor.desk.drafts,
            floor.documents("comments", Comments.Comment.class),
            notifications,
            events,
            name -> Stream.of(ANA, BEN, OUT)
                    .filter(actor -> actor.name().equals(name))
                    .findFirst(),
            floor.desk.clock);

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void whoIsMentionedOrAnsweredIsNotified() {
        var id = floor.desk.createCluster("Wood").id();

        var first = comments.say(
                ANA, "cluster", id, "title_de", null, "Is this right, @ben.d@example? ask a@b.c, @out and @nobody.");
        var reply = comments.say(BEN, "cluster", id, "ignored", first.id(), "Yes.");

        assertThat(first.mentions()).containsExactly("ben.d@example");
        assertThat(reply.field()).isEqualTo("title_de");
        assertThat(notifications.of(BEN))
                .extracting(Notifications.Notification::kind, Notifications.Notification::entry)
                .containsExactly(tuple("mention", id));
        assertThat(notifications.of(ANA))
                .extracting(Notifications.Notification::kind)
                .containsExactly("reply");
        notifications.read(ANA, notifications.of(ANA).getFirst().id());
        assertThat(notifications.of(ANA)).allMatch(Notifications.Notification::read);
        assertThat(comments.of(BEN, "cluster", id))
                .extracting(Comments.Comment::text)
                .startsWith("Is this right, @ben.d@example? ask a@b.c, @out and @nobody.");
        assertThat(notifications.of(OUT)).isEmpty();
        assertThat(carried)
                .extracting(Notifications.Notification::user, Notifications.Notification::by)
                .containsExactly(tuple("ben.d@example", "ana"), tuple("ana", "ben.d@example"));
        assertThat(carried).allMatch(told -> first.id().equals(told.details().get("comment")));
    }

    @Test
    void aThreadIsResolvedAndTakenUpAgain() {
        var id = floor.desk.createCluster("Wood").id();
        var first = comments.say(ANA, "cluster", id, null, null, "Shorten");

        assertThat(comments.resolve(BEN, "cluster", id, first.id(), true).resolvedBy())
                .isEqualTo("ben.d@example");
        assertThat(comments.resolve(ANA, "cluster", id, first.id(), false).resolvedBy())
                .isNull();
        assertThatThrownBy(() -> comments.delete(BEN, "cluster", id, first.id()))
                .hasMessageContaining("author");
        comments.delete(ANA, "cluster", id, first.id());
        assertThat(comments.of(ANA, "cluster", id)).isEmpty();
        assertThatThrownBy(() -> comments.say(ANA, "cluster", id, null, null, " "))
                .isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> comments.of(ANA, "cluster", "11111111-1111-1111-1111-111111111111"))
                .isInstanceOf(PlatformException.class);
    }
}
