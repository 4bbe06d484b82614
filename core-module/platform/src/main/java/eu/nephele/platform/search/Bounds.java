package eu.nephele.platform.search;

import eu.nephele.api.search.Query;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator and a value allow; null is open. */
record Bounds<T>(
        @Nullable T from, boolean fromIncluded, @Nullable T to, boolean toIncluded) {

    /** The least and the greatest of what a value stands for: a day for all its moments. */
    record Span<T>(T least, T greatest) {
        static <T> Span<T> of(T single) {
            return new Span<>(single, single);
        }
    }

    static <T> Bounds<T> of(PropertyFilter filter, String value, Function<String, Span<T>> read) {
        if (filter.operator() == PropertyFilter.Operator.IN) {
            return between(filter, value, read);
        }
        var span = read.apply(value);
        return switch (filter.operator()) {
            case GT -> new Bounds<>(span.greatest(), false, null, true);
            case GTE -> new Bounds<>(span.least(), true, null, true);
            case LT -> new Bounds<>(null, true, span.least(), false);
            case LTE -> new Bounds<>(null, true, span.greatest(), true);
            case EQ -> new Bounds<>(span.least(), true, span.greatest(), true);
            default ->
                throw Refusals.query(
                        filter.property(),
                        "operator",
                        "%s: %s compares texts alone".formatted(filter.property(), filter.operator()));
        };
    }

    /** {@code low~high}, of which one may be left out. */
    private static <T> Bounds<T> between(PropertyFilter filter, String value, Function<String, Span<T>> read) {
        var tilde = value.indexOf('~');
        if (tilde < 0 || value.equals("~")) {
            throw Refusals.value(filter.property(), value, "a range low~high");
        }
        var low = value.substring(0, tilde);
        var high = value.substring(tilde + 1);
        return new Bounds<>(
                low.isEmpty() ? null : read.apply(low).least(),
                true,
                high.isEmpty() ? null : read.apply(high).greatest(),
                true);
    }

    static Query keywords(String field, Bounds<String> bounds) {
        return new Query.KeywordRange(field, bounds.from(), bounds.fromIncluded(), bounds.to(), bounds.toIncluded());
    }

    static Query longs(String field, Bounds<Long> bounds) {
        var from = bounds.from();
        var to = bounds.to();
        if ((from != null && from == Long.MAX_VALUE && !bounds.fromIncluded())
                || (to != null && to == Long.MIN_VALUE && !bounds.toIncluded())) {
            return new Query.AnyOf(List.of());
        }
        return new Query.LongRange(
                field,
                from == null ? Long.MIN_VALUE : bounds.fromIncluded() ? from : from + 1,
                to == null ? Long.MAX_VALUE : bounds.toIncluded() ? to : to - 1);
    }

    static Query doubles(String field, Bounds<Double> bounds) {
        var from = bounds.from();
        var to = bounds.to();
        return new Query.DoubleRange(
                field,
                from == null ? Double.NEGATIVE_INFINITY : from,
                bounds.fromIncluded(),
                to == null ? Double.POSITIVE_INFINITY : to,
                bounds.toIncluded());
    }
}
