package eu.nephele.platform.access;

import static eu.nephele.platform.wording.Wording.say;

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

    /** As it is told to the person concerned. */
    public String words() {
        return switch (this) {
            case READ -> say("read");
            case CREATE -> say("create");
            case WRITE -> say("write");
            case DELETE -> say("delete");
            case PUBLISH -> say("publish");
            case COMMENT -> say("comment");
            case EXPORT -> say("export");
            case ADMINISTER -> say("administer");
        };
    }
}
