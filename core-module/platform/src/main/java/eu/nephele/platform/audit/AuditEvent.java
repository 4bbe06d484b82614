package eu.nephele.platform.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that is to be recorded.
 *
 * @param kind such as {@code login}, {@code login-refused}, {@code entry-saved}, {@code user-changed}
 * @param actor who did it, or tried to
 * @param subject what it was done to
 * @param details further texts by name, never a secret
 */
public record AuditEvent(String kind, String actor, String subject, Map<String, String> details) {

    private static final int LONGEST_TEXT = 500;

    public AuditEvent {
        kind = cut(kind);
        actor = cut(actor);
        subject = cut(subject);
        var sorted = new TreeMap<String, String>();
        details.forEach((name, text) -> sorted.put(name, cut(text)));
        details = java.util.Collections.unmodifiableMap(sorted);
    }

    /** What strangers send, such as a name that nobody has, must not fill the log. */
    private static String cut(String text) {
        var clean = text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString();
    }
}
