package eu.nephele.platform.search;

import eu.nephele.api.search.EditDistance;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.List;
import java.util.function.BiPredicate;
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
        return test(label, LabelMatch::begins);
    }

    /** As {@link #test}, where the words typed may have the typos that are forgiven in searches. */
    boolean testMistyped(List<Word> label) {
        return test(label, LabelMatch::beginsMistyped);
    }

    private boolean test(List<Word> label, BiPredicate<String, String> begins) {
        return !typed.isEmpty()
                && typed.stream().allMatch(word -> label.stream().anyMatch(of -> begins(word, of, begins)));
    }

    private static boolean begins(Word typed, Word label, BiPredicate<String, String> begins) {
        return begins.test(typed.exact(), label.exact())
                || begins.test(typed.exact(), label.transliterated())
                || (!typed.transliterated().isEmpty()
                        && (begins.test(typed.transliterated(), label.exact())
                                || begins.test(typed.transliterated(), label.transliterated())));
    }

    private static boolean begins(String typed, String label) {
        return label.startsWith(typed);
    }

    private static boolean beginsMistyped(String typed, String label) {
        if (label.startsWith(typed)) {
            return true;
        }
        var most = TextForm.mostTypos(typed);
        var length = label.codePointCount(0, label.length());
        var from = typed.codePointCount(0, typed.length()) - most;
        for (var cut = from; cut <= Math.min(from + 2 * most, length); cut++) {
            var beginning = label.substring(0, label.offsetByCodePoints(0, cut));
            for (var edits = 1; edits <= most; edits++) {
                if (EditDistance.isTypo(beginning, typed, edits)) {
                    return true;
                }
            }
        }
        return false;
    }
}
