package eu.nephele.platform.desk;

import eu.nephele.api.content.ContentNode;
import java.util.List;
import java.util.Map;

/**
 * A page of a list of drafts.
 *
 * @param entries with their whole subtrees
 * @param titles of the page's entries and of all they refer to, by id
 * @param facets by property
 */
public record ListPage(
        long total, List<ContentNode> entries, Map<String, String> titles, Map<String, FacetCounts> facets) {

    public record FacetCounts(List<Bucket> buckets, long otherCount, boolean truncated) {}

    /** @param label of a code in its vocabulary, of an entry its title; else the value */
    public record Bucket(String value, String label, long count, boolean selected, List<Bucket> children) {}
}
