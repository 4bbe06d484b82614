package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import com.ibm.icu.text.Transliterator;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of entries, which are the last part of their delivered path. */
final class EntryNames {

    private static final int MAX_LENGTH = 100;
    private static final Pattern ALLOWED =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,%d}".formatted(MAX_LENGTH - 1));
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private EntryNames() {}

    static String requireValid(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            var message = say(
                    "`%s` cannot be a name: use letters, digits, '-', '_' and '.', at most %d, a letter or digit first",
                    name, MAX_LENGTH);
            throw new PlatformException(
                    ErrorCode.INVALID_ENTRY, message, List.of(new FieldError("@name", "pattern", message)));
        }
        return name;
    }

    /** {@code Дунав Кластер} becomes {@code dunav-klaster}; a text without letters becomes {@code entry}. */
    static String slug(String text) {
        String ascii;
        synchronized (TO_ASCII) {
            ascii = TO_ASCII.transliterate(text);
        }
        var slug = ascii.toLowerCase(Locale.ROOT)
                .replaceAll("['’`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = slug.length() > 80 ? slug.substring(0, 80).replaceAll("-+$", "") : slug;
        return cut.isEmpty() ? "entry" : cut;
    }

    /** The name itself, or with the first number from 2 that is free. */
    static String free(String name, Predicate<String> taken) {
        var candidate = name;
        for (var number = 2; taken.test(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }
}
