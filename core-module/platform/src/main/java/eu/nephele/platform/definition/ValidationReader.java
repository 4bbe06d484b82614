package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.Validation;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code validation:} of a property. */
final class ValidationReader {

    private ValidationReader() {}

    static Validation read(Section property, PropertyType type) {
        if (property.value("validation").isEmpty()) {
            return Validation.NONE;
        }
        var section = property.section("validation");
        var text = type == Scalar.STRING || type == Scalar.RICH_TEXT;
        var number = type == Scalar.LONG || type == Scalar.DOUBLE || type == Scalar.DECIMAL;
        var minLength = length(section, "minLength", text);
        var maxLength = length(section, "maxLength", text);
        var min = bound(section, "min", number);
        var max = bound(section, "max", number);
        if (minLength != null && maxLength != null && minLength > maxLength) {
            section.major("minLength", "is larger than `maxLength`", null);
            minLength = null;
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            section.major("min", "is larger than `max`", null);
            min = null;
        }
        var validation = new Validation(
                minLength,
                maxLength,
                min,
                max,
                pattern(section, text),
                section.flag("unique", false),
                section.flag("requiredToPublish", false));
        section.finish();
        return validation;
    }

    private static @Nullable Integer length(Section section, String key, boolean text) {
        if (section.value(key).isEmpty()) {
            return null;
        }
        var length = section.whole(key, -1, 0, Integer.MAX_VALUE);
        return length < 0 || !fits(section, key, text, "a text") ? null : (Integer) length;
    }

    private static @Nullable BigDecimal bound(Section section, String key, boolean number) {
        var bound = section.number(key);
        return bound == null || !fits(section, key, number, "a number") ? null : bound;
    }

    private static @Nullable String pattern(Section section, boolean text) {
        var pattern = section.text("pattern");
        if (pattern == null || !fits(section, "pattern", text, "a text")) {
            return null;
        }
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            section.major("pattern", "is no regular expression: " + e.getDescription(), null);
            return null;
        }
    }

    private static boolean fits(Section section, String key, boolean fits, String what) {
        if (!fits) {
            section.major(key, "the property is not %s".formatted(what), "it has no effect");
        }
        return fits;
    }
}
