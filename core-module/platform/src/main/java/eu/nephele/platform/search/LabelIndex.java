package eu.nephele.platform.search;

import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Labels taken apart once, to be looked through for what a user types again and again. Safe for many threads. */
public final class LabelIndex<T> {

    private record Labelled<T>(T of, List<Word> words) {}

    private final LocaleDefinition locale;
    private final List<Labelled<T>> labels;

    /** @param locale the one that the labels are in */
    public LabelIndex(LocaleDefinition locale, List<T> labelled, Function<T, String> label) {
        var analysis = TextAnalysis.of(locale.analyzer(), locale.id());
        this.locale = locale;
        this.labels = labelled.stream()
                .map(one -> new Labelled<>(one, analysis.words(label.apply(one))))
                .toList();
    }

    /** @param mistyped whether they are like what was typed, for none begins as it */
    public record Found<T>(List<T> all, boolean mistyped) {}

    /**
     * In the order given; see {@link LabelMatch}.
     *
     * @param mistyped whether those that are like what was typed are found where none begins as it
     */
    public Found<T> matching(String typed, int limit, boolean mistyped) {
        var match = new LabelMatch(locale, typed);
        var exact = matching(match::test, limit);
        return exact.isEmpty() && mistyped
                ? new Found<>(matching(match::testMistyped, limit), true)
                : new Found<>(exact, false);
    }

    private List<T> matching(Predicate<List<Word>> match, int limit) {
        return labels.stream()
                .filter(label -> match.test(label.words()))
                .limit(limit)
                .map(Labelled::of)
                .toList();
    }
}
