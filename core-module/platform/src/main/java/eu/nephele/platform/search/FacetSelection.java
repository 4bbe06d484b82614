package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose in a facet: the EQ filters on its property. In a facet of ranges a value may be a range's key; in one of
 * intervals it stands for the whole interval.
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
        var queries = new ArrayList<Query>();
        for (var value : filter.values()) {
            var range = rangeNamed(value);
            if (range.isPresent()) {
                queries.add(query(range.get()));
            } else if (request.interval() != null) {
                queries.add(interval(filter, value, request.interval()));
            } else {
                queries.add(FilterTranslation.of(
                        new PropertyFilter(filter.property(), filter.operator(), List.of(value)), List.of(field)));
            }
        }
        return FilterTranslation.anyOf(queries);
    }

    private Optional<Facet.Range> rangeNamed(String key) {
        return request.ranges().isEmpty()
                ? Optional.empty()
                : new FacetFields(request, field)
                        .ranges().stream()
                                .filter(range -> range.key().equals(key))
                                .findFirst();
    }

    private Query query(Facet.Range range) {
        var name = new FacetFields(request, field).numbers();
        var from = range.from();
        var to = range.to();
        return field.kind() == EntryField.Kind.NUMBER
                ? Bounds.doubles(name, new Bounds<>(from, true, to, false))
                : Bounds.longs(
                        name,
                        new Bounds<>(
                                from == null ? null : (Long) (long) Math.ceil(from),
                                true,
                                to == null ? null : (Long) (long) Math.ceil(to),
                                false));
    }

    private Query interval(PropertyFilter filter, String value, Facet.Interval interval) {
        var values = new FilterValues(filter);
        var span = field.kind() == EntryField.Kind.DAY ? values.day(value) : values.moment(value);
        var day = LocalDate.ofInstant(Instant.ofEpochMilli(span.least()), ZoneOffset.UTC);
        var first = interval.firstDay(day);
        return Bounds.longs(
                new FacetFields(request, field).instants(),
                new Bounds<>(FacetFields.millis(first), true, FacetFields.millis(interval.next(first)), false));
    }

    Set<String> values() {
        var values = new LinkedHashSet<String>();
        filters.forEach(filter -> values.addAll(filter.values()));
        return values;
    }

    /** Whether the bucket is among what was chosen. */
    boolean contains(String bucket) {
        var interval = request.interval();
        return interval == null
                ? values().contains(bucket)
                : values().stream()
                        .map(value -> Day.parse(value.substring(0, Math.min(10, value.length()))))
                        .flatMap(Optional::stream)
                        .anyMatch(
                                day -> interval.firstDay(day.first()).toString().equals(bucket));
    }
}
