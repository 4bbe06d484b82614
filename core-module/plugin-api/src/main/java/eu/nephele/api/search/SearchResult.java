package eu.nephele.api.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits. Facets by name.
 *
 * @param total exact; where it was not asked for ({@link SearchRequest#counted()}), at least the number of hits up to the page's end, and
 *     zero only where nothing meets the query at all
 * @param snapshot what was searched, by the name to go on with; null where it was what the indexes have now
 */
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<String, FacetResult> facets,
        @Nullable String snapshot) {

    /**
     * @param score of the text found; 0 where the order does not ask for it
     * @param cursor goes into {@link SearchRequest#after()} to continue behind this hit
     */
    public record Hit(String index, String id, long revision, double score, String cursor) {}

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
