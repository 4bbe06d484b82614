package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user typed, as a query: all words must be found, each anywhere and in any of its forms. Texts in the reader's locale are
 * searched, where they are missing those they fall back to, and those without language. Scores are {@link TextMatch}'s, the same on every
 * engine: a word's is that of its best find; words that stand together as they were typed score once more.
 */
final class TextQuery {

    /** Longer texts, pasted rather than typed, are taken as they are. */
    private static final int MOST_MISTYPED_WORDS = 8;

    /** A word has few stems; more ways to combine them than that are not tried. */
    private static final int MOST_COMBINATIONS = 16;

    /** Texts that are searched in one way. @param gate what a document must meet to be searched here, or null */
    private record Source(
            TypedText typed,
            List<AskedFields.Weighted> fields,
            @Nullable Query gate) {}

    private final List<Source> sources = new ArrayList<>();
    private final List<SearchText.Part> parts;

    TextQuery(AskedFields asked, SiteDefinition site, Synonyms synonyms, LocaleDefinition locale, SearchText text) {
        parts = withoutStopWords(text, TextAnalysis.of(locale.analyzer(), locale.id()));
        sources.add(source(locale, synonyms, asked, null));
        for (var id : locale.fallbacks()) {
            site.locale(id)
                    .filter(fallback -> !fallback.id().equals(locale.id()))
                    .ifPresent(fallback -> sources.add(source(
                            fallback,
                            synonyms,
                            asked,
                            new Query.Terms(
                                    FieldNames.FALLBACK, Set.of(FieldNames.fallback(locale.id(), fallback.id()))))));
        }
        sources.add(new Source(
                new TypedText(TextAnalysis.of(DocumentTexts.NEUTRAL_PROFILE), parts, Synonyms.none()),
                asked.neutralTexts(),
                null));
    }

    private Source source(LocaleDefinition locale, Synonyms synonyms, AskedFields asked, @Nullable Query gate) {
        var typed = new TypedText(TextAnalysis.of(locale.analyzer(), locale.id()), parts, synonyms.in(locale));
        return new Source(typed, asked.texts(locale), gate);
    }

    /** Articles and the like need not be found, unless there is nothing else to find. */
    static List<SearchText.Part> withoutStopWords(SearchText text, TextAnalysis language) {
        var rest = text.parts().stream()
                .filter(part -> !isStopWord(part, language))
                .toList();
        return rest.stream().allMatch(SearchText.Part::excluded) ? text.parts() : rest;
    }

    private static boolean isStopWord(SearchText.Part part, TextAnalysis language) {
        var words = language.words(part.text());
        return !part.phrase()
                && !part.excluded()
                && !words.isEmpty()
                && words.stream().allMatch(Word::isStopWord);
    }

    /** Whether {@link #query} finds more when words may be mistyped. */
    boolean mayBeMistyped() {
        return parts.size() <= MOST_MISTYPED_WORDS
                && sources.getFirst().typed().parts().stream()
                        .filter(TypedText.Part::mayBeMistyped)
                        .flatMap(part -> part.words().stream())
                        .anyMatch(TextForm::mayBeMistyped);
    }

    /** @param mistyped whether words with typos are found too */
    Query query(boolean mistyped) {
        var queries = new ArrayList<Query>();
        for (var i = 0; i < parts.size(); i++) {
            var query = anywhere(i, mistyped);
            queries.add(parts.get(i).excluded() ? new Query.Not(query) : query);
        }
        together().ifPresent(queries::add);
        return new Query.AllOf(queries);
    }

    private Query anywhere(int part, boolean mistyped) {
        return best(sources.stream()
                .flatMap(source ->
                        gated(source, found(source, source.typed().parts().get(part), mistyped)))
                .toList());
    }

    private static Stream<Query> gated(Source source, List<Query> queries) {
        return queries.isEmpty() || source.gate() == null
                ? queries.stream()
                : Stream.of(new Query.AllOf(List.of(source.gate(), best(queries))));
    }

    private static List<Query> found(Source source, TypedText.Part part, boolean mistyped) {
        if (part.words().isEmpty() || source.fields().isEmpty()) {
            return List.of();
        }
        var queries = new ArrayList<Query>();
        if (part.typed().phrase()) {
            queries.add(inFields(source, TextMatch.EXACT, fields -> phrase(fields, part.words(), 0)));
        } else {
            queries.add(allOf(part.words().stream()
                    .map(word -> forms(source, part.forms(word, mistyped)))
                    .toList()));
        }
        for (var synonym : part.synonyms()) {
            queries.add(
                    synonym.size() == 1
                            ? forms(source, TextForm.synonym(synonym.getFirst()))
                            : inFields(source, TextMatch.SYNONYM, fields -> near(fields, synonym)));
        }
        return queries;
    }

    private static Query forms(Source source, List<TextForm> forms) {
        return best(source.fields().stream()
                .flatMap(field -> forms.stream().map(form -> scored(form.query(field.fields()), field, form.match())))
                .toList());
    }

    private interface InField {
        Query in(TextFields fields);
    }

    private static Query inFields(Source source, TextMatch match, InField query) {
        return best(source.fields().stream()
                .map(field -> scored(query.in(field.fields()), field, match))
                .toList());
    }

    private static Query scored(Query query, AskedFields.Weighted field, TextMatch match) {
        return new Query.Constant(query, field.boost() * match.weight());
    }

    private static Query phrase(TextFields fields, List<Word> words, int slop) {
        return new Query.Phrase(fields.exact(), words.stream().map(Word::exact).toList(), slop);
    }

    /** The words of an expression one after the other, with an article between them at most, each in any form. */
    private static Query near(TextFields fields, List<Word> words) {
        var phrases = new ArrayList<Query>();
        phrases.add(phrase(fields, words, words.size() - 1));
        var combinations = List.of(List.<String>of());
        for (var word : words) {
            combinations = combinations.stream()
                    .flatMap(begun -> word.stems().stream()
                            .map(stem -> Stream.concat(begun.stream(), Stream.of(stem))
                                    .toList()))
                    .limit(MOST_COMBINATIONS)
                    .toList();
        }
        // Between the stems of two words in a row may stand others of theirs.
        combinations.forEach(stems -> phrases.add(new Query.Phrase(fields.stem(), stems, 2 * (words.size() - 1))));
        return best(phrases);
    }

    /** Adds to the score where several words stand together, and asks for nothing. */
    private Optional<Query> together() {
        var row = parts.stream()
                .filter(part -> !part.phrase() && !part.excluded())
                .toList();
        if (row.size() < 2 || row.size() > MOST_MISTYPED_WORDS) {
            return Optional.empty();
        }
        var together = sources.stream()
                .flatMap(source -> gated(source, source.fields().isEmpty() ? List.of() : List.of(together(source))))
                .toList();
        return Optional.of(new Query.AnyOf(List.of(new Query.All(), best(together))));
    }

    private static Query together(Source source) {
        var words = source.typed().parts().stream()
                .filter(part -> !part.typed().phrase() && !part.typed().excluded())
                .flatMap(part -> part.words().stream())
                .toList();
        return inFields(source, TextMatch.EXACT, fields -> phrase(fields, words, words.size() - 1));
    }

    private static Query allOf(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : new Query.AllOf(queries);
    }

    private static Query best(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : new Query.Best(queries, 0);
    }
}
