package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user chose in a facet: the filters that compare its property. In a facet of ranges a value of EQ may be a range's key.
 */
record FacetSelection(FacetRequest request, EntryField field, List<PropertyFilter> filters) {

    FacetSelection {
        filters = List.copyOf(filters);
    }

    /** Whether a filter is a choice in the facet: what has no value, or another, is no choice. */
    static boolean isChoice(PropertyFilter filter, FacetRequest request) {
        return filter.property().equals(request.property())
                && switch (filter.operator()) {
                    case EQ, WITHIN -> true;
                    case GT, GTE, LT, LTE, IN -> request.isDivided();
                    case NE, LIKE, NOT_IN, NULL, BOX -> false;
                };
    }

    /** The single values chosen; of rings, those around the facet's own origin. */
    Set<String> values() {
        var values = new LinkedHashSet<String>();
        for (var filter : filters) {
            switch (filter.operator()) {
                case EQ -> values.addAll(filter.values());
                case WITHIN -> filter.values().forEach(value -> ring(value).ifPresent(values::add));
                default -> {}
            }
        }
        return values;
    }

    private Optional<String> ring(String value) {
        var comma = value.lastIndexOf(',');
        return comma < 0
                        || request.origin() == null
                        || !Places.point(value.substring(0, comma)).equals(Optional.of(request.origin()))
                ? Optional.empty()
                : Optional.of(value.substring(comma + 1));
    }

    boolean contains(String bucket) {
        return values().contains(bucket);
    }

    /** Ranges together with those that the user chose earlier, when there were others. */
    List<Facet.Range> withChosen(List<Facet.Range> ranges) {
        var all = new ArrayList<>(ranges);
        for (var value : values()) {
            if (all.stream().noneMatch(range -> range.key().equals(value))) {
                NamedRanges.between(field, value).ifPresent(all::add);
            }
        }
        return all;
    }
}
