package eu.nephele.platform.definition.internal;

import eu.nephele.platform.definition.internal.Located.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What scalars say, by the rules of YAML 1.1. */
public final class Scalars {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

    private Scalars() {}

    public static Optional<Boolean> flag(Scalar scalar) {
        var word = scalar.text().toLowerCase(Locale.ROOT);
        return TRUE.contains(word) ? Optional.of(true) : FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** A number in decimal, or a whole one in hexadecimal, octal or binary; underscores may part digits. */
    public static Optional<BigDecimal> number(Scalar scalar) {
        var text = scalar.text().replace("_", "");
        if (text.isEmpty() || text.length() > 100) {
            return Optional.empty();
        }
        try {
            var negative = text.startsWith("-");
            var digits = negative || text.startsWith("+") ? text.substring(1) : text;
            if (scalar.kind() == Located.Kind.WHOLE && digits.length() > 1 && digits.startsWith("0")) {
                var value = withPrefix(digits.toLowerCase(Locale.ROOT));
                return Optional.of(new BigDecimal(negative ? value.negate() : value));
            }
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigInteger withPrefix(String digits) {
        return switch (digits.charAt(1)) {
            case 'x' -> new BigInteger(digits.substring(2), 16);
            case 'b' -> new BigInteger(digits.substring(2), 2);
            default -> new BigInteger(digits.substring(1), 8);
        };
    }

    public static Optional<Long> whole(Scalar scalar) {
        try {
            return number(scalar).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** {@code 60} (seconds), {@code 60s}, {@code 5m}, {@code 2h}, {@code 1d}, or ISO 8601 {@code PT5M}. */
    public static Optional<Duration> duration(Scalar scalar) {
        var text = scalar.text().strip().toLowerCase(Locale.ROOT);
        var matcher = DURATION.matcher(text);
        if (matcher.matches()) {
            var amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        case "d" -> Duration.ofDays(amount);
                        case null, default -> Duration.ofSeconds(amount);
                    });
        }
        try {
            var duration = Duration.parse(text);
            return duration.isNegative() ? Optional.empty() : Optional.of(duration);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** String, Boolean, Long, Double or null, as YAML takes it; dates and all else are text as written. */
    static @Nullable Object plain(Scalar scalar) {
        return switch (scalar.kind()) {
            case NULL -> null;
            case BOOLEAN -> flag(scalar).<Object>map(flag -> flag).orElse(scalar.text());
            case WHOLE -> whole(scalar).<Object>map(number -> number).orElse(scalar.text());
            case REAL -> number(scalar).<Object>map(BigDecimal::doubleValue).orElse(scalar.text());
            case TEXT -> scalar.text();
        };
    }
}
