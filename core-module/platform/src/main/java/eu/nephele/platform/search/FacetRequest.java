package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A facet asked for: of terms, or of ranges or an interval where they are given. An EQ filter on the same property is its selection.
 *
 * @param prefix only values that start so, if given
 * @param values only these values, if given; those that no entry has are left out
 */
public record FacetRequest(
        String name,
        String property,
        int size,
        Facet.Order order,
        @Nullable String prefix,
        List<Facet.Range> ranges,
        Facet.@Nullable Interval interval,
        @Nullable List<String> values) {
    public FacetRequest {
        ranges = List.copyOf(ranges);
        values = values == null ? null : List.copyOf(values);
    }

    public FacetRequest(
            String name,
            String property,
            int size,
            Facet.Order order,
            @Nullable String prefix,
            List<Facet.Range> ranges,
            Facet.@Nullable Interval interval) {
        this(name, property, size, order, prefix, ranges, interval, null);
    }
}
