package eu.nephele.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one facet.
 *
 * @param otherCount the sum of the counts of the values (after prefix) that were left out for size
 * @param truncated whether any value was left out for size
 * @param numbers of a {@link Facet.Numbers} that any counted document has a value for; else null
 */
public record FacetResult(
        String name,
        List<Bucket> buckets,
        long otherCount,
        boolean truncated,
        @Nullable Numbers numbers) {

    public record Bucket(String value, long count) {}

    /** @param count of values, not of documents */
    public record Numbers(long count, double min, double max, double sum) {}

    public FacetResult {
        buckets = List.copyOf(buckets);
    }

    public FacetResult(String name, List<Bucket> buckets, long otherCount, boolean truncated) {
        this(name, buckets, otherCount, truncated, null);
    }
}
