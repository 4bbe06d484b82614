package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose in a facet: the EQ filters on its property. In a facet of ranges a value may be a range's key.
 */
record FacetSelection(FacetRequest request, EntryField field, List<PropertyFilter> filters) {

    FacetSelection {
        filters = List.copyOf(filters);
    }

    @Nullable
    Query query() {
        if (filters.isEmpty()) {
            return null;
        }
        var queries = filters.stream().map(this::query).toList();
        return queries.size() == 1 ? queries.getFirst() : new Query.AllOf(queries);
    }

    private Query query(PropertyFilter filter) {
        var ranges = Stream.concat(filter.ranges().stream(), request.ranges().stream())
                .toList();
        return FilterTranslation.of(
                new PropertyFilter(filter.property(), filter.operator(), filter.values(), ranges), List.of(field));
    }

    Set<String> values() {
        var values = new LinkedHashSet<String>();
        filters.forEach(filter -> values.addAll(filter.values()));
        return values;
    }

    boolean contains(String bucket) {
        return values().contains(bucket);
    }
}
