package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.GeoPoint;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A facet asked for: of terms, or of ranges or an interval where they are given; of a point, of rings around the origin. Filters that
 * compare the same property are its selection.
 *
 * @param prefix only values that start so, if given
 * @param ranges of numbers, or of milliseconds or years for dates, or of metres from the origin
 * @param values only these values, if given; those that no entry has are left out
 * @param automatic ranges of numbers, or an interval of dates, that suit what there is
 * @param within whether the facet counts within its own selection, so that each further value narrows it
 * @param matching only values that it accepts, if given: at most 10,000 are looked through
 */
public record FacetRequest(
        String name,
        String property,
        int size,
        Facet.Order order,
        @Nullable String prefix,
        List<Facet.Range> ranges,
        Facet.@Nullable Interval interval,
        @Nullable List<String> values,
        boolean automatic,
        @Nullable GeoPoint origin,
        boolean within,
        @Nullable Predicate<String> matching) {

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
            Facet.@Nullable Interval interval,
            @Nullable List<String> values) {
        this(name, property, size, order, prefix, ranges, interval, values, false, null, false, null);
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

    /** All values, or those asked for; whether a facet of its kind has them depends on the property. */
    public static FacetRequest terms(String name, String property, int size) {
        return new FacetRequest(name, property, size, Facet.Order.COUNT, null, List.of(), null);
    }

    /** Whether the buckets are ranges, rings or periods instead of single values. */
    boolean isDivided() {
        return automatic || interval != null || !ranges.isEmpty();
    }

    FacetRequest with(List<Facet.Range> otherRanges, Facet.@Nullable Interval otherInterval) {
        return new FacetRequest(
                name,
                property,
                size,
                order,
                prefix,
                otherRanges,
                otherInterval,
                values,
                false,
                origin,
                within,
                matching);
    }
}
