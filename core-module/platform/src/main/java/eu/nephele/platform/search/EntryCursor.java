package eu.nephele.platform.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The engine's cursor with a mark of the question it belongs to, so that it is not used with another. */
final class EntryCursor {

    private static final int MARK_LENGTH = 16;

    private EntryCursor() {}

    static String of(EntryQuery query, String engineCursor) {
        return mark(query) + engineCursor;
    }

    static String read(EntryQuery query, String cursor) {
        if (cursor.length() <= MARK_LENGTH || !cursor.matches("[0-9a-f]{16}[A-Za-z0-9_-]+")) {
            throw refused("it is none of ours");
        }
        if (!cursor.startsWith(mark(query))) {
            throw refused("it belongs to another question");
        }
        return cursor.substring(MARK_LENGTH);
    }

    private static RuntimeException refused(String why) {
        return Refusals.query(
                "cursor",
                "foreign",
                "The cursor cannot be used: %s. Start without one, then keep filters, text and order.".formatted(why));
    }

    private static String mark(EntryQuery query) {
        var asked = query.contentTypes()
                + "\n" + query.perspective()
                + "\n" + query.locale()
                + "\n" + query.text()
                + "\n" + query.filters()
                + "\n" + query.sort();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
