package eu.nephele.api.contenttype;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rules a value must meet to be published; a draft only needs values of the right type.
 *
 * @param minLength in characters; of rich text, of its text without mark-up
 * @param pattern a regular expression the whole value must match
 * @param unique no other entry of the type has this value
 * @param files of files: also a draft holds no others than these allow
 * @param consent whether those who are seen or heard must have consented: a file by its consent reference, a nested node by its day
 *     ({@code date}), neither withdrawn ({@code withdrawnOn}) nor over ({@code expiresOn}). What is live goes when the consent ends.
 * @param externalVideo the value is the address of a film with YouTube, Vimeo or PeerTube
 */
public record Validation(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String pattern,
        boolean unique,
        boolean requiredToPublish,
        FileRules files,
        boolean consent,
        boolean externalVideo) {

    public static final Validation NONE = new Validation(null, null, null, null, null, false, false);

    public Validation(
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String pattern,
            boolean unique,
            boolean requiredToPublish) {
        this(minLength, maxLength, min, max, pattern, unique, requiredToPublish, FileRules.NONE, false, false);
    }

    /** Rules of files alone. */
    public static Validation of(FileRules files, boolean consent) {
        return new Validation(null, null, null, null, null, false, false, files, consent, false);
    }
}
