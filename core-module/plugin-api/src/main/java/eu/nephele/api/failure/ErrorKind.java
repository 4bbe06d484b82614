package eu.nephele.api.failure;

/** Who can cure an error: the caller (USER to LIMIT), time (UNAVAILABLE), or we (DEFECT). */
public enum ErrorKind {
    USER,
    CONFLICT,
    DENIED,
    NOT_FOUND,
    LIMIT,
    UNAVAILABLE,
    DEFECT
}
