package eu.nephele.platform.timedtext;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the formats write them. */
final class Time {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Time() {}

    static String vtt(long millis) {
        return text(millis, '.');
    }

    static String subRip(long millis) {
        return text(millis, ',');
    }

    private static String text(long millis, char point) {
        return "%02d:%02d:%02d%c%03d"
                .formatted(millis / HOUR, millis / MINUTE % 60, millis / SECOND % 60, point, millis % SECOND)
                .toLowerCase(Locale.ROOT);
    }

    /** @param hours null for none; @param fraction one to three digits */
    static long millis(@Nullable String hours, String minutes, String seconds, String fraction) {
        return (hours == null ? 0 : Long.parseLong(hours) * HOUR)
                + Long.parseLong(minutes) * MINUTE
                + Long.parseLong(seconds) * SECOND
                + Long.parseLong((fraction + "00").substring(0, 3));
    }
}
