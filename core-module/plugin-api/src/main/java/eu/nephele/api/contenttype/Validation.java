package eu.nephele.api.contenttype;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rules a value must meet to be published; a draft only needs values of the right type.
 *
 * @param minLength in characters; of rich text, of its text without mark-up
 * @param pattern a regular expression the whole value must match
 * @param unique no other entry of the type has this value
 */
public record Validation(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String pattern,
        boolean unique,
        boolean requiredToPublish) {

    public static final Validation NONE = new Validation(null, null, null, null, null, false, false);
}
