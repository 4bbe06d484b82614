package eu.nephele.platform.mail;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.document.Documents;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each person wants by e-mail, and in which language. Who never chose gets all at once. */
public final class MailPreferences {

    public static final Set<String> LANGUAGES = Set.of("en", "de", "it", "sr");

    private static final String ID = "mail";

    public enum Delivery {
        none,
        immediately,
        daily
    }

    /** @param language of the interface, and so of letters */
    public record Preference(Delivery delivery, String language) {
        static final Preference USUAL = new Preference(Delivery.immediately, "en");
    }

    private final Documents<Preference> preferences;

    public MailPreferences(Documents<Preference> preferences) {
        this.preferences = preferences;
    }

    public Preference of(String user) {
        return preferences.find(user, ID).orElse(Preference.USUAL);
    }

    /** What is null stays as it is. */
    public Preference change(String user, @Nullable Delivery delivery, @Nullable String language) {
        if (language != null && !LANGUAGES.contains(language)) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "`language` is one of %s"
                            .formatted(LANGUAGES.stream().sorted().toList()));
        }
        return preferences
                .update(user, ID, stored -> {
                    var before = stored == null ? Preference.USUAL : stored;
                    return new Preference(
                            delivery == null ? before.delivery() : delivery,
                            language == null ? before.language() : language);
                })
                .orElseThrow();
    }
}
