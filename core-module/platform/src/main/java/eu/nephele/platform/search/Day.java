package eu.nephele.platform.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** A day, month or year, with its first and last day. */
record Day(LocalDate first, LocalDate last) {

    static Optional<Day> parse(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> ofYear(Year.parse(text));
                        case 7 -> {
                            var month = YearMonth.parse(text);
                            yield new Day(month.atDay(1), month.atEndOfMonth());
                        }
                        default -> {
                            var day = LocalDate.parse(text);
                            yield new Day(day, day);
                        }
                    });
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
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
