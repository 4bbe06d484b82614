package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.EditDistance;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.SearchEngine.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the tokens of indexes that are written nearly alike. */
record Spellings(List<String> aliases, Fields fields) {

    private static final int MAX_EDITS = 2;

    /** Of those that are equally near, the most frequent that are counted field by field. */
    private static final int MOST_COUNTED = 50;

    List<Spelling> of(String token, List<String> in, int edits, int limit, Connection connection) {
        if (edits < 1 || edits > MAX_EDITS || limit < 0 || token.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY, "Spellings are of a token, by 1 or 2 edits, not by " + edits);
        }
        var stored = in.stream()
                .flatMap(field -> fields.stored(field, FieldKind.TOKENS).stream())
                .distinct()
                .toList();
        if (limit == 0 || stored.isEmpty()) {
            return List.of();
        }
        var near = NearTokens.of(Map.of(token, edits), aliases, connection).documentsByOther(token);
        var found = new ArrayList<Spelling>();
        for (var away = 1; away <= edits && found.size() < limit; away++) {
            found.addAll(counted(nearest(token, near, away), stored, away, connection));
        }
        return found.stream().limit(limit).toList();
    }

    private static List<String> nearest(String token, Map<String, Long> near, int away) {
        return near.keySet().stream()
                .filter(other -> other.codePointAt(0) == token.codePointAt(0))
                .filter(other -> EditDistance.between(other, token, MAX_EDITS) == away)
                .sorted(Comparator.<String>comparingLong(near::get).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST_COUNTED)
                .toList();
    }

    /** Those that are in one of the fields: the vocabulary is that of all. */
    private List<Spelling> counted(List<String> tokens, List<String> stored, int edits, Connection connection) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        var asked = asked(tokens, stored);
        var documents = new HashMap<String, Long>();
        connection
                .search(client -> client.search(asked, Void.class))
                .aggregations()
                .values()
                .forEach(field -> {
                    var buckets = field.filters().buckets().array();
                    for (var i = 0; i < buckets.size(); i++) {
                        documents.merge(tokens.get(i), buckets.get(i).docCount(), Math::max);
                    }
                });
        return tokens.stream()
                .filter(token -> documents.getOrDefault(token, 0L) > 0)
                .map(token -> new Spelling(token, edits, documents.get(token)))
                .sorted(Comparator.comparingLong(Spelling::documents).reversed().thenComparing(Spelling::token))
                .toList();
    }

    private SearchRequest asked(List<String> tokens, List<String> stored) {
        var counts = new HashMap<String, Aggregation>();
        for (var field : stored) {
            var having = tokens.stream()
                    .map(token -> Query.of(
                            query -> query.term(term -> term.field(field).value(token))))
                    .toList();
            counts.put(
                    "" + counts.size(),
                    Aggregation.of(count -> count.filters(filters -> filters.filters(f -> f.array(having)))));
        }
        return SearchRequest.of(search -> search.index(aliases)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .aggregations(counts));
    }
}
