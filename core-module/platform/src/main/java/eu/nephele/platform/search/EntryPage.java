package eu.nephele.platform.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link EntryQuery}.
 *
 * @param facets by name, in the order asked for
 * @param nextCursor null on the last page
 */
public record EntryPage(
        long total,
        List<EntryHit> hits,
        Map<String, FacetCounts> facets,
        @Nullable String nextCursor) {

    public record EntryHit(String contentType, String id, long revision, double score) {}

    /** Buckets of a tree vocabulary are nested; selected values are listed even when nothing has them. */
    public record FacetCounts(List<FacetBucket> buckets, long otherCount, boolean truncated) {
        public FacetCounts {
            buckets = List.copyOf(buckets);
        }
    }

    public record FacetBucket(String value, long count, boolean selected, List<FacetBucket> children) {
        public FacetBucket {
            children = List.copyOf(children);
        }
    }

    public EntryPage {
        hits = List.copyOf(hits);
        facets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facets));
    }
}
