package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be known of a file, each with one type and unit, whatever the format says it in. */
public enum MetadataField {
    /** Seconds. */
    DURATION(Type.NUMBER),
    /** Pixels, as shown: a camera's turn is applied. */
    WIDTH(Type.WHOLE),
    HEIGHT(Type.WHOLE),
    /** landscape, portrait or square. */
    ORIENTATION(Type.TEXT),
    /** Degrees clockwise by which a player turns a video. */
    ROTATION(Type.WHOLE),
    /** Pictures per second. */
    FRAME_RATE(Type.NUMBER),
    VIDEO_CODEC(Type.TEXT),
    AUDIO_CODEC(Type.TEXT),
    /** Hertz. */
    SAMPLE_RATE(Type.WHOLE),
    CHANNELS(Type.WHOLE),
    ANIMATED(Type.FLAG),
    /** When the picture was taken, the document written. */
    CREATED(Type.MOMENT),
    TITLE(Type.TEXT),
    CREATOR(Type.TEXT),
    ARTIST(Type.TEXT),
    COPYRIGHT(Type.TEXT),
    DESCRIPTION(Type.TEXT),
    KEYWORDS(Type.TEXT),
    /** Of a document, as a BCP 47 tag. */
    LANGUAGE(Type.TEXT),
    PAGES(Type.WHOLE),
    WORDS(Type.WHOLE),
    /** Whether an office file brings a picture of its first page. */
    THUMBNAIL(Type.FLAG),
    /** Degrees; for editors alone, never delivered. */
    LATITUDE(Type.NUMBER),
    LONGITUDE(Type.NUMBER);

    private enum Type {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG,
        MOMENT
    }

    private static final int LONGEST_TEXT = 2_000;

    private final Type type;
    private final String key;

    MetadataField(Type type) {
        this.type = type;
        var words = name().toLowerCase(Locale.ROOT).split("_");
        this.key = words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** As it is stored and written: {@code frameRate}. */
    public String key() {
        return key;
    }

    public static Optional<MetadataField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    String expected() {
        return switch (type) {
            case TEXT -> say("a text");
            case WHOLE -> say("a whole number that is not negative");
            case NUMBER -> say("a number");
            case FLAG -> say("true or false");
            case MOMENT -> say("a date with time and offset, 2026-10-01T09:30:00+02:00");
        };
    }

    /** The value of a text, a number or a truth value; null for what is not of the field's type. */
    @Nullable
    Value value(Object given) {
        var text = given instanceof BigDecimal number ? number.toPlainString() : given.toString();
        try {
            return switch (type) {
                case TEXT -> text.isBlank() || text.length() > LONGEST_TEXT ? null : Value.of(text);
                case WHOLE -> text.matches("\\d{1,18}") ? Value.of(Long.parseLong(text)) : null;
                case NUMBER -> number(text);
                case FLAG -> text.equals("true") || text.equals("false") ? Value.of(text.equals("true")) : null;
                case MOMENT -> moment(OffsetDateTime.parse(text));
            };
        } catch (DateTimeException | NumberFormatException otherType) {
            return null;
        }
    }

    /** Other years cannot be kept. */
    private static @Nullable Value moment(OffsetDateTime moment) {
        return moment.getYear() < 0 || moment.getYear() > 9999 ? null : Value.of(moment);
    }

    private @Nullable Value number(String text) {
        var number = Double.parseDouble(text);
        var positive = this == LATITUDE || this == LONGITUDE || number >= 0;
        return Double.isFinite(number) && positive ? Value.of(number) : null;
    }
}
