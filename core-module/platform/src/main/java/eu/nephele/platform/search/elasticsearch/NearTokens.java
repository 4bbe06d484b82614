package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import eu.nephele.api.search.EditDistance;
import eu.nephele.api.search.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tokens of indexes that are written nearly like others, as {@link Query.TokenFuzzy} counts. They are looked up in the vocabulary of
 * each index, all in one request and each once: the cluster's fuzzy query would go through the words of each field anew, and many of
 * them take it longer than anybody waits.
 */
final class NearTokens {

    /** The nearest that are looked at. */
    private static final int MOST = 1_000;

    private static final float HOWEVER_FREQUENT = Integer.MAX_VALUE;

    private final Map<String, Map<String, Long>> documents;

    /** @param documents how many have the token in any field, by what is nearly like it and by token */
    private NearTokens(Map<String, Map<String, Long>> documents) {
        this.documents = documents;
    }

    /** Of all tokens that the queries seek in spite of typos. */
    static NearTokens soughtBy(Stream<Query> queries, List<String> aliases, Connection connection) {
        var sought = new HashMap<String, Integer>();
        queries.forEach(query -> collect(query, sought));
        return of(sought, aliases, connection);
    }

    private static void collect(Query query, Map<String, Integer> sought) {
        switch (query) {
            case Query.TokenFuzzy fuzzy -> sought.merge(fuzzy.token(), fuzzy.edits(), Math::max);
            case Query.AllOf all -> all.queries().forEach(part -> collect(part, sought));
            case Query.AnyOf any -> any.queries().forEach(part -> collect(part, sought));
            case Query.Best best -> best.queries().forEach(part -> collect(part, sought));
            case Query.Boosted boosted -> collect(boosted.query(), sought);
            case Query.Constant constant -> collect(constant.query(), sought);
            case Query.Not not -> collect(not.query(), sought);
            default -> {}
        }
    }

    /** @param sought tokens with the most edits, 1 or 2 */
    static NearTokens of(Map<String, Integer> sought, List<String> aliases, Connection connection) {
        if (sought.isEmpty()) {
            return new NearTokens(Map.of());
        }
        var tokens = List.copyOf(sought.keySet());
        var asked = asked(tokens, sought, aliases);
        var documents = new HashMap<String, Map<String, Long>>();
        connection.search(client -> client.search(asked, Void.class)).suggest().forEach((number, answers) -> {
            var ofToken = documents.computeIfAbsent(tokens.get(Integer.parseInt(number)), token -> new HashMap<>());
            answers.forEach(answer -> answer.term()
                    .options()
                    .forEach(option -> ofToken.merge(option.text(), (long) option.freq(), Long::sum)));
        });
        return new NearTokens(documents);
    }

    private static SearchRequest asked(List<String> tokens, Map<String, Integer> edits, List<String> aliases) {
        return SearchRequest.of(search -> search.index(aliases)
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .suggest(suggest -> {
                    for (var number = 0; number < tokens.size(); number++) {
                        var token = tokens.get(number);
                        suggest.suggesters(
                                "" + number,
                                s -> s.text(token)
                                        .term(term -> term.field(FieldNames.VOCABULARY)
                                                .analyzer("keyword")
                                                .suggestMode(SuggestMode.Always)
                                                .maxEdits(edits.get(token))
                                                .prefixLength(0)
                                                .minWordLength(1)
                                                .maxTermFreq(HOWEVER_FREQUENT)
                                                .size(MOST)
                                                .shardSize(MOST)));
                    }
                    return suggest;
                }));
    }

    /** With the token itself. */
    Set<String> within(String token, int edits) {
        var near = new TreeSet<String>();
        near.add(token);
        documentsByOther(token).keySet().stream()
                .filter(found -> EditDistance.isTypo(found, token, edits))
                .forEach(near::add);
        return near;
    }

    /** The others that are like it, each with how many documents have it in any field. */
    Map<String, Long> documentsByOther(String token) {
        return documents.getOrDefault(token, Map.of());
    }
}
