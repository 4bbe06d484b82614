package eu.nephele.platform.transcript;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.timedtext.Cue;
import eu.nephele.platform.timedtext.Speech;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored names of a segment's values in one locale. */
record SegmentFields(String text, @Nullable String speaker) {

    SegmentFields(Definitions definitions, ContentType type, Property segments, String locale) {
        this(
                stored(definitions, type, segments, TimedShapes.TEXT, locale),
                has(definitions, type, segments)
                        ? stored(definitions, type, segments, TimedShapes.SPEAKER, locale)
                        : null);
    }

    void put(Speech speech, Map<String, Object> segment) {
        segment.put(text, speech.text());
        if (speaker != null && !speech.speaker().isEmpty()) {
            segment.put(speaker, speech.speaker());
        }
    }

    static long start(Map<String, Object> segment) {
        return millis(segment.get(TimedShapes.START));
    }

    static long end(Map<String, Object> segment) {
        return millis(segment.get(TimedShapes.END));
    }

    static void time(Cue cue, Map<String, Object> segment) {
        segment.put(TimedShapes.START, cue.startSeconds());
        segment.put(TimedShapes.END, cue.endSeconds());
    }

    private static long millis(@Nullable Object seconds) {
        return seconds instanceof Number number ? Math.round(number.doubleValue() * 1000) : 0;
    }

    private static boolean has(Definitions definitions, ContentType type, Property segments) {
        return property(definitions, type, segments, TimedShapes.SPEAKER) != null;
    }

    private static String stored(
            Definitions definitions, ContentType type, Property segments, String name, String locale) {
        var property = Objects.requireNonNull(property(definitions, type, segments, name));
        return property.i18n() ? definitions.site().storedName(name, locale) : name;
    }

    private static @Nullable Property property(
            Definitions definitions, ContentType type, Property segments, String name) {
        return definitions
                .nested(type, (PropertyType.Nested) segments.type())
                .flatMap(found -> found.model().property(name))
                .orElse(null);
    }
}
