package eu.nephele.mediaworker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Geographic;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TIFF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.XMPDM;
import org.jspecify.annotations.Nullable;

/** Tika's findings under our names: one name and unit per thing, whatever the format. */
record FoundProperties(Metadata metadata, String type) {

    private static final int LONGEST = 2_000;

    /** Where the clocks of Windows, of MP4 and of Unix begin. */
    private static final Set<Instant> ZEROS =
            Set.of(Instant.parse("1601-01-01T00:00:00Z"), Instant.parse("1904-01-01T00:00:00Z"), Instant.EPOCH);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    void addTo(Map<String, String> values) {
        put(values, "title", first(TikaCoreProperties.TITLE.getName(), "Headline", "IPTC:Headline"));
        put(
                values,
                "creator",
                all(TikaCoreProperties.CREATOR.getName(), TIFF.EQUIPMENT_MAKE.getName() + ":none", "Exif IFD0:Artist"));
        put(values, "copyright", first(DublinCore.RIGHTS.getName(), "Exif IFD0:Copyright", "xmpRights:UsageTerms"));
        put(values, "description", first(TikaCoreProperties.DESCRIPTION.getName()));
        put(values, "keywords", all(DublinCore.SUBJECT.getName(), Office.KEYWORDS.getName()));
        put(values, "created", moment(first(TikaCoreProperties.CREATED.getName())));
        if (type.startsWith("image/") || type.startsWith("video/")) {
            whole(values, "width", first(TIFF.IMAGE_WIDTH.getName()));
            whole(values, "height", first(TIFF.IMAGE_LENGTH.getName()));
            put(values, "latitude", first(Geographic.LATITUDE.getName()));
            put(values, "longitude", first(Geographic.LONGITUDE.getName()));
        }
        if (type.startsWith("audio/") || type.startsWith("video/")) {
            duration(values, first(XMPDM.DURATION.getName()));
            if (!MovieHeader.isOne(type)) {
                // Of a film without sound it would be the film's own clock.
                whole(values, "sampleRate", first(XMPDM.AUDIO_SAMPLE_RATE.getName(), "samplerate"));
            }
            put(values, "artist", first(XMPDM.ARTIST.getName()));
            put(values, "audioCodec", type.equals("audio/mpeg") ? "mp3" : null);
        } else if (!type.startsWith("image/")) {
            whole(
                    values,
                    "pages",
                    first(PagedText.N_PAGES.getName(), Office.PAGE_COUNT.getName(), Office.SLIDE_COUNT.getName()));
            put(values, "language", language(first(TikaCoreProperties.LANGUAGE.getName(), "Content-Language")));
        }
    }

    /** A number of seconds, or of anything, to the thousandth and without needless zeros. */
    static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void duration(Map<String, String> values, @Nullable String text) {
        try {
            var seconds = text == null ? 0 : Double.parseDouble(text);
            if (seconds > 0 && !Double.isInfinite(seconds)) {
                put(values, "duration", seconds(seconds));
            }
        } catch (NumberFormatException noNumber) {
            // Left out: a duration that is no number says nothing.
        }
    }

    private static void whole(Map<String, String> values, String name, @Nullable String text) {
        if (text != null && text.matches("\\d{1,18}(\\.0+)?") && !text.matches("0+(\\.0+)?")) {
            put(values, name, text.replaceFirst("\\..*", ""));
        }
    }

    private @Nullable String first(String... names) {
        return Arrays.stream(names)
                .map(metadata::get)
                .filter(value -> value != null && !value.isBlank())
                .map(FoundProperties::clean)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String all(String... names) {
        return Arrays.stream(names)
                .filter(name -> metadata.get(name) != null)
                .findFirst()
                .map(name -> Arrays.stream(metadata.getValues(name))
                        .map(FoundProperties::clean)
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .limit(50)
                        .collect(Collectors.joining("\n")))
                .filter(joined -> !joined.isBlank())
                .orElse(null);
    }

    private static String clean(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** Dates without a zone are taken as UTC; what is no date, or says that there is none, is left out. */
    private static @Nullable String moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return moment(Instant.parse(text));
        } catch (DateTimeParseException noZone) {
            try {
                return moment(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException noDate) {
                return null;
            }
        }
    }

    /** Null for what no file was made at: programs without a date write the zero of their clock, or a year before all years. */
    static @Nullable String moment(Instant moment) {
        return ZEROS.contains(moment) || moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? null : moment.toString();
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag != null && tag.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*") ? tag.replace('_', '-') : null;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.putIfAbsent(name, value);
        }
    }
}
