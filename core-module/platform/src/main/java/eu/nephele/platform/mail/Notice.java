package eu.nephele.platform.mail;

import java.time.Instant;
import java.util.Map;

/**
 * Something that somebody should know of.
 *
 * @param kind what happened, as the keys of the texts name it: {@code mention}, {@code schedule.publish.failed}
 * @param by who did it, by name
 * @param text in the words of a person, such as a comment; may be empty
 * @param details such as the day something is due
 */
public record Notice(
        String kind,
        String contentType,
        String entry,
        String by,
        String text,
        Map<String, String> details,
        Instant at) {

    public Notice {
        details = Map.copyOf(details);
    }
}
