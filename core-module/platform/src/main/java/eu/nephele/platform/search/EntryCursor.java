package eu.nephele.platform.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The engine's cursor with a mark of it and of the question it belongs to, so that it is not used with another. */
final class EntryCursor {

    private static final int MARK_LENGTH = 16;

    private EntryCursor() {}

    static String of(EntryQuery query, String engineCursor) {
        return mark(query, engineCursor) + engineCursor;
    }

    static String read(EntryQuery query, String cursor) {
        var engineCursor = cursor.substring(Math.min(MARK_LENGTH, cursor.length()));
        if (!cursor.equals(of(query, engineCursor))) {
            throw refused();
        }
        return engineCursor;
    }

    private static RuntimeException refused() {
        return Refusals.query(
                "cursor",
                "foreign",
                "The cursor is none of ours, or belongs to another question: start without one, then keep filters, text and order");
    }

    private static String mark(EntryQuery query, String engineCursor) {
        var asked = query.contentTypes()
                + "\n" + query.perspective()
                + "\n" + query.locale()
                + "\n" + query.text()
                + "\n" + query.filters()
                + "\n" + query.sort()
                + "\n" + engineCursor;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
