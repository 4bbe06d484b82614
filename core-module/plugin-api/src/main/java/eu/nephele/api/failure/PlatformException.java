package eu.nephele.api.failure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one exception of the platform: a code, a message for the person who can cure it, and the fields concerned. */
public final class PlatformException extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> fields;
    private final transient Map<String, Object> details;

    public PlatformException(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of(), null);
    }

    public PlatformException(ErrorCode code, String message, List<FieldError> fields) {
        this(code, message, fields, Map.of(), null);
    }

    public PlatformException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, List.of(), Map.of(), cause);
    }

    /** @param details what a program may read beside the message, such as the rule that denied something */
    public PlatformException(ErrorCode code, String message, List<FieldError> fields, Map<String, Object> details) {
        this(code, message, fields, details, null);
    }

    private PlatformException(
            ErrorCode code,
            String message,
            List<FieldError> fields,
            Map<String, Object> details,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> fields() {
        return fields;
    }

    /** Further members of the answer, by name: texts, numbers, lists and maps of them. */
    public Map<String, Object> details() {
        return details;
    }
}
