package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** A day, month, quarter or year, with its first and last day: {@code 2014-05-31}, {@code 2014-05}, {@code 2014-Q2}, {@code 2014}. */
record Day(LocalDate first, LocalDate last) {

    static Optional<Day> parse(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> ofYear(Year.parse(text));
                        case 7 -> text.startsWith("-Q", 4) ? ofQuarter(text) : ofMonth(YearMonth.parse(text));
                        default -> {
                            var day = LocalDate.parse(text);
                            yield new Day(day, day);
                        }
                    });
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What the interval that begins on this day is called. */
    static String named(Facet.Interval interval, String firstDay) {
        return switch (interval) {
            case YEAR -> firstDay.substring(0, firstDay.length() - 6);
            case QUARTER -> {
                var day = LocalDate.parse(firstDay);
                yield "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            }
            case MONTH -> firstDay.substring(0, firstDay.length() - 3);
            case DAY -> firstDay;
        };
    }

    private static Day ofQuarter(String text) {
        var quarter = Character.digit(text.charAt(6), 10);
        var last = YearMonth.of(Year.parse(text.substring(0, 4)).getValue(), 3 * quarter);
        return new Day(last.minusMonths(2).atDay(1), last.atEndOfMonth());
    }

    private static Day ofMonth(YearMonth month) {
        return new Day(month.atDay(1), month.atEndOfMonth());
    }

    private static Day ofYear(Year year) {
        return new Day(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /** Epoch milliseconds (UTC). */
    long start() {
        return millis(first);
    }

    /** The last millisecond, in epoch milliseconds (UTC). */
    long end() {
        return millis(last.plusDays(1)) - 1;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
