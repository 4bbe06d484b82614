package eu.nephele.platform.search.analysis;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns texts into keys whose byte order is the alphabetical order of a language. Safe for many threads. */
public final class SortKeys {

    /** Longer texts that begin alike sort by id: nobody reads lists that far. */
    private static final int MAX_CHARACTERS = 64;

    private static final HexFormat HEX = HexFormat.of();

    private static final Map<String, SortKeys> LANGUAGES = new ConcurrentHashMap<>();

    private final Collator collator;

    /** @param collationLocale a BCP 47 tag that ICU knows, such as {@code sr-Latn}; an unknown one sorts by the root order */
    public static SortKeys in(String collationLocale) {
        return LANGUAGES.computeIfAbsent(collationLocale, SortKeys::new);
    }

    private SortKeys(String collationLocale) {
        this.collator =
                Collator.getInstance(ULocale.forLanguageTag(collationLocale)).freeze();
    }

    /** Hexadecimal. */
    public String of(String text) {
        var stripped = text.strip();
        var beginning = stripped.length() <= MAX_CHARACTERS ? stripped : stripped.substring(0, MAX_CHARACTERS);
        var key = collator.getCollationKey(beginning).toByteArray();
        return HEX.formatHex(key, 0, key.length - 1);
    }
}
