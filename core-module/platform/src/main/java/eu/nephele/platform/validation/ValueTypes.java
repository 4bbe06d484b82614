package eu.nephele.platform.validation;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.PropertyType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a stored value is of a property's type. */
public final class ValueTypes {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern POINT = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");

    private ValueTypes() {}

    /** What is wrong with the value, or null. */
    static @Nullable String complaint(PropertyType type, Value value) {
        return switch (type) {
            case PropertyType.Scalar scalar -> scalar(scalar, value);
            case PropertyType.Reference ignored ->
                value instanceof Value.Text(String text) && isId(text)
                        ? null
                        : say("must be the id (a UUID) of an entry, not `%s`", value.asText());
            case PropertyType.Nested ignored -> say("must be an object");
        };
    }

    private static @Nullable String scalar(PropertyType.Scalar type, Value value) {
        var text = value.asText();
        var expected = switch (type) {
            case STRING, RICH_TEXT -> value instanceof Value.Text ? null : say("text");
            case BOOLEAN -> value instanceof Value.Flag ? null : say("true or false");
            case LONG -> value instanceof Value.Whole ? null : say("a whole number");
            case DOUBLE -> value instanceof Value.Real ? null : say("a number");
            case DECIMAL -> value instanceof Value.Exact ? null : say("a decimal number");
            case DATE ->
                value instanceof Value.Moment ? null : say("a date with time and offset, 2026-10-01T09:30:00+02:00");
            case LOCAL_DATE ->
                value instanceof Value.Text && isDay(text)
                        ? null
                        : say("a day, month or year: 2012-10-01, 2012-10, 2012");
            case GEO_POINT ->
                value instanceof Value.Text && isPoint(text)
                        ? null
                        : say("latitude,longitude in degrees, such as 44.8178,20.4569");
            case ASSET ->
                value instanceof Value.Text && text.startsWith("jcr:") && isId(text.substring(4))
                        ? null
                        : say("an asset's id, jcr:<uuid>");
        };
        return expected == null ? null : say("must be %s, not `%s`", expected, text);
    }

    public static boolean isId(String text) {
        return UUID.matcher(text).matches();
    }

    /** Whether the text is an existing day, month or year in ISO form. */
    public static boolean isDay(String text) {
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    static boolean isPoint(String text) {
        var matcher = POINT.matcher(text);
        return matcher.matches()
                && Math.abs(Double.parseDouble(matcher.group(1))) <= 90
                && Math.abs(Double.parseDouble(matcher.group(2))) <= 180;
    }
}
