package eu.nephele.platform.access;

import java.util.Locale;

/** What somebody wants to do. Who may DELETE or CREATE needs WRITE as well, for both change content. */
public enum Action {
    READ,
    CREATE,
    /** Changing; moving and going back to a version need it without limits to fields and locales. */
    WRITE,
    DELETE,
    /** Making live, and taking away from live. */
    PUBLISH,
    COMMENT,
    EXPORT,
    /** Users, roles, the audit log, the server itself. */
    ADMINISTER;

    /** As roles write it: {@code read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
