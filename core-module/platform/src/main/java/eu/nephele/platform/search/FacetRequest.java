package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A facet asked for: of terms, or of ranges or an interval where they are given. An EQ filter on the same property is its selection. */
public record FacetRequest(
        String name,
        String property,
        int size,
        Facet.Order order,
        @Nullable String prefix,
        List<Facet.Range> ranges,
        Facet.@Nullable Interval interval) {
    public FacetRequest {
        ranges = List.copyOf(ranges);
    }
}
