package eu.nephele.platform.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication, or the end of one, at a time.
 *
 * @param zone in which its time was given, and is shown
 * @param firedAt when it was begun
 * @param message why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduledDeed(
        String id,
        String contentType,
        String entry,
        Action action,
        Instant at,
        String zone,
        List<String> locales,
        boolean withReferences,
        String by,
        State state,
        @Nullable Instant firedAt,
        @Nullable String message) {

    public enum Action {
        publish,
        unpublish
    }

    public enum State {
        waiting,
        firing,
        done,
        failed,
        cancelled
    }

    ScheduledDeed with(State newState, @Nullable Instant fired, @Nullable String newMessage) {
        return new ScheduledDeed(
                id, contentType, entry, action, at, zone, locales, withReferences, by, newState, fired, newMessage);
    }
}
