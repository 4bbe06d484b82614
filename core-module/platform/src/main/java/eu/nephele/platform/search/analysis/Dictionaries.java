package eu.nephele.platform.search.analysis;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Hunspell dictionaries that the operator installed, by locale: {@code hu.aff} and {@code hu.dic} in a folder. They come beside the rules
 * that are built in, and never in their place: a word that no dictionary has, or that is typed without its accents, is found as before.
 */
public final class Dictionaries {

    public static final Dictionaries NONE = new Dictionaries(Map.of());

    private static final String KEY = "nephele.search.hunspell";
    private static final String AFFIXES = ".aff";
    private static final String WORDS = ".dic";
    private static final long MAX_BYTES = 64L << 20;

    /** @param fingerprint of both files */
    record Installed(String locale, long fingerprint, Dictionary dictionary) {

        @Override
        public String toString() {
            return "%s~%08x".formatted(locale, fingerprint);
        }
    }

    private final Map<String, Installed> byLocale;

    private Dictionaries(Map<String, Installed> byLocale) {
        this.byLocale = byLocale;
    }

    /**
     * Reads all of a folder, each on a thread of its own, for large ones take a second. Refuses a folder that is not there, one file
     * without the other, and what is no dictionary, naming the file.
     */
    public static Dictionaries in(Path folder) {
        var names = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(AFFIXES) || name.endsWith(WORDS))
                    .forEach(name -> names.add(name.substring(0, name.length() - AFFIXES.length())));
        } catch (IOException unreadable) {
            throw refused("the folder %s cannot be read".formatted(folder), unreadable);
        }
        return new Dictionaries(names.parallelStream()
                .map(name -> read(folder, name))
                .collect(Collectors.toMap(
                        Installed::locale,
                        installed -> installed,
                        (one, other) -> {
                            throw refused("%s has two dictionaries for %s".formatted(folder, one.locale()), null);
                        },
                        TreeMap::new)));
    }

    private static Installed read(Path folder, String name) {
        var affixes = bytes(folder.resolve(name + AFFIXES));
        var words = bytes(folder.resolve(name + WORDS));
        var crc = new CRC32();
        crc.update(affixes);
        crc.update(words);
        try {
            var dictionary = new Dictionary(
                    new ByteArrayInputStream(affixes),
                    List.of(new ByteArrayInputStream(words)),
                    false,
                    SortingStrategy.inMemory());
            return new Installed(name.replace('_', '-'), crc.getValue(), dictionary);
        } catch (IOException | ParseException | RuntimeException broken) {
            var line = broken instanceof ParseException parsed ? ", line " + parsed.getErrorOffset() : "";
            throw refused(
                    "%s and %s are no Hunspell dictionary: %s%s"
                            .formatted(folder.resolve(name + AFFIXES), name + WORDS, broken.getMessage(), line),
                    broken);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                throw refused("%s is larger than %d MB".formatted(file, MAX_BYTES >> 20), null);
            }
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw refused(
                    "%s cannot be read; a dictionary is two files, <locale>.aff and <locale>.dic".formatted(file),
                    missing);
        }
    }

    private static PlatformException refused(String why, @Nullable Throwable cause) {
        return new PlatformException(ErrorCode.BAD_REQUEST, KEY + ": " + why, cause);
    }

    /** The locales that have one. */
    public Set<String> locales() {
        return byLocale.keySet();
    }

    /** That of the locale, or of the nearest one above it: {@code de-AT} uses that of {@code de}. */
    Optional<Installed> in(String locale) {
        return byLocale.values().stream()
                .filter(installed -> locale.equals(installed.locale()) || locale.startsWith(installed.locale() + "-"))
                .max(Comparator.comparingInt(installed -> installed.locale().length()));
    }
}
