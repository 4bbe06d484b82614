package eu.nephele.platform.validation;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.externalvideo.ExternalVideo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of a property's {@code validation:} that one value alone decides. */
final class ValueRules {

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private ValueRules() {}

    static List<FieldError> check(String path, Property property, Value value) {
        var rules = property.validation();
        var errors = new ArrayList<FieldError>();
        var length = length(property, value);
        if (rules.minLength() != null && length < rules.minLength()) {
            errors.add(new FieldError(
                    path, "minLength", say("has %d characters, needs at least %d", length, rules.minLength())));
        }
        if (rules.maxLength() != null && length > rules.maxLength()) {
            errors.add(new FieldError(
                    path, "maxLength", say("has %d characters, at most %d fit", length, rules.maxLength())));
        }
        if (rules.pattern() != null && !Pattern.matches(rules.pattern(), value.asText())) {
            errors.add(new FieldError(path, "pattern", say("`%s` does not match %s", value.asText(), rules.pattern())));
        }
        if (rules.externalVideo() && ExternalVideo.of(value.asText()).isEmpty()) {
            errors.add(new FieldError(path, "externalVideo", ExternalVideo.complaint(value.asText())));
        }
        number(path, property, value, errors);
        return errors;
    }

    private static void number(String path, Property property, Value value, List<FieldError> errors) {
        var rules = property.validation();
        BigDecimal number = switch (value) {
            case Value.Whole(long whole) -> BigDecimal.valueOf(whole);
            case Value.Real(double real) -> BigDecimal.valueOf(real);
            case Value.Exact(BigDecimal exact) -> exact;
            case Value.Text ignored -> null;
            case Value.Flag ignored -> null;
            case Value.Moment ignored -> null;
            case Value.Many ignored -> null;
        };
        if (number == null) {
            return;
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            errors.add(new FieldError(path, "min", say("is %s, must be at least %s", number, rules.min())));
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            errors.add(new FieldError(path, "max", say("is %s, must be at most %s", number, rules.max())));
        }
    }

    /** In code points; mark-up is not counted, since the rule speaks of what a reader sees. */
    private static int length(Property property, Value value) {
        var text = value.asText();
        var seen = property.type() == PropertyType.Scalar.RICH_TEXT
                ? MARKUP.matcher(text).replaceAll("")
                : text;
        return seen.codePointCount(0, seen.length());
    }
}
