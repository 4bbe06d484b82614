package eu.nephele.platform.access;

/** What somebody wants to do. WRITE covers creating, changing, moving and marking as deleted. */
public enum Action {
    READ,
    WRITE,
    PUBLISH,
    ADMINISTER
}
