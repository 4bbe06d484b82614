package eu.nephele.platform.search.analysis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stems by a language's endings, for folded words: a form may have several, and forms of one word have at least one in common. The
 * rules are in {@code <profile>.properties} beside this class: {@code endings} that are cut off, {@code inner} ones before them,
 * {@code fleeting} vowels that fall out before a last consonant, {@code exchange} of what a stem then ends with, {@code plurals} that words
 * are turned to, and {@code stopWords}.
 */
final class Endings {

    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_WITH_FLEETING = 4;
    private static final String VOWELS = "aeiouyаеиоуъыюяєіαεηιουω";

    private record Exchange(String end, String by) {}

    private final List<String> endings;
    private final List<String> inner;
    private final List<Exchange> exchanges;
    private final List<Exchange> plurals;
    private final String fleeting;
    private final List<String> stopWords;

    private Endings(Properties rules) {
        endings = longestFirst(rules, "endings");
        inner = longestFirst(rules, "inner");
        exchanges = exchanges(rules, "exchange");
        plurals = exchanges(rules, "plurals");
        fleeting = rules.getProperty("fleeting", "");
        stopWords = longestFirst(rules, "stopWords");
    }

    /** The rules of a profile; none where it has no file. */
    static Endings of(String profile) {
        var rules = new Properties();
        try (var file = Endings.class.getResourceAsStream(profile + ".properties")) {
            if (file != null) {
                rules.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Endings(rules);
    }

    private static List<String> longestFirst(Properties rules, String key) {
        return Arrays.stream(rules.getProperty(key, "").split("\\s+"))
                .filter(ending -> !ending.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static List<Exchange> exchanges(Properties rules, String key) {
        return longestFirst(rules, key).stream()
                .map(rule -> rule.split(">"))
                .map(sides -> new Exchange(sides[0], sides[1]))
                .sorted(Comparator.comparingInt(
                                (Exchange exchange) -> exchange.end().length())
                        .reversed())
                .toList();
    }

    List<String> stopWords() {
        return stopWords;
    }

    /** None where the rules leave the word to a stemmer. */
    Set<String> stems(String word) {
        if (endings.isEmpty() && plurals.isEmpty()) {
            var spelled = finished(word);
            return spelled.equals(word) ? Set.of() : Set.of(spelled);
        }
        if (word.length() <= SHORTEST_STEM || hasDigit(word)) {
            return Set.of(word);
        }
        var stems = new LinkedHashSet<String>();
        for (var stem : withoutEnding(word)) {
            stems.add(finished(stem));
            for (var ending : inner) {
                if (isCut(stem, ending)) {
                    stems.add(finished(cut(stem, ending)));
                }
            }
        }
        var plural = first(plurals, word, SHORTEST_STEM);
        if (plural != null) {
            stems.add(cut(word, plural.end()) + plural.by());
        }
        return stems;
    }

    /**
     * Without the longest ending; also without the shortest (in reklama, ama is no ending); and as it is, if it ends in a consonant (in
     * problem, em is none).
     */
    private Set<String> withoutEnding(String word) {
        String longest = null;
        String shortest = null;
        for (var ending : endings) {
            if (isCut(word, ending)) {
                longest = longest == null ? ending : longest;
                shortest = ending;
            }
        }
        if (longest == null || shortest == null) {
            return Set.of(word);
        }
        var stems = new LinkedHashSet<String>();
        stems.add(cut(word, longest));
        stems.add(cut(word, shortest));
        if (!isVowel(word.charAt(word.length() - 1))) {
            stems.add(word);
        }
        return stems;
    }

    private String finished(String stem) {
        var exchange = first(exchanges, stem, 1);
        return withoutFleetingVowel(exchange == null ? stem : cut(stem, exchange.end()) + exchange.by());
    }

    /** The rule with the longest end that the word has, if that leaves so much of it. */
    private static @Nullable Exchange first(List<Exchange> rules, String word, int shortest) {
        for (var rule : rules) {
            if (word.length() - rule.end().length() >= shortest && word.endsWith(rule.end())) {
                return rule;
            }
        }
        return null;
    }

    private String withoutFleetingVowel(String stem) {
        var last = stem.length() - 1;
        return stem.length() >= SHORTEST_WITH_FLEETING
                        && fleeting.indexOf(stem.charAt(last - 1)) >= 0
                        && !isVowel(stem.charAt(last))
                        && !isVowel(stem.charAt(last - 2))
                ? stem.substring(0, last - 1) + stem.charAt(last)
                : stem;
    }

    private static boolean isCut(String word, String ending) {
        var length = word.length() - ending.length();
        return length >= SHORTEST_STEM && word.endsWith(ending) && hasSyllable(word, length);
    }

    /** A stem has a vowel, or an r between consonants: trg, but not str. */
    private static boolean hasSyllable(String word, int length) {
        for (var i = 0; i < length; i++) {
            var letter = word.charAt(i);
            if (isVowel(letter) || (i > 0 && i < length - 1 && (letter == 'r' || letter == 'р'))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String word, String ending) {
        return word.substring(0, word.length() - ending.length());
    }

    private static boolean isVowel(int letter) {
        return VOWELS.indexOf(letter) >= 0;
    }
}
