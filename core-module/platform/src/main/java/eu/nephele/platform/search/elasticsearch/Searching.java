package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.platform.search.elasticsearch.Snapshots.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One search: from the request to the answer, in one call. */
final class Searching {

    /** Counted so far where the total is not wanted: whether there is anything must be known. */
    private static final int WHETHER_ANY = 1;

    private final Map<String, String> indexesByAlias;
    private final SearchRequest request;
    private final QueryTranslation translation;
    private final SortOrder order;
    private final FacetAggregations facets;
    private final @Nullable Snapshot snapshot;

    /**
     * @param indexesByAlias where to search, with the names of ours
     * @param snapshot which state of these; null for the present one
     */
    Searching(
            Map<String, String> indexesByAlias,
            Fields fields,
            SearchRequest request,
            NearTokens near,
            @Nullable Snapshot snapshot) {
        this.snapshot = snapshot;
        this.indexesByAlias = indexesByAlias;
        this.request = request;
        this.translation = new QueryTranslation(fields, near);
        this.order = SortOrder.of(request.sort(), request.query().scores(), fields);
        var selections = new LinkedHashMap<String, Query>();
        request.selections().forEach((facet, selection) -> selections.put(facet, translation.translate(selection)));
        this.facets = new FacetAggregations(fields, request.facets(), selections, indexesByAlias.size() > 1);
    }

    SearchResult run(Connection connection, Snapshots snapshots) {
        var asked = asked(connection);
        var response = connection.search(client -> client.search(asked, Void.class));
        if (response.timedOut()) {
            throw Connection.unavailable("the search was not done in time", null);
        }
        return answer(response, snapshot == null ? null : snapshots.goesOn(snapshot, response.pitId()));
    }

    private co.elastic.clients.elasticsearch.core.SearchRequest asked(Connection connection) {
        var query = translation.translate(request.query());
        var common = facets.selectionsWithoutFacet();
        var narrowed = common.isEmpty()
                ? query
                : Query.of(q -> q.bool(
                        new BoolQuery.Builder().must(query).filter(common).build()));
        return co.elastic.clients.elasticsearch.core.SearchRequest.of(search -> {
            if (snapshot == null) {
                search.index(List.copyOf(indexesByAlias.keySet()))
                        .query(narrowed)
                        // The pages of one question come from the same copies, whose scores are the same.
                        .preference("nephele" + request.query().hashCode());
            } else {
                search.pit(pit -> pit.id(snapshot.id()).keepAlive(Snapshots.kept()))
                        .query(inIndexes(narrowed));
            }
            search.size(leftOut() + request.limit())
                    .sort(order.options())
                    .aggregations(facets.aggregations())
                    .source(source -> source.fetch(false))
                    .version(true)
                    .trackTotalHits(total -> request.counted() ? total.enabled(true) : total.count(WHETHER_ANY))
                    .allowPartialSearchResults(false)
                    .timeout(connection.searchTimeout().toMillis() + "ms");
            if (!facets.selectionsWithFacet().isEmpty()) {
                search.postFilter(q -> q.bool(bool -> bool.filter(facets.selectionsWithFacet())));
            }
            if (request.after() == null) {
                search.from(request.offset());
            } else {
                search.searchAfter(Cursor.read(request.after(), order));
            }
            if (order.needsScores() && indexesByAlias.size() > 1) {
                search.searchType(SearchType.DfsQueryThenFetch);
            }
            return search;
        });
    }

    /** What to leave out behind a cursor: the cluster itself leaves out from the start alone. */
    private int leftOut() {
        return request.after() == null ? 0 : request.offset();
    }

    /** A snapshot holds what it was begun with: of another question's indexes nothing is told. */
    private Query inIndexes(Query query) {
        var asked = indexesByAlias.keySet().stream()
                .map(alias -> Query.of(
                        q -> q.prefix(prefix -> prefix.field("_index").value(IndexNames.generation(alias, "")))))
                .toList();
        return Query.of(q -> q.bool(bool -> bool.must(query).filter(f -> f.bool(any -> any.should(asked)))));
    }

    private SearchResult answer(SearchResponse<Void> response, @Nullable String name) {
        var counts = new HashMap<String, FacetResult>();
        Map<String, Aggregate> aggregates = response.aggregations();
        request.facets().forEach(facet -> counts.put(facet.name(), facets.result(facet, aggregates)));
        return new SearchResult(
                total(response),
                response.hits().hits().stream().skip(leftOut()).map(this::hit).toList(),
                counts,
                name);
    }

    private long total(SearchResponse<Void> response) {
        var hits = response.hits().hits().size();
        var counted = Objects.requireNonNull(response.hits().total()).value();
        return hits == 0 ? counted : Math.max(counted, request.offset() - leftOut() + hits);
    }

    private SearchResult.Hit hit(Hit<Void> hit) {
        var score = hit.score();
        var version = hit.version();
        return new SearchResult.Hit(
                indexesByAlias.getOrDefault(IndexNames.aliasOf(hit.index()), hit.index()),
                String.valueOf(hit.id()),
                version == null ? 0 : version,
                order.needsScores() && score != null ? score : 0,
                // In a point in time one more is added by the cluster: the id says as much, and also in the next state.
                Cursor.of(hit.sort().subList(0, order.options().size()), order));
    }
}
