package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ranges over a field of numbers or dates, which a filter may name by their keys. */
record NamedRanges(EntryField field, List<Facet.Range> ranges) {

    /** Numbers from here on, in the bounds of a range over dates, are epoch milliseconds; smaller ones are years. */
    private static final double FIRST_NUMBER_THAT_IS_NO_YEAR = 10_000;

    /** The ranges in the unit that the index has. */
    List<Facet.Range> indexed() {
        return field.kind() == EntryField.Kind.WHOLE || field.kind() == EntryField.Kind.NUMBER
                ? ranges
                : ranges.stream()
                        .map(range -> new Facet.Range(range.key(), instant(range.from()), instant(range.to())))
                        .toList();
    }

    Optional<Query> query(String key) {
        return switch (field.kind()) {
            case WHOLE, INSTANT -> range(key).map(range -> longs(field.name(), range));
            case DAY -> range(key).map(range -> longs(FieldNames.day(field.name()), range));
            case NUMBER ->
                range(key)
                        .map(range ->
                                Bounds.doubles(field.name(), new Bounds<>(range.from(), true, range.to(), false)));
            case TEXT, FLAG, POINT, RICH_TEXT -> Optional.empty();
        };
    }

    private Optional<Facet.Range> range(String key) {
        return indexed().stream().filter(range -> range.key().equals(key)).findFirst();
    }

    private static Query longs(String name, Facet.Range range) {
        return Bounds.longs(name, new Bounds<>(whole(range.from()), true, whole(range.to()), false));
    }

    private static @Nullable Long whole(@Nullable Double bound) {
        return bound == null ? null : (Long) (long) Math.ceil(bound);
    }

    private static @Nullable Double instant(@Nullable Double bound) {
        return bound == null || Math.abs(bound) >= FIRST_NUMBER_THAT_IS_NO_YEAR
                ? bound
                : (Double) (double) millis(LocalDate.of(bound.intValue(), 1, 1));
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
