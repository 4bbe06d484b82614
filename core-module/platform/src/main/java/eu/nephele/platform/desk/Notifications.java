package eu.nephele.platform.desk;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.document.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What somebody should know of: mentions, tasks, what was planned and done or failed. */
public final class Notifications {

    private static final int MOST = 500;

    /** @param kind {@code mention}, {@code reply}, {@code task} or {@code schedule} */
    public record Notification(
            String id,
            String user,
            String kind,
            String text,
            String contentType,
            String entry,
            Instant at,
            boolean read) {}

    private final Documents<Notification> notifications;
    private final EditorEvents events;
    private final Clock clock;

    public Notifications(Documents<Notification> notifications, EditorEvents events, Clock clock) {
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** Tells somebody, at once if they are there; of more than 500 the oldest are forgotten. */
    public void tell(String user, String kind, String text, String contentType, String entry) {
        var notification = new Notification(
                UUID.randomUUID().toString(), user, kind, text, contentType, entry, clock.instant(), false);
        notifications.put(user, notification.id(), notification);
        var all = notifications.list(user);
        if (all.size() > MOST) {
            all.stream()
                    .min(Comparator.comparing(Notification::at))
                    .ifPresent(oldest -> notifications.remove(user, oldest.id()));
        }
        var data = Map.<String, Object>of(
                "id", notification.id(), "kind", kind, "text", text, "contentType", contentType, "entry", entry);
        events.tell(
                new EditorEvents.Event("notification", "", data),
                actor -> actor.name().equals(user));
    }

    /** The latest first. */
    public List<Notification> of(Actor actor) {
        return notifications.list(actor.name()).stream()
                .sorted(Comparator.comparing(Notification::at).reversed())
                .toList();
    }

    public void read(Actor actor, String id) {
        notifications.update(actor.name(), id, before -> {
            if (before == null) {
                throw new PlatformException(ErrorCode.PATH_NOT_FOUND, "You have no notification `%s`".formatted(id));
            }
            return new Notification(
                    id,
                    before.user(),
                    before.kind(),
                    before.text(),
                    before.contentType(),
                    before.entry(),
                    before.at(),
                    true);
        });
    }
}
