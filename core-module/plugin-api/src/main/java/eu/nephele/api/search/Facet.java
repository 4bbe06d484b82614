package eu.nephele.api.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A count of documents by the values of a field. */
public sealed interface Facet {

    /** Parts the name of a selection from what tells apart the facets that share it: {@code country}, {@code country~chosen}. */
    char SHARED = '~';

    /** The name in request and result. */
    String name();

    /** The name of the selection that this facet's counts ignore. */
    default String selection() {
        var end = name().indexOf(SHARED);
        return end < 0 ? name() : name().substring(0, end);
    }

    String field();

    /**
     * By the values of a KEYWORD field.
     *
     * @param size the most buckets to answer
     * @param prefix only values that start so, if given
     * @param values only these values, if given (counted also when they are zero)
     */
    record Terms(
            String name,
            String field,
            int size,
            Order order,
            @Nullable String prefix,
            List<String> values) implements Facet {
        public Terms {
            values = List.copyOf(values);
        }
    }

    /** Ties by value. */
    enum Order {
        COUNT,
        VALUE
    }

    /** By ranges of a LONG or DOUBLE field. A document counts in each range that one of its values lies in. */
    record Ranges(String name, String field, List<Range> ranges) implements Facet {
        public Ranges {
            ranges = List.copyOf(ranges);
        }
    }

    /** From is included, to is not; null is open. */
    record Range(
            String key, @Nullable Double from, @Nullable Double to) {}

    /** By calendar interval of a LONG field that holds instants; keys are ISO dates of the interval's first day, empty intervals left out. */
    record DateHistogram(String name, String field, Interval interval, ZoneId zone) implements Facet {}

    enum Interval {
        YEAR,
        QUARTER,
        MONTH,
        DAY;

        /** The first day of the interval that the day lies in. */
        public LocalDate firstDay(LocalDate day) {
            return switch (this) {
                case YEAR -> day.withDayOfYear(1);
                case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                case MONTH -> day.withDayOfMonth(1);
                case DAY -> day;
            };
        }

        /** The first day of the interval after the one that begins on this day. */
        public LocalDate next(LocalDate firstDay) {
            return switch (this) {
                case YEAR -> firstDay.plusYears(1);
                case QUARTER -> firstDay.plusMonths(3);
                case MONTH -> firstDay.plusMonths(1);
                case DAY -> firstDay.plusDays(1);
            };
        }
    }

    /**
     * No buckets, but the least, the greatest and the sum of all values of a LONG or DOUBLE field, in
     * {@link FacetResult#numbers()}; a document with several values adds each of them.
     */
    record Numbers(String name, String field) implements Facet {}

    /** By rings around a point, in metres from the first bound (0) outwards. */
    record GeoDistance(String name, String field, GeoPoint origin, List<Range> rings) implements Facet {
        public GeoDistance {
            rings = List.copyOf(rings);
        }
    }
}
