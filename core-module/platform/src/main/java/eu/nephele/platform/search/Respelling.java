package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds what a search text may have been meant to be whose words are nowhere: each of them replaced by one like it that is somewhere. */
record Respelling(
        SearchEngine engine, List<String> indexes, AskedFields asked, SiteDefinition site, LocaleDefinition locale) {

    private static final int MAX_WORDS = 6;
    private static final int MAX_SPELLINGS = 2;
    private static final int LEAST_LENGTH = 3;
    private static final int LEAST_LENGTH_FOR_TWO_EDITS = 5;

    /** The likeliest first; empty where all words are known or none is like one that is. */
    List<String> of(SearchText text) {
        if (text.parts().size() > MAX_WORDS) {
            return List.of();
        }
        var fields = fields();
        var spellings =
                text.parts().stream().map(part -> spellings(part, fields)).toList();
        if (spellings.stream().allMatch(List::isEmpty)) {
            return List.of();
        }
        var texts = new LinkedHashSet<String>();
        for (var choice = 0; choice < MAX_SPELLINGS; choice++) {
            var words = new ArrayList<String>();
            for (var i = 0; i < spellings.size(); i++) {
                var of = spellings.get(i);
                words.add(of.isEmpty() ? typed(text.parts().get(i)) : of.get(Math.min(choice, of.size() - 1)));
            }
            texts.add(String.join(" ", words));
        }
        return List.copyOf(texts);
    }

    private static String typed(SearchText.Part part) {
        return (part.excluded() ? "-" : "") + (part.phrase() ? '"' + part.text() + '"' : part.text());
    }

    private List<String> spellings(SearchText.Part part, List<String> fields) {
        var words = TextAnalysis.of(locale.analyzer(), locale.id()).words(part.text());
        if (part.phrase() || part.excluded() || words.size() != 1) {
            return List.of();
        }
        var token = words.getFirst().exact();
        var length = token.codePointCount(0, token.length());
        if (length < LEAST_LENGTH || isSomewhere(token, fields)) {
            return List.of();
        }
        var edits = length < LEAST_LENGTH_FOR_TWO_EDITS ? 1 : 2;
        return engine.spellings(indexes, fields, token, edits, MAX_SPELLINGS).stream()
                .map(SearchEngine.Spelling::token)
                .toList();
    }

    private boolean isSomewhere(String token, List<String> fields) {
        var anywhere = new Query.AnyOf(fields.stream()
                .map(field -> (Query) new Query.Token(field, token))
                .toList());
        return engine.search(indexes, SearchRequest.of(anywhere, 0)).total() > 0;
    }

    /** Where words lie as they are written, in the language and those it falls back to. */
    private List<String> fields() {
        var fields = new ArrayList<AskedFields.Weighted>(asked.texts(locale));
        locale.fallbacks().forEach(id -> site.locale(id).ifPresent(fallback -> fields.addAll(asked.texts(fallback))));
        fields.addAll(asked.neutralTexts());
        return fields.stream().map(field -> field.fields().exact()).distinct().toList();
    }
}
