package eu.nephele.webapp.editorapi;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that writes an entry: properties, and beside them what begins with {@code @}, or is called {@code revision} in
 * a type that has no such property.
 */
final class EntryBody {

    private final LinkedHashMap<String, Object> members;

    EntryBody(Map<String, Object> members) {
        this.members = new LinkedHashMap<>(members);
    }

    /** Takes a text out of the body. */
    @Nullable
    String text(String name) {
        var value = members.remove(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw invalid(name, "type", "must be text");
    }

    /**
     * Takes out the revision that the author started from.
     *
     * @param ifMatch the header of that name, which may give it instead
     */
    long revision(ContentType type, @Nullable String ifMatch) {
        var given = members.remove("@revision");
        if (given == null && type.property("revision").isEmpty()) {
            given = members.remove("revision");
        }
        if (given == null && ifMatch != null) {
            given = ifMatch.replaceAll("^(W/)?\"|\"$", "");
        }
        if (given instanceof Integer || given instanceof Long) {
            return ((Number) given).longValue();
        }
        if (given instanceof String text && text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        if (given == null) {
            throw invalid(
                    "revision", "required", "is missing: give the revision that you read, in the body or as If-Match");
        }
        throw invalid("revision", "type", "must be a number, not `%s`".formatted(given));
    }

    /** What is left: the properties, and anything misspelt, which is refused as an unknown property. */
    Map<String, Object> rest() {
        return members;
    }

    /** Takes out a whole number, which the header may give instead; null when neither does. */
    @Nullable
    Long number(String name, @Nullable String ifMatch) {
        var given = members.remove(name);
        var text = given == null ? ifMatch == null ? null : ifMatch.replaceAll("^(W/)?\"|\"$", "") : given.toString();
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw invalid(name, "type", "must be a whole number, not `%s`".formatted(text));
    }

    /** Takes out an object; an empty one when it is not there. */
    Map<String, Object> object(String name) {
        var value = members.remove(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            var object = new LinkedHashMap<String, Object>();
            map.forEach((key, member) -> object.put(key.toString(), member));
            return object;
        }
        throw invalid(name, "type", "must be an object");
    }

    /** Takes out yes or no. */
    boolean flag(String name) {
        var value = members.remove(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw invalid(name, "type", "must be true or false");
    }

    /** Takes out a list of texts. */
    List<String> texts(String name) {
        var value = members.remove(name);
        if (value == null) {
            return List.of();
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
