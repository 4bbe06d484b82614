package eu.nephele.api.failure;

/** The stable code of an error, which clients may rely on. */
public enum ErrorCode {
    BAD_REQUEST(ErrorKind.USER),
    INVALID_QUERY(ErrorKind.USER),
    INVALID_VALUE(ErrorKind.USER),
    INVALID_ENTRY(ErrorKind.USER),
    INVALID_DEFINITION(ErrorKind.USER),
    UNKNOWN_CONTENT_TYPE(ErrorKind.NOT_FOUND),
    ENTRY_NOT_FOUND(ErrorKind.NOT_FOUND),
    PATH_NOT_FOUND(ErrorKind.NOT_FOUND),
    VERSION_NOT_FOUND(ErrorKind.NOT_FOUND),
    ASSET_NOT_FOUND(ErrorKind.NOT_FOUND),
    STALE_REVISION(ErrorKind.CONFLICT),
    NAME_TAKEN(ErrorKind.CONFLICT),
    STILL_REFERENCED(ErrorKind.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(ErrorKind.CONFLICT),
    NOT_AUTHENTICATED(ErrorKind.DENIED),
    ACCESS_DENIED(ErrorKind.DENIED),
    TOO_LARGE(ErrorKind.LIMIT),
    QUOTA_EXCEEDED(ErrorKind.LIMIT),
    TOO_MANY_ATTEMPTS(ErrorKind.LIMIT),
    STORE_UNAVAILABLE(ErrorKind.UNAVAILABLE),
    SEARCH_UNAVAILABLE(ErrorKind.UNAVAILABLE),
    NOT_SHOWN_YET(ErrorKind.UNAVAILABLE),
    INTERNAL(ErrorKind.DEFECT);

    private final ErrorKind kind;

    ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    public ErrorKind kind() {
        return kind;
    }
}
