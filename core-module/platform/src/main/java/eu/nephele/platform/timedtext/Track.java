package eu.nephele.platform.timedtext;

import org.jspecify.annotations.Nullable;

/**
 * A text that is shown or read out along with a film: captions, subtitles, descriptions, or the list of chapters.
 *
 * @param kind as HTML names it, {@code captions}
 * @param locale as the editor chose it
 * @param label the editor's own name for it; null where there is none
 * @param asset the file, {@code jcr:<uuid>}; null for one that is made of the entry's chapters or its transcript
 */
public record Track(
        String kind,
        String locale,
        @Nullable String label,
        Source source,
        @Nullable String asset) {

    /** Where its text is. */
    public enum Source {
        FILE,
        TRANSCRIPT,
        CHAPTERS
    }

    public static final String CAPTIONS = "captions";
    public static final String SUBTITLES = "subtitles";
    public static final String CHAPTERS = "chapters";

    public boolean is(String otherKind, String otherLocale) {
        return kind.equals(otherKind) && locale.equals(otherLocale);
    }
}
