package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ranges over a field of numbers or dates, which a filter may name by their keys. */
record NamedRanges(EntryField field, List<Facet.Range> ranges) {

    /** Numbers from here on, in the bounds of a range over dates, are epoch milliseconds; smaller ones are years. */
    private static final double FIRST_NUMBER_THAT_IS_NO_YEAR = 10_000;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

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

    /** {@code low~high}, the lower bound included and the upper not, one of them perhaps open: a range that needs no name. */
    static Optional<Facet.Range> between(EntryField field, String key) {
        var tilde = key.indexOf('~');
        if (tilde < 0 || key.length() == 1) {
            return Optional.empty();
        }
        var from = bound(field, key.substring(0, tilde));
        var to = bound(field, key.substring(tilde + 1));
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Facet.Range(key, from.get().value(), to.get().value()));
    }

    private record Bound(@Nullable Double value) {}

    private static Optional<Bound> bound(EntryField field, String text) {
        if (text.isEmpty()) {
            return Optional.of(new Bound(null));
        }
        if (field.kind() == EntryField.Kind.DAY || field.kind() == EntryField.Kind.INSTANT) {
            return Day.parse(text).map(day -> new Bound((double) day.start()));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(new Bound(Double.valueOf(text))) : Optional.empty();
    }

    private Optional<Facet.Range> range(String key) {
        return indexed().stream()
                .filter(range -> range.key().equals(key))
                .findFirst()
                .or(() -> between(field, key));
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
