package eu.nephele.api.search;

import java.util.List;

/**
 * The counts of one facet.
 *
 * @param otherCount the sum of the counts of the values (after prefix) that were left out for size
 * @param truncated whether any value was left out for size
 */
public record FacetResult(String name, List<Bucket> buckets, long otherCount, boolean truncated) {

    public record Bucket(String value, long count) {}

    public FacetResult {
        buckets = List.copyOf(buckets);
    }
}
