package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.FileRules;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.Validation;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code validation:} of a property. */
final class ValidationReader {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/(\\*|[a-z0-9][a-z0-9.+-]*)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?((?i:B|KB|MB|GB)?)");

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
                section.flag("requiredToPublish", false),
                files(section, type),
                consent(section, type),
                section.flag("externalVideo", false) && fits(section, "externalVideo", text, "a text"));
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

    private static FileRules files(Section section, PropertyType type) {
        var file = type == Scalar.ASSET;
        var types = section.texts("fileTypes").stream()
                .filter(written -> isMediaType(section, written))
                .toList();
        var size = section.text("maxFileSize");
        var altText = section.flag("altText", false);
        var captionsIn = section.texts("captionsIn");
        var film = file || type == Scalar.STRING;
        return new FileRules(
                types.isEmpty() || fits(section, "fileTypes", file, "a file") ? types : List.of(),
                size == null || !fits(section, "maxFileSize", file, "a file") ? null : bytes(section, size),
                altText && fits(section, "altText", file, "a file"),
                captionsIn.isEmpty() || fits(section, "captionsIn", film, "a film or its address")
                        ? captionsIn
                        : List.of());
    }

    private static boolean isMediaType(Section section, String written) {
        if (MEDIA_TYPE.matcher(written).matches()) {
            return true;
        }
        section.major("fileTypes", "`%s` is no media type".formatted(written), "image/*, or application/pdf");
        return false;
    }

    private static @Nullable Long bytes(Section section, String written) {
        var size = SIZE.matcher(written.strip());
        if (!size.matches() || size.group(1).equals("0")) {
            section.major("maxFileSize", "`%s` is no size".formatted(written), "500KB, 20MB or 2GB");
            return null;
        }
        var steps = "BKMG"
                .indexOf(
                        size.group(2).isEmpty()
                                ? 'B'
                                : Character.toUpperCase(size.group(2).charAt(0)));
        return Long.parseLong(size.group(1)) << (10 * steps);
    }

    /** A file, or a nested node that says when it was given. */
    private static boolean consent(Section section, PropertyType type) {
        var suits = type == Scalar.ASSET || type instanceof PropertyType.Nested;
        return section.flag("consent", false) && fits(section, "consent", suits, "a file, nor a nested node");
    }

    private static boolean fits(Section section, String key, boolean fits, String what) {
        if (!fits) {
            section.major(key, "the property is not %s".formatted(what), "it has no effect");
        }
        return fits;
    }
}
