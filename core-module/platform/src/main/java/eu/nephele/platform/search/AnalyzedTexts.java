package eu.nephele.platform.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Tokens of texts as the engines index them, separated by blanks. A publication has the same texts in the draft and in the live
 * entry, so what was just analyzed is kept for a moment. Safe for many threads.
 */
final class AnalyzedTexts {

    private static final int MAX_CHARACTERS = 4_000_000;
    private static final Duration MOMENT = Duration.ofSeconds(10);

    /** @param transliterated empty where nothing is written in other than Latin letters */
    record Tokens(String exact, String stem, String transliterated) {

        private int characters() {
            return exact.length() + stem.length() + transliterated.length();
        }
    }

    private record Text(String profile, String locale, String text) {}

    private final Cache<Text, Tokens> recent = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Text text, Tokens tokens) -> text.text().length() + tokens.characters())
            .expireAfterWrite(MOMENT)
            .executor(Runnable::run)
            .build();

    /** @param locale empty for texts of no particular language */
    Tokens tokens(String profile, String locale, String text) {
        return recent.get(new Text(profile, locale, text), AnalyzedTexts::analyze);
    }

    private static Tokens analyze(Text text) {
        var words = TextAnalysis.of(text.profile(), text.locale()).words(text.text());
        return new Tokens(
                words.stream().map(Word::exact).collect(Collectors.joining(" ")),
                words.stream().flatMap(word -> word.stems().stream()).collect(Collectors.joining(" ")),
                words.stream()
                        .map(Word::transliterated)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")));
    }
}
