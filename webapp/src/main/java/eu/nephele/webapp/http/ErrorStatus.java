package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import org.springframework.http.HttpStatus;

/** The HTTP status of an error: the one place that derives it. */
public final class ErrorStatus {

    private ErrorStatus() {}

    public static HttpStatus of(ErrorCode code) {
        return switch (code.kind()) {
            case USER -> HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
            case DENIED -> code == ErrorCode.NOT_AUTHENTICATED ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case LIMIT ->
                code == ErrorCode.TOO_MANY_ATTEMPTS ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONTENT_TOO_LARGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case DEFECT -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
