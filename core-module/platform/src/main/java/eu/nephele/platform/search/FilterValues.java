package eu.nephele.platform.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the values of one filter; refuses those of a wrong format with INVALID_VALUE. */
record FilterValues(PropertyFilter filter) {

    private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    /** What lies between whole numbers is greater than the one and less than the other, and equal to none. */
    Bounds.Span<Long> whole(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw refused(value, EntryField.Kind.WHOLE);
        }
        var number = new BigDecimal(value);
        if (number.abs().compareTo(MAX_WHOLE) > 0) {
            throw refused(value, EntryField.Kind.WHOLE);
        }
        return new Bounds.Span<>(
                number.setScale(0, RoundingMode.CEILING).longValue(),
                number.setScale(0, RoundingMode.FLOOR).longValue());
    }

    Bounds.Span<Double> number(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw refused(value, EntryField.Kind.NUMBER);
        }
        return Bounds.Span.of(new BigDecimal(value).doubleValue());
    }

    Bounds.Span<Long> day(String value) {
        return Day.parse(value)
                .map(day -> new Bounds.Span<>(day.start(), day.end()))
                .orElseThrow(() -> refused(value, EntryField.Kind.DAY));
    }

    Bounds.Span<Long> moment(String value) {
        if (value.length() <= 10) {
            return Day.parse(value)
                    .map(day -> new Bounds.Span<>(day.start(), day.end()))
                    .orElseThrow(() -> refused(value, EntryField.Kind.INSTANT));
        }
        try {
            return Bounds.Span.of(OffsetDateTime.parse(value).toInstant().toEpochMilli());
        } catch (DateTimeParseException noMoment) {
            throw refused(value, EntryField.Kind.INSTANT);
        }
    }

    private RuntimeException refused(String value, EntryField.Kind kind) {
        return Refusals.value(filter.property(), value, kind.description());
    }
}
