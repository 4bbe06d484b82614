package eu.nephele.platform.timedtext;

import org.jspecify.annotations.Nullable;

/**
 * A text and when it is shown, in milliseconds.
 *
 * @param id what its file calls it, if anything
 * @param settings where WebVTT shows it, {@code line:0 align:start}; may be empty
 * @param payload the text as WebVTT writes it, with tags and entities; {@link Speech} has what is said in it
 * @param line of the file it was read from, from one; 0 for one that was made here
 */
public record Cue(long start, long end, @Nullable String id, String settings, String payload, int line) {

    public static Cue of(double startSeconds, double endSeconds, Speech speech) {
        return new Cue(millis(startSeconds), millis(endSeconds), null, "", speech.payload(), 0);
    }

    public Speech speech() {
        return Speech.of(payload);
    }

    public double startSeconds() {
        return start / 1000.0;
    }

    public double endSeconds() {
        return end / 1000.0;
    }

    /** In milliseconds, by which two cues share the screen. */
    public long overlap(long from, long to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }

    static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
