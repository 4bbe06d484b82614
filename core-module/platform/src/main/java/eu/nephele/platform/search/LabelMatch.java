package eu.nephele.platform.search;

import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds labels by what a user types: each word typed begins a word of the label, whatever case, accents and script: {@code slov} and
 * {@code слов} find {@code Словенија}. Safe for many threads.
 */
public final class LabelMatch implements Predicate<String> {

    private final TextAnalysis analysis;
    private final List<Word> typed;

    /** @param locale the one that the labels are in */
    public LabelMatch(LocaleDefinition locale, String typed) {
        this.analysis = TextAnalysis.of(locale.analyzer(), locale.id());
        this.typed = analysis.words(typed);
    }

    /** Whether there is nothing to look for: then no label is found. */
    public boolean isEmpty() {
        return typed.isEmpty();
    }

    @Override
    public boolean test(String label) {
        return test(analysis.words(label));
    }

    boolean test(List<Word> label) {
        return !typed.isEmpty()
                && typed.stream().allMatch(word -> label.stream().anyMatch(of -> begins(word, of)));
    }

    private static boolean begins(Word typed, Word label) {
        return label.exact().startsWith(typed.exact())
                || label.transliterated().startsWith(typed.exact())
                || (!typed.transliterated().isEmpty()
                        && (label.exact().startsWith(typed.transliterated())
                                || label.transliterated().startsWith(typed.transliterated())));
    }
}
