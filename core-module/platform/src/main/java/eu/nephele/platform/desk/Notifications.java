package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody should know of: mentions, tasks, what was planned and done or failed, agreements. */
public final class Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int MOST = 500;

    /**
     * Something that happened, whoever is told.
     *
     * @param kind {@code mention}, {@code reply}, {@code task}, {@code schedule.publish.failed}, {@code agreement.asked}, {@code consent.ended} and the like
     * @param contentType {@code @asset} where the entry is a file
     * @param by who did it
     * @param text in the words of a person or a refusal; may be empty
     * @param details by which the sentence about it is made: {@code stage}, {@code due}, {@code at}, {@code zone}, {@code comment}, ...
     */
    public record News(
            String kind, String by, String text, String contentType, String entry, Map<String, String> details) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Notification(
            String id,
            String user,
            String kind,
            @Nullable String by,
            String text,
            String contentType,
            String entry,
            @Nullable Map<String, String> details,
            Instant at,
            boolean read) {

        public Notification saying(String words) {
            return new Notification(id, user, kind, by, words, contentType, entry, details, at, read);
        }

        Notification asRead() {
            return new Notification(id, user, kind, by, text, contentType, entry, details, at, true);
        }
    }

    private final Documents<Notification> notifications;
    private final EditorEvents events;
    private final Consumer<Notification> told;
    private final Clock clock;

    /** @param told of each, to carry it further, such as by e-mail */
    public Notifications(
            Documents<Notification> notifications, EditorEvents events, Consumer<Notification> told, Clock clock) {
        this.notifications = notifications;
        this.events = events;
        this.told = told;
        this.clock = clock;
        notifications.onForeignChange(this::show);
    }

    /** Tells somebody, at once if they are there, on whichever node; of more than 500 the oldest are forgotten. */
    public void tell(String user, News news) {
        var notification = new Notification(
                UUID.randomUUID().toString(),
                user,
                news.kind(),
                news.by(),
                news.text(),
                news.contentType(),
                news.entry(),
                news.details(),
                clock.instant(),
                false);
        notifications.put(user, notification.id(), notification);
        var all = notifications.list(user);
        if (all.size() > MOST) {
            all.stream()
                    .min(Comparator.comparing(Notification::at))
                    .ifPresent(oldest -> notifications.remove(user, oldest.id()));
        }
        show(notification);
        try {
            told.accept(notification);
        } catch (RuntimeException failure) {
            LOG.error(
                    "The notification {} for {} is in the editor, but was not carried further",
                    notification.id(),
                    user,
                    failure);
        }
    }

    private void show(Notification notification) {
        events.tell(
                new EditorEvents.Event(
                        "notification", "", Map.of("id", notification.id(), "kind", notification.kind())),
                actor -> actor.name().equals(notification.user()));
    }

    /** The latest first. */
    public List<Notification> of(Actor actor) {
        return notifications.list(actor.name()).stream()
                .sorted(Comparator.comparing(Notification::at).reversed())
                .toList();
    }

    public void read(Actor actor, String id) {
        var now = notifications.update(actor.name(), id, before -> {
            if (before == null) {
                throw new PlatformException(ErrorCode.PATH_NOT_FOUND, say("You have no notification `%s`", id));
            }
            return before.asRead();
        });
        now.ifPresent(this::show);
    }

    public void readAll(Actor actor) {
        notifications.list(actor.name()).stream()
                .filter(notification -> !notification.read())
                .forEach(unread -> read(actor, unread.id()));
    }
}
