package eu.nephele.platform.media;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a virus scanner has looked at an asset's file. */
public enum Scan {
    /** None has: readers get the file. */
    NONE,
    /** Held back from readers until it is known to be clean. */
    PENDING,
    CLEAN,
    /** Quarantined: readers never get it. */
    INFECTED;

    /** As it is stored and written. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scan of(@Nullable String code) {
        return code == null ? NONE : valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean holdsBack() {
        return this == PENDING || this == INFECTED;
    }
}
