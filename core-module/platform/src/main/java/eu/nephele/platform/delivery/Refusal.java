package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Makes the errors of a request: each names the parameter, what is wrong with it and what would be right. */
final class Refusal {

    private static final int MAX_LISTED = 80;
    private static final int MAX_QUOTED = 100;
    private static final int MAX_COMPARED = 60;

    private Refusal() {}

    /** @param kind what the name should be one of: {@code parameter}, {@code property}, {@code operator}, {@code facet} */
    static PlatformException unknown(
            ErrorCode code, String kind, String parameter, String name, Collection<String> allowed) {
        var nearest = nearest(name, allowed);
        var message = "Unknown %s %s%s %s".formatted(kind, quoted(name), nearest, listed(allowed));
        return refused(code, parameter, "unknown", message);
    }

    static PlatformException invalid(ErrorCode code, String parameter, String message) {
        return refused(code, parameter, "invalid", message);
    }

    static PlatformException value(String parameter, String value, String expected) {
        return refused(
                ErrorCode.INVALID_VALUE,
                parameter,
                "type",
                "%s is %s, but must be %s".formatted(quoted(parameter), quoted(value), expected));
    }

    static String quoted(String text) {
        return "`" + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text) + "`";
    }

    private static PlatformException refused(ErrorCode code, String parameter, String rule, String message) {
        return new PlatformException(code, message, List.of(new FieldError(parameter, rule, message)));
    }

    private static String listed(Collection<String> allowed) {
        if (allowed.isEmpty()) {
            return "None is allowed here.";
        }
        var sorted = new TreeSet<>(allowed);
        var shown = String.join(", ", sorted.stream().limit(MAX_LISTED).toList());
        var more = sorted.size() - MAX_LISTED;
        return "Allowed: " + shown + (more > 0 ? " and " + more + " more" : "") + ".";
    }

    private static String nearest(String name, Collection<String> allowed) {
        if (name.length() > MAX_COMPARED) {
            return ".";
        }
        var best = ".";
        var least = (name.length() < 4 ? 1 : Math.max(2, name.length() / 3)) + 1;
        for (var candidate : new TreeSet<>(allowed)) {
            var distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = ", did you mean `" + candidate + "`?";
                least = distance;
            }
        }
        return best;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(above[column - 1] + changed, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[other.length()];
    }
}
