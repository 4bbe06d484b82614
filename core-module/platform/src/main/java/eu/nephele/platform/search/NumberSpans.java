package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest of a field over all entries, whatever is searched: ranges made of them stay the same while a user
 * narrows a search. Kept for some seconds; ranges are open at both ends, so that old ones still hold every value.
 */
final class NumberSpans {

    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_KEPT = 1_000;
    private static final String NAME = "span";

    private record Key(List<String> indexes, String field) {}

    private record Kept(FacetResult.Numbers numbers, long since) {}

    private final SearchEngine engine;
    private final Map<Key, Kept> kept;
    private final List<String> indexes;

    NumberSpans(SearchEngine engine) {
        this(engine, new ConcurrentHashMap<>(), List.of());
    }

    private NumberSpans(SearchEngine engine, Map<Key, Kept> kept, List<String> indexes) {
        this.engine = engine;
        this.kept = kept;
        this.indexes = indexes;
    }

    NumberSpans in(List<String> searched) {
        return new NumberSpans(engine, kept, searched);
    }

    /** Null where no entry has a value. */
    FacetResult.@Nullable Numbers of(String field) {
        var key = new Key(indexes, field);
        var known = kept.get(key);
        if (known != null && System.nanoTime() - known.since() < KEPT_NANOS) {
            return known.numbers();
        }
        var request = new SearchRequest(
                new Query.All(), Map.of(), List.of(new Facet.Numbers(NAME, field)), List.of(), 0, 0, null);
        var numbers = engine.search(indexes, request).facets().get(NAME).numbers();
        if (numbers != null) {
            if (kept.size() >= MAX_KEPT) {
                kept.clear();
            }
            kept.put(key, new Kept(numbers, System.nanoTime()));
        }
        return numbers;
    }
}
