package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.validation.ValueTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** One plain object (as JSON or YAML give it) becomes a value of a scalar type. */
final class ValueForm {

    private ValueForm() {}

    /** @throws IllegalArgumentException with the complaint, made to follow the property's name */
    static Value scalar(Scalar type, Object given) {
        return switch (type) {
            case STRING, RICH_TEXT -> Value.of(text(given, say("text")));
            case BOOLEAN -> {
                if (given instanceof Boolean flag) {
                    yield Value.of(flag.booleanValue());
                }
                throw complaint(say("true or false"), given);
            }
            case LONG -> Value.of(whole(given));
            case DOUBLE -> Value.of(decimal(given).doubleValue());
            case DECIMAL -> Value.of(decimal(given));
            case DATE -> Value.of(moment(text(given, say("a date with time and offset"))));
            case LOCAL_DATE -> day(given);
            case GEO_POINT -> point(given);
            case ASSET -> asset(given);
        };
    }

    static Value reference(Object given) {
        var text = text(given, say("the id of an entry"));
        if (!ValueTypes.isId(text)) {
            throw complaint(say("the id (a UUID) of an entry"), given);
        }
        return Value.of(text);
    }

    private static String text(Object given, String expected) {
        if (given instanceof String text) {
            return text;
        }
        throw complaint(expected, given);
    }

    private static long whole(Object given) {
        return switch (given) {
            case Integer number -> number;
            case Long number -> number;
            case BigInteger number when number.bitLength() < 64 -> number.longValue();
            case Double number when number == Math.rint(number) && Math.abs(number) < 1L << 53 -> number.longValue();
            default -> throw complaint(say("a whole number"), given);
        };
    }

    private static BigDecimal decimal(Object given) {
        try {
            return switch (given) {
                case BigDecimal number -> number;
                case Double number -> BigDecimal.valueOf(number);
                case Float number -> new BigDecimal(number.toString());
                case Number number -> new BigDecimal(number.toString());
                default -> throw complaint(say("a number"), given);
            };
        } catch (NumberFormatException notFinite) {
            throw complaint(say("a number"), given);
        }
    }

    private static OffsetDateTime moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException notADate) {
            throw complaint(say("a date with time and offset, such as 2026-10-01T09:30:00+02:00"), text);
        }
    }

    private static Value day(Object given) {
        // A bare year is a number in YAML and JSON, and means the year.
        var text = given instanceof Integer || given instanceof Long ? given.toString() : text(given, say("a day"));
        if (!ValueTypes.isDay(text)) {
            throw complaint(say("a day, month or year: 2012-10-01, 2012-10, 2012"), given);
        }
        return Value.of(text);
    }

    private static Value point(Object given) {
        var text = switch (given) {
            case Map<?, ?> map
            when map.get("lat") instanceof Number lat && map.get("lon") instanceof Number lon ->
                plain(lat) + "," + plain(lon);
            case String written -> written.replace(" ", "");
            default -> throw complaint(say("latitude,longitude, or {\"lat\": .., \"lon\": ..}"), given);
        };
        return Value.of(text);
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).toPlainString();
    }

    private static Value asset(Object given) {
        var text = text(given, say("an asset's id, jcr:<uuid>"));
        return Value.of(ValueTypes.isId(text) ? "jcr:" + text : text);
    }

    private static IllegalArgumentException complaint(String expected, Object given) {
        var shown = String.valueOf(given);
        return new IllegalArgumentException(
                say("must be %s, not `%s`", expected, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
    }
}
