package eu.nephele.platform.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: the engine's cursor and the snapshot it is read from, with a mark of both and of the question they belong to, so that
 * they are not used with another.
 *
 * @param place null at the start
 * @param snapshot null where pages show what there is when they are asked for
 */
record EntryCursor(@Nullable String place, @Nullable String snapshot) {

    private static final int MARK_LENGTH = 16;
    private static final char BEFORE_SNAPSHOT = '.';

    String of(EntryQuery query) {
        var marked = snapshot == null ? place : place + BEFORE_SNAPSHOT + snapshot;
        return mark(query, marked) + marked;
    }

    static EntryCursor read(EntryQuery query, String cursor) {
        var marked = cursor.substring(Math.min(MARK_LENGTH, cursor.length()));
        if (!cursor.equals(mark(query, marked) + marked)) {
            throw Refusals.query(
                    "cursor",
                    "foreign",
                    "The cursor is none of ours, or belongs to another question: start without one, then keep filters, text and order");
        }
        var end = marked.indexOf(BEFORE_SNAPSHOT);
        return end < 0
                ? new EntryCursor(marked, null)
                : new EntryCursor(marked.substring(0, end), marked.substring(end + 1));
    }

    private static String mark(EntryQuery query, String marked) {
        var asked = query.contentTypes()
                + "\n" + query.perspective()
                + "\n" + query.locale()
                + "\n" + query.text()
                + "\n" + query.filters()
                + "\n" + query.sort()
                + "\n" + marked;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
