package eu.nephele.platform.search.lucene;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.SearchEngine.Spelling;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;

/** Finds the tokens of an index that are written nearly alike. */
final class Spellings {

    private static final int MAX_EDITS = 2;
    private static final int EQUAL_BEGINNING = 1;

    private final IndexReader reader;
    private final Fields fields;

    Spellings(SearchView view) {
        this.reader = view.searcher().getIndexReader();
        this.fields = view.fields();
    }

    List<Spelling> of(String token, List<String> in, int edits, int limit) throws IOException {
        if (edits < 1 || edits > MAX_EDITS || limit < 0 || token.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY, "Spellings are of a token, by 1 or 2 edits, not by " + edits);
        }
        var nearest = new HashMap<String, Spelling>();
        for (var within = 1; within <= edits; within++) {
            for (var field : in) {
                var stored = fields.stored(field, FieldKind.TOKENS);
                if (stored.isPresent()) {
                    collect(new Term(stored.get(), token), within, nearest);
                }
            }
        }
        return nearest.values().stream()
                .sorted(Comparator.comparingInt(Spelling::edits)
                        .thenComparing(
                                Comparator.comparingLong(Spelling::documents).reversed())
                        .thenComparing(Spelling::token))
                .limit(limit)
                .toList();
    }

    /** Fewer edits are looked for first, so that what is there already is nearer. */
    private void collect(Term token, int edits, Map<String, Spelling> nearest) throws IOException {
        var terms = MultiTerms.getTerms(reader, token.field());
        if (terms == null) {
            return;
        }
        var alike = new FuzzyTermsEnum(terms, token, edits, EQUAL_BEGINNING, true);
        while (alike.next() != null) {
            var text = Objects.requireNonNull(alike.term()).utf8ToString();
            if (!text.equals(token.text()) && isMostlyEqual(text, token.text(), edits)) {
                nearest.merge(
                        text,
                        new Spelling(text, edits, alike.docFreq()),
                        (known, found) ->
                                new Spelling(text, known.edits(), Math.max(known.documents(), found.documents())));
            }
        }
    }

    /** At most every other character of the shorter one is edited. */
    private static boolean isMostlyEqual(String one, String other, int edits) {
        return 2 * edits <= Math.min(one.codePointCount(0, one.length()), other.codePointCount(0, other.length()));
    }
}
