package eu.nephele.api.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.HashSet;
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
 * @param facets each by a name of its own, else INVALID_QUERY
 * @param sort best score first where it is empty
 * @param offset how many hits to leave out, of all or of those behind {@code after}; at most {@link #MAX_WINDOW} together with limit, else
 *     INVALID_QUERY
 * @param after the cursor of a hit to go on behind, or null
 * @param counted whether the total is wanted: where it is not, and neither are facets, an engine need not look at what cannot be
 *     among the best hits
 * @param snapshot what to search, by the name that {@link SearchEngine#hold} or the last answer from it gave; where it is over, and where this is
 *     null, what the indexes have now
 */
public record SearchRequest(
        Query query,
        Map<String, Query> selections,
        List<Facet> facets,
        List<Sort> sort,
        int offset,
        int limit,
        @Nullable String after,
        boolean counted,
        @Nullable String snapshot) {

    /** Offset and limit together. */
    public static final int MAX_WINDOW = 10_000;

    public SearchRequest {
        if (offset < 0 || limit < 0) {
            throw refused("Offset and limit must not be negative");
        }
        if ((long) offset + limit > MAX_WINDOW) {
            throw refused("Offset and limit together reach %d at most; go on with the cursor of the last hit"
                    .formatted(MAX_WINDOW));
        }
        selections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(selections));
        facets = List.copyOf(facets);
        var names = new HashSet<String>();
        for (var facet : facets) {
            if (!names.add(facet.name())) {
                throw refused("There are two facets named " + facet.name());
            }
        }
        sort = List.copyOf(sort);
    }

    /** With the total, of what the indexes have now. */
    public SearchRequest(
            Query query,
            Map<String, Query> selections,
            List<Facet> facets,
            List<Sort> sort,
            int offset,
            int limit,
            @Nullable String after) {
        this(query, selections, facets, sort, offset, limit, after, true, null);
    }

    /** The same search of a snapshot. */
    public SearchRequest in(@Nullable String ofSnapshot) {
        return new SearchRequest(query, selections, facets, sort, offset, limit, after, counted, ofSnapshot);
    }

    private static PlatformException refused(String message) {
        return new PlatformException(ErrorCode.INVALID_QUERY, message);
    }

    public static SearchRequest of(Query query, int limit) {
        return new SearchRequest(query, Map.of(), List.of(), List.of(), 0, limit, null);
    }
}
