package eu.nephele.platform.media;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a virus scanner has looked at an asset's file. */
public enum Scan {
    /** None is asked: readers get the file. */
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

    /**
     * To be asked before a file, or a picture of it, is handed to anybody.
     *
     * @throws PlatformException ACCESS_DENIED for one in quarantine
     */
    public void requireHarmless(String fileName) {
        if (this == INFECTED) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    "%s is in quarantine, for a virus was found in it: replace its file, or remove it for good"
                            .formatted(fileName));
        }
    }

    boolean holdsBack() {
        return this == PENDING || this == INFECTED;
    }
}
