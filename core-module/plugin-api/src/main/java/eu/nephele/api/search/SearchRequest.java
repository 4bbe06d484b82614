package eu.nephele.api.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search over one or more indexes.
 *
 * @param query what hits and all facets must meet
 * @param selections by name, the query of what the user chose in a facet: hits meet all of them, a facet's counts all but
 *     the one of its own name ({@link Facet#selection})
 * @param sort best score first where it is empty
 * @param offset at most 10,000 together with limit; use {@code after} to go on
 * @param after the cursor of the last hit of the page before, or null; not together with an offset
 * @param counted whether the total is wanted: where it is not, and neither are facets, an engine need not look at what cannot be
 *     among the best hits
 */
public record SearchRequest(
        Query query,
        Map<String, Query> selections,
        List<Facet> facets,
        List<Sort> sort,
        int offset,
        int limit,
        @Nullable String after,
        boolean counted) {

    public SearchRequest {
        selections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(selections));
        facets = List.copyOf(facets);
        sort = List.copyOf(sort);
    }

    /** With the total. */
    public SearchRequest(
            Query query,
            Map<String, Query> selections,
            List<Facet> facets,
            List<Sort> sort,
            int offset,
            int limit,
            @Nullable String after) {
        this(query, selections, facets, sort, offset, limit, after, true);
    }

    public static SearchRequest of(Query query, int limit) {
        return new SearchRequest(query, Map.of(), List.of(), List.of(), 0, limit, null);
    }
}
