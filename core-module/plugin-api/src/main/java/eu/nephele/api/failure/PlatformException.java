package eu.nephele.api.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one exception of the platform: a code, a message for the person who can cure it, and the fields concerned. */
public final class PlatformException extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> fields;

    public PlatformException(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    public PlatformException(ErrorCode code, String message, List<FieldError> fields) {
        this(code, message, fields, null);
    }

    public PlatformException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, List.of(), cause);
    }

    private PlatformException(ErrorCode code, String message, List<FieldError> fields, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
