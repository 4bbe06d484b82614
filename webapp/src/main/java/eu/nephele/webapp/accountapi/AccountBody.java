package eu.nephele.webapp.accountapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a request's body, taken out one by one; what nobody takes is refused. */
final class AccountBody {

    private final LinkedHashMap<String, Object> members;

    AccountBody(Map<String, Object> members) {
        this.members = new LinkedHashMap<>(members);
    }

    @Nullable
    String text(String name) {
        var value = members.remove(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw invalid(name, "type", "must be text");
    }

    String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isEmpty()) {
            throw invalid(name, "required", "is missing");
        }
        return text;
    }

    @Nullable
    Integer number(String name) {
        var value = members.remove(name);
        if (value == null || value instanceof Integer) {
            return (Integer) value;
        }
        throw invalid(name, "type", "must be a whole number");
    }

    @Nullable
    Boolean flag(String name) {
        var value = members.remove(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw invalid(name, "type", "must be true or false");
    }

    /** Null where it is not given. */
    @Nullable
    List<String> texts(String name) {
        var value = members.remove(name);
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw invalid(name, "type", "must be a list of texts");
    }

    /** Refuses what nobody has taken out, naming what is allowed. */
    void requireNothingElse(String... allowed) {
        if (!members.isEmpty()) {
            var name = members.firstEntry().getKey();
            throw invalid(name, "unknown", "is not known here; allowed are " + String.join(", ", allowed));
        }
    }

    static PlatformException invalid(String field, String rule, String message) {
        return new PlatformException(
                ErrorCode.BAD_REQUEST, field + " " + message, List.of(new FieldError(field, rule, message)));
    }
}
