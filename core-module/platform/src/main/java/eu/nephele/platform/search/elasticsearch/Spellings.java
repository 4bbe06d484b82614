package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.SearchEngine.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the tokens of indexes that are written nearly alike.
 *
 * @param fields with the schemas in the order of the aliases
 */
record Spellings(List<String> aliases, Fields fields) {

    private static final int MAX_EDITS = 2;
    private static final int EQUAL_BEGINNING = 1;

    /** The nearest tokens that are looked at. */
    private static final int CANDIDATES = 1_000;

    private static final float HOWEVER_FREQUENT = Integer.MAX_VALUE;

    List<Spelling> of(String token, List<String> in, int edits, int limit, Connection connection) {
        if (edits < 1 || edits > MAX_EDITS || limit < 0 || token.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY, "Spellings are of a token, by 1 or 2 edits, not by " + edits);
        }
        in.forEach(field -> fields.kind(field, FieldKind.TOKENS));
        if (limit == 0) {
            return List.of();
        }
        var nearest = new HashMap<String, Spelling>();
        documents(token, in, connection, edits)
                .values()
                .forEach(ofField -> ofField.forEach((found, documents) -> {
                    var spelling = new Spelling(found, distance(token, found), documents);
                    if (spelling.edits() > 0 && spelling.edits() <= edits) {
                        nearest.merge(
                                found, spelling, (one, other) -> one.documents() < other.documents() ? other : one);
                    }
                }));
        return nearest.values().stream()
                .sorted(Comparator.comparingInt(Spelling::edits)
                        .thenComparing(
                                Comparator.comparingLong(Spelling::documents).reversed())
                        .thenComparing(Spelling::token))
                .limit(limit)
                .toList();
    }

    /** By field and token. */
    private Map<String, Map<String, Long>> documents(String token, List<String> in, Connection connection, int edits) {
        var documents = new HashMap<String, Map<String, Long>>();
        aliasesByFields(in).forEach((stored, having) -> {
            var asked = asked(token, having, stored, edits);
            connection
                    .search(client -> client.search(asked, Void.class))
                    .suggest()
                    .forEach((number, answers) -> {
                        var ofField = documents.computeIfAbsent(
                                stored.get(Integer.parseInt(number)), field -> new HashMap<>());
                        answers.forEach(answer -> answer.term()
                                .options()
                                .forEach(option -> ofField.merge(option.text(), (long) option.freq(), Long::sum)));
                    });
        });
        return documents;
    }

    /** Asked for a field that an index lacks, the cluster refuses: so those that have the same of them are asked together. */
    private Map<List<String>, List<String>> aliasesByFields(List<String> in) {
        var groups = new LinkedHashMap<List<String>, List<String>>();
        for (var i = 0; i < aliases.size(); i++) {
            var known = fields.schemas().get(i).fields();
            var stored = in.stream()
                    .filter(field -> known.get(field) == FieldKind.TOKENS)
                    .map(field -> FieldNames.stored(FieldKind.TOKENS, field))
                    .distinct()
                    .toList();
            if (!stored.isEmpty()) {
                groups.computeIfAbsent(stored, none -> new ArrayList<>()).add(aliases.get(i));
            }
        }
        return groups;
    }

    private static SearchRequest asked(String token, List<String> aliases, List<String> stored, int edits) {
        return SearchRequest.of(search -> search.index(aliases)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .suggest(suggest -> {
                    suggest.text(token);
                    for (var number = 0; number < stored.size(); number++) {
                        var field = stored.get(number);
                        suggest.suggesters(
                                "" + number,
                                s -> s.term(term -> term.field(field)
                                        .analyzer("keyword")
                                        .suggestMode(SuggestMode.Always)
                                        .maxEdits(edits)
                                        .prefixLength(EQUAL_BEGINNING)
                                        .minWordLength(1)
                                        .maxTermFreq(HOWEVER_FREQUENT)
                                        .size(CANDIDATES)
                                        .shardSize(CANDIDATES)));
                    }
                    return suggest;
                }));
    }

    /** In characters more, less or other, and in neighbours exchanged, none of them edited twice. */
    static int distance(String one, String other) {
        var from = one.codePoints().toArray();
        var to = other.codePoints().toArray();
        var edits = new int[from.length + 1][to.length + 1];
        for (var i = 0; i <= from.length; i++) {
            for (var j = 0; j <= to.length; j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                var other1 = edits[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                edits[i][j] = Math.min(other1, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length][to.length];
    }
}
