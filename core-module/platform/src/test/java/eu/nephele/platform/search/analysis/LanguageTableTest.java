package eu.nephele.platform.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Per language, words of the catalogue's domain that must find each other, and words that must not: {@code words/<locale>.txt}.
 * Neither prefixes, typos nor synonyms help here.
 */
class LanguageTableTest {

    /** As the locale table of the product has them. */
    private static final Map<String, String> PROFILES = new TreeMap<>(Map.ofEntries(
            Map.entry("en", "english"),
            Map.entry("it", "italian"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("ro", "romanian"),
            Map.entry("bg", "bulgarian"),
            Map.entry("hu", "hungarian"),
            Map.entry("sl", "slovenian"),
            Map.entry("sr", "serbian"),
            Map.entry("sr-Latn", "serbian"),
            Map.entry("bs", "serbian"),
            Map.entry("hr", "serbian"),
            Map.entry("cnr", "serbian"),
            Map.entry("sq", "albanian"),
            Map.entry("mk", "macedonian"),
            Map.entry("uk", "ukrainian"),
            Map.entry("sk", "slovak")));

    private record Pair(boolean meets, String query, String text) {}

    @TestFactory
    Stream<DynamicContainer> everyLanguageFindsTheFormsOfItsWordsAndKeepsOtherWordsApart() {
        return PROFILES.entrySet().stream()
                .map(language -> dynamicContainer(language.getKey(), tests(language.getKey(), language.getValue())));
    }

    private static Stream<DynamicTest> tests(String locale, String profile) {
        var pairs = pairs(locale);
        var enough = dynamicTest("has enough pairs", () -> {
            assertThat(pairs.stream().filter(Pair::meets)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(pairs.stream().filter(pair -> !pair.meets())).hasSizeGreaterThanOrEqualTo(10);
        });
        return Stream.concat(Stream.of(enough), pairs.stream().map(pair -> test(TextAnalysis.of(profile), pair)));
    }

    private static DynamicTest test(TextAnalysis analysis, Pair pair) {
        var name = pair.query() + (pair.meets() ? " finds " : " does not find ") + pair.text();
        return dynamicTest(name, () -> {
            var query = analysis.words(pair.query());
            var text = analysis.words(pair.text());
            assertThat(finds(query, text))
                    .as("%s: %s, %s: %s", pair.query(), query, pair.text(), text)
                    .isEqualTo(pair.meets());
            assertThat(finds(text, query)).as("and back").isEqualTo(pair.meets());
        });
    }

    private static boolean finds(List<Word> query, List<Word> text) {
        return query.stream()
                .filter(word -> !word.isStopWord())
                .allMatch(wanted -> text.stream()
                        .anyMatch(word -> word.exact().equals(wanted.exact())
                                || !Collections.disjoint(word.stems(), wanted.stems())));
    }

    private static List<Pair> pairs(String locale) {
        try (var table = LanguageTableTest.class.getResourceAsStream("words/" + locale + ".txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LanguageTableTest::pair)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code + cluster | clusters} meet, {@code - wood | food} do not. */
    private static Pair pair(String line) {
        var words =
                Arrays.stream(line.substring(2).split("\\|")).map(String::strip).toList();
        return new Pair(line.startsWith("+ "), words.getFirst(), words.getLast());
    }
}
