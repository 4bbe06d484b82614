package eu.nephele.platform.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.List;

/** How questions that cannot be answered are refused. */
final class Refusals {

    private Refusals() {}

    static PlatformException query(String parameter, String rule, String message) {
        return new PlatformException(
                ErrorCode.INVALID_QUERY, message, List.of(new FieldError(parameter, rule, message)));
    }

    static PlatformException value(String parameter, String value, String expected) {
        var message = "%s: `%s` is not %s".formatted(parameter, value, expected);
        return new PlatformException(
                ErrorCode.INVALID_VALUE, message, List.of(new FieldError(parameter, "format", message)));
    }

    static PlatformException unknown(String parameter, String name, List<String> types, List<String> allowed) {
        return query(
                parameter,
                "unknown",
                "`%s` is no property of %s that can be asked about; allowed: %s"
                        .formatted(name, String.join(", ", types), String.join(", ", allowed)));
    }
}
