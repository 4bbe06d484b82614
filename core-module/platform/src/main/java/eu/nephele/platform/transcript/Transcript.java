package eu.nephele.platform.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.platform.externalvideo.ExternalVideo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a transcript as editors and translators work on it.
 *
 * @param property the stored name of the list of segments
 * @param sourceLocale what was spoken; the other locales are translated from it
 * @param locales the state of each other locale
 * @param recordings what can be listened to beside it: the films and interviews that refer to the transcript
 */
public record Transcript(
        String id,
        long revision,
        String property,
        String sourceLocale,
        List<Segment> segments,
        List<Progress> locales,
        List<Recording> recordings) {

    public static final String TRANSLATED = "translated";
    public static final String OUTDATED = "outdated";

    /**
     * @param start in seconds, as {@code end}
     * @param speakers by locale, as {@code texts}
     * @param states by locale: {@code translated} or {@code outdated}; a locale that is not there is still to be translated
     */
    public record Segment(
            int index,
            double start,
            double end,
            Map<String, String> speakers,
            Map<String, String> texts,
            Map<String, String> states) {}

    /** @param translated of how many segments there is a text, also one that is outdated */
    public record Progress(String locale, int total, int translated, int outdated) {}

    /**
     * @param asset the file, {@code jcr:<uuid>}; null for a film that lies with others
     * @param external null for a file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recording(
            String contentType,
            String id,
            String title,
            @Nullable String asset,
            @Nullable String mimeType,
            @Nullable ExternalVideo external) {}
}
