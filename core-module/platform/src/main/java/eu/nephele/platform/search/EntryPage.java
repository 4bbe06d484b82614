package eu.nephele.platform.search;

import eu.nephele.api.search.FacetResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link EntryQuery}.
 *
 * @param facets by name, in the order asked for
 * @param nextCursor null on the last page
 * @param mistyped nothing has the words as they were typed: these have words like them
 * @param snapshot whether the page is of the state that the first one of its walk showed, rather than of what there is now
 */
public record EntryPage(
        long total,
        List<EntryHit> hits,
        Map<String, FacetCounts> facets,
        @Nullable String nextCursor,
        boolean mistyped,
        boolean snapshot) {

    public EntryPage(long total, List<EntryHit> hits, Map<String, FacetCounts> facets, @Nullable String nextCursor) {
        this(total, hits, facets, nextCursor, false, false);
    }

    public record EntryHit(String contentType, String id, long revision, double score) {}

    /**
     * Buckets of a tree vocabulary are nested; selected values are listed even when nothing has them.
     *
     * @param otherCount what the values add up to that were left out for size
     * @param numbers the least, the greatest and the average of a number, or of a date in epoch milliseconds; null where there is none
     */
    public record FacetCounts(
            List<FacetBucket> buckets, long otherCount, boolean truncated, FacetResult.@Nullable Numbers numbers) {
        public FacetCounts {
            buckets = List.copyOf(buckets);
        }

        public FacetCounts(List<FacetBucket> buckets, long otherCount, boolean truncated) {
            this(buckets, otherCount, truncated, null);
        }
    }

    /**
     * @param children the buckets below this one
     * @param otherCount what those below it add up to that were left out for size
     * @param truncated whether any was
     */
    public record FacetBucket(
            String value,
            long count,
            boolean selected,
            List<FacetBucket> children,
            long otherCount,
            boolean truncated) {
        public FacetBucket {
            children = List.copyOf(children);
        }

        public FacetBucket(String value, long count, boolean selected, List<FacetBucket> children) {
            this(value, count, selected, children, 0, false);
        }
    }

    public EntryPage {
        hits = List.copyOf(hits);
        facets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facets));
    }
}
