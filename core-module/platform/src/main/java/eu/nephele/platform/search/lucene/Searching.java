package eu.nephele.platform.search.lucene;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** One search: from the request to the answer. */
final class Searching {

    private final SearchView view;
    private final SearchRequest request;
    private final QueryTranslation translation;
    private final SortOrder order;
    private final @Nullable String snapshot;

    private Searching(SearchView view, SearchRequest request, @Nullable String snapshot) {
        this.snapshot = snapshot;
        this.view = view;
        this.request = request;
        this.translation = new QueryTranslation(view.fields());
        this.order = SortOrder.of(request.sort(), request.query().scores(), view.fields());
    }

    /** @param snapshot the name of what is searched; null for what the indexes have now */
    static SearchResult search(SearchView view, SearchRequest request, TermOrdinals ordinals, @Nullable String snapshot)
            throws IOException {
        try {
            return new Searching(view, request, snapshot).answer(ordinals);
        } catch (TooManyClauses | TooComplexToDeterminizeException | IllegalArgumentException refused) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY, "The search cannot be understood: " + refused.getMessage(), refused);
        }
    }

    private SearchResult answer(TermOrdinals ordinals) throws IOException {
        var searcher = view.searcher();
        var counters = counters(
                new FacetCounters(view.fields(), searcher.getIndexReader().leaves(), ordinals));
        var best = bestHits();
        var collector = new CountingCollector(
                best,
                order.needsScores(),
                bestAlone(),
                searcher,
                request.selections().values().stream()
                        .map(translation::translate)
                        .toList(),
                countings(counters));
        searcher.search(translation.translate(request.query()), new Single(collector));
        var facets = new HashMap<String, FacetResult>();
        for (var counter : counters.entrySet()) {
            facets.put(counter.getKey(), counter.getValue().result());
        }
        return new SearchResult(
                collector.total(),
                best == null ? List.of() : hits(best.topDocs(request.offset(), request.limit()).scoreDocs),
                facets,
                snapshot);
    }

    /** Whether documents that cannot be among the best hits may be left out. */
    private boolean bestAlone() {
        return !request.counted() && request.facets().isEmpty() && request.limit() > 0;
    }

    private Map<String, FacetCounter> counters(FacetCounters makers) throws IOException {
        var counters = new LinkedHashMap<String, FacetCounter>();
        for (var facet : request.facets()) {
            counters.put(facet.name(), makers.counter(facet));
        }
        return counters;
    }

    private List<CountingCollector.Counting> countings(Map<String, FacetCounter> counters) {
        var names = List.copyOf(request.selections().keySet());
        return request.facets().stream()
                .map(facet -> new CountingCollector.Counting(
                        Objects.requireNonNull(counters.get(facet.name())), names.indexOf(facet.selection())))
                .toList();
    }

    private @Nullable TopFieldCollector bestHits() {
        var documents = view.searcher().getIndexReader().maxDoc();
        var wanted = Math.min(request.offset() + request.limit(), documents);
        if (wanted == 0 || request.limit() == 0) {
            return null;
        }
        var after = request.after() == null ? null : Cursor.read(request.after(), order);
        var counted = bestAlone() ? wanted : Integer.MAX_VALUE;
        return new TopFieldCollectorManager(order.sort(), wanted, after, counted).newCollector();
    }

    private List<SearchResult.Hit> hits(ScoreDoc[] page) throws IOException {
        var hits = new ArrayList<SearchResult.Hit>();
        for (var found : page) {
            var hit = (FieldDoc) found;
            hits.add(new SearchResult.Hit(
                    view.indexOf(hit.doc),
                    ((BytesRef) hit.fields[hit.fields.length - 1]).utf8ToString(),
                    view.revisionOf(hit.doc),
                    score(hit),
                    Cursor.of(hit, order)));
        }
        return hits;
    }

    private double score(FieldDoc hit) {
        for (var value : hit.fields) {
            if (value instanceof Float score) {
                return score;
            }
        }
        return 0;
    }

    /** Searches run in the caller's thread, over all segments with the one collector. */
    private record Single(CountingCollector collector) implements CollectorManager<CountingCollector, Void> {

        @Override
        public CountingCollector newCollector() {
            return collector;
        }

        @Override
        public @Nullable Void reduce(Collection<CountingCollector> collectors) {
            return null;
        }
    }
}
