package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user typed, as a query: all words must be found, each anywhere and in any of its forms. Texts in the reader's locale are
 * searched, where they are missing those they fall back to, and those without language. Weights: content-model 4.2.
 */
final class TextQuery {

    private static final double EXACT = 4;
    private static final double STEM = 3;
    private static final double TRANSLITERATED = 2;
    private static final double PREFIX = 1;

    /** How much the places count that a word was found in besides the best one. */
    private static final double TIE_BREAKER = 0.1;

    private static final int MIN_PREFIX_LENGTH = 2;

    /** Texts that are searched in one way. @param gate what a document must meet to be searched here, or null */
    private record Source(
            TextAnalysis analysis,
            List<AskedFields.Weighted> fields,
            @Nullable Query gate) {}

    private final List<Source> sources = new ArrayList<>();
    private final TextAnalysis language;

    TextQuery(AskedFields asked, SiteDefinition site, LocaleDefinition locale) {
        language = TextAnalysis.of(locale.analyzer());
        sources.add(new Source(language, asked.texts(locale), null));
        for (var id : locale.fallbacks()) {
            site.locale(id)
                    .filter(fallback -> !fallback.id().equals(locale.id()))
                    .ifPresent(fallback -> sources.add(new Source(
                            TextAnalysis.of(fallback.analyzer()),
                            asked.texts(fallback),
                            new Query.Terms(
                                    FieldNames.FALLBACK, Set.of(FieldNames.fallback(locale.id(), fallback.id()))))));
        }
        sources.add(new Source(TextAnalysis.of(DocumentTexts.NEUTRAL_PROFILE), asked.neutralTexts(), null));
    }

    Query of(SearchText text) {
        var parts = withoutStopWords(text.parts());
        var queries = new ArrayList<Query>();
        for (var part : parts) {
            var query = anywhere(part);
            queries.add(part.excluded() ? new Query.Not(query) : query);
        }
        return new Query.AllOf(queries);
    }

    /** Articles and the like need not be found, unless there is nothing else to find. */
    private List<SearchText.Part> withoutStopWords(List<SearchText.Part> parts) {
        var rest = parts.stream().filter(part -> !isStopWord(part)).toList();
        return rest.stream().allMatch(SearchText.Part::excluded) ? parts : rest;
    }

    private boolean isStopWord(SearchText.Part part) {
        var words = language.words(part.text());
        return !part.phrase()
                && !part.excluded()
                && !words.isEmpty()
                && words.stream().allMatch(Word::isStopWord);
    }

    private Query anywhere(SearchText.Part part) {
        var places = new ArrayList<Query>();
        for (var source : sources) {
            var words = source.analysis().words(part.text());
            if (!words.isEmpty() && !source.fields().isEmpty()) {
                var query = part.phrase() ? phrase(source, words) : allOf(source, words, part);
                places.add(source.gate() == null ? query : new Query.AllOf(List.of(source.gate(), query)));
            }
        }
        return new Query.Best(places, TIE_BREAKER);
    }

    private static Query phrase(Source source, List<Word> words) {
        var tokens = words.stream().map(Word::exact).toList();
        return best(source.fields().stream()
                .map(field -> boosted(
                        new Query.Phrase(field.fields().exact(), tokens), field.boost() * EXACT * tokens.size()))
                .toList());
    }

    /** What the user parted by no blank may still be several words: e-commerce. */
    private static Query allOf(Source source, List<Word> words, SearchText.Part part) {
        var queries = new ArrayList<Query>();
        for (var i = 0; i < words.size(); i++) {
            var asPrefix = part.last() && !part.excluded() && i == words.size() - 1;
            queries.add(word(source, words.get(i), asPrefix));
        }
        return queries.size() == 1 ? queries.getFirst() : new Query.AllOf(queries);
    }

    private static Query word(Source source, Word word, boolean asPrefix) {
        var forms = new ArrayList<Query>();
        for (var field : source.fields()) {
            var names = field.fields();
            var boost = field.boost();
            forms.add(boosted(new Query.Token(names.exact(), word.exact()), boost * EXACT));
            word.stems().forEach(stem -> forms.add(boosted(new Query.Token(names.stem(), stem), boost * STEM)));
            forms.add(boosted(new Query.Token(names.transliterated(), word.exact()), boost * TRANSLITERATED));
            if (!word.transliterated().isEmpty()) {
                forms.add(boosted(new Query.Token(names.exact(), word.transliterated()), boost * TRANSLITERATED));
            }
            if (asPrefix && word.exact().length() >= MIN_PREFIX_LENGTH) {
                forms.add(boosted(new Query.TokenPrefix(names.exact(), word.exact()), boost * PREFIX));
                forms.add(boosted(new Query.TokenPrefix(names.transliterated(), word.exact()), boost * PREFIX));
            }
        }
        return best(forms);
    }

    private static Query best(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : new Query.Best(queries, TIE_BREAKER);
    }

    private static Query boosted(Query query, double boost) {
        return new Query.Boosted(query, boost);
    }
}
