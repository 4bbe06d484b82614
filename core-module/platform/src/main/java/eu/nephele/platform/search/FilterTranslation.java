package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Filters become queries that compare as the property's type does. A day stands for all its moments: greater than a day is after its
 * end. Entries without a value meet neither a filter nor its opposite.
 */
final class FilterTranslation {

    private static final int MAX_VALUES = 1_000;

    private FilterTranslation() {}

    /** @param fields the property as the content types have it; an entry must meet the filter as its own type has it */
    static Query of(PropertyFilter filter, List<EntryField> fields) {
        var count = filter.values().size();
        if (count == 0 || count > MAX_VALUES) {
            throw Refusals.query(
                    filter.property(),
                    "values",
                    "%s: give 1 to %d values, not %d".formatted(filter.property(), MAX_VALUES, count));
        }
        return anyOf(fields.stream().map(field -> of(filter, field)).toList());
    }

    private static Query of(PropertyFilter filter, EntryField field) {
        return switch (filter.operator()) {
            case NULL -> any(filter, value -> isTrue(filter, value) ? new Query.Not(exists(field)) : exists(field));
            case NE -> otherThan(filter, PropertyFilter.Operator.EQ, field);
            case NOT_IN -> otherThan(filter, PropertyFilter.Operator.IN, field);
            case LIKE -> any(filter, value -> like(filter, field, value));
            case EQ -> field.isDivisible() ? inRange(filter, field) : compared(filter, field);
            case WITHIN, BOX -> any(filter, value -> Places.query(filter, field, value));
            case IN, GT, GTE, LT, LTE -> compared(filter, field);
        };
    }

    private static Query compared(PropertyFilter filter, EntryField field) {
        var values = new FilterValues(filter);
        return switch (field.kind()) {
            case TEXT -> texts(filter, field);
            case FLAG -> {
                filter.values().forEach(value -> isTrue(filter, value));
                yield texts(filter, field);
            }
            case WHOLE -> any(filter, value -> Bounds.longs(field.name(), Bounds.of(filter, value, values::whole)));
            case INSTANT -> any(filter, value -> Bounds.longs(field.name(), Bounds.of(filter, value, values::moment)));
            case NUMBER -> any(filter, value -> Bounds.doubles(field.name(), Bounds.of(filter, value, values::number)));
            case DAY -> any(filter, value -> day(filter, field, value, values));
            case POINT, RICH_TEXT -> throw notComparable(filter, field);
        };
    }

    private static Query inRange(PropertyFilter filter, EntryField field) {
        var ranges = new NamedRanges(field, filter.ranges());
        return any(filter, value -> ranges.query(value).orElseGet(() -> compared(filter.with(value), field)));
    }

    private static Query texts(PropertyFilter filter, EntryField field) {
        if (filter.operator() == PropertyFilter.Operator.EQ) {
            return equalTo(field, filter.values());
        }
        return any(
                filter,
                value -> Bounds.keywords(
                        field.name(), Bounds.of(filter, value, text -> Bounds.Span.of(DocumentFields.keyword(text)))));
    }

    /** In a tree, a term stands for the narrower ones as well. */
    private static Query equalTo(EntryField field, List<String> values) {
        return new Query.Terms(
                field.tree() == null ? field.name() : FieldNames.tree(field.name()),
                values.stream().map(DocumentFields::keyword).collect(Collectors.toSet()));
    }

    /** A full day meets that day alone, and not the month or year that begins with it. */
    private static Query day(PropertyFilter filter, EntryField field, String value, FilterValues values) {
        var span = Bounds.of(filter, value, values::day);
        var fullDay = filter.operator() == PropertyFilter.Operator.EQ && value.length() == 10;
        return fullDay
                ? new Query.Terms(field.name(), Set.of(value))
                : Bounds.longs(FieldNames.day(field.name()), span);
    }

    private static Query otherThan(PropertyFilter filter, PropertyFilter.Operator operator, EntryField field) {
        var same = of(filter.with(operator), field);
        return new Query.AllOf(List.of(exists(field), new Query.Not(same)));
    }

    private static Query exists(EntryField field) {
        return field.kind() == EntryField.Kind.RICH_TEXT
                ? new Query.Terms(FieldNames.FILLED, Set.of(field.name()))
                : new Query.Exists(field.name());
    }

    private static boolean isTrue(PropertyFilter filter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusals.value(filter.property(), value, EntryField.Kind.FLAG.description());
        };
    }

    private static Query like(PropertyFilter filter, EntryField field, String pattern) {
        return switch (field.kind()) {
            case TEXT, DAY -> new Query.Wildcard(field.name(), wildcard(pattern));
            case POINT, RICH_TEXT -> throw notComparable(filter, field);
            default ->
                throw Refusals.query(
                        filter.property(),
                        "operator",
                        "%s is %s: like compares texts alone"
                                .formatted(filter.property(), field.kind().description()));
        };
    }

    private static String wildcard(String pattern) {
        var wildcard = new StringBuilder();
        for (var i = 0; i < pattern.length(); i++) {
            var character = pattern.charAt(i);
            switch (character) {
                case '%' -> wildcard.append('*');
                case '_' -> wildcard.append('?');
                case '*', '?' -> wildcard.append('\\').append(character);
                case '\\' -> {
                    var meant = i + 1 < pattern.length() ? pattern.charAt(++i) : '\\';
                    wildcard.append("\\*?".indexOf(meant) < 0 ? "" : "\\").append(meant);
                }
                default -> wildcard.append(character);
            }
        }
        return wildcard.toString();
    }

    private static RuntimeException notComparable(PropertyFilter filter, EntryField field) {
        return Refusals.query(
                filter.property(),
                "operator",
                "%s is %s: only whether it has a value can be asked%s"
                        .formatted(
                                filter.property(),
                                field.kind().description(),
                                field.kind() == EntryField.Kind.RICH_TEXT
                                        ? "; its words are found by full text"
                                        : ", and where it lies, by `within` and `box`"));
    }

    private static Query any(PropertyFilter filter, Function<String, Query> query) {
        return anyOf(filter.values().stream().map(query).toList());
    }

    static Query anyOf(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : new Query.AnyOf(queries);
    }
}
