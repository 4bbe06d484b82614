package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.platform.validation.ValueTypes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and moments as people of this continent write them: {@code 1.10.2012}, {@code 1. oktobar 2012.}, {@code 10/2012}; the day comes before the month. */
final class CellDates {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4})\\.?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\.?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{4})\\.?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\.?");
    private static final Pattern NAMED_DAY =
            Pattern.compile("(\\d{1,2})\\.?\\s*(?:de )?(\\p{L}+)\\.?,?\\s+(\\d{4})\\.?");
    private static final Pattern NAMED_MONTH = Pattern.compile("(\\p{L}+)\\.?,?\\s+(\\d{4})\\.?");
    private static final Pattern MOMENT = Pattern.compile(
            "(.*?\\d{4}\\.?|\\d{4}-\\d{2}-\\d{2})[T,\\s]+(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?(?: Uhr| h)?");

    private CellDates() {}

    /** Read once, when the first month is named. */
    private static final class Months {
        private static final List<String> LANGUAGES = List.of(
                "en", "de", "it", "fr", "sr-Latn", "sr-Cyrl", "hr", "sl", "bs", "mk", "bg", "el", "hu", "sk", "cs",
                "ro", "uk", "sq");
        private static final Map<String, Integer> NUMBERS = new HashMap<>();

        static {
            for (var language : LANGUAGES) {
                for (var month : Month.values()) {
                    for (var style : List.of(
                            TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                        var name = month.getDisplayName(style, Locale.forLanguageTag(language));
                        NUMBERS.putIfAbsent(key(name), month.getValue());
                    }
                }
            }
            // Serbian and Croatian use both.
            NUMBERS.putIfAbsent("august", 8);
        }

        static String key(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[.\\s]", "");
        }
    }

    /**
     * A day, month or year in ISO form.
     *
     * @throws IllegalArgumentException with the complaint, made to follow the property's name
     */
    static String day(Object cell) {
        var text = (cell instanceof Number number ? CellNumbers.text(number) : String.valueOf(cell)).strip();
        if (ValueTypes.isDay(text)) {
            return text;
        }
        // A cell formatted as a moment, or a text of an export.
        var cut = text.indexOf('T');
        if (cut == 10 && ValueTypes.isDay(text.substring(0, 10))) {
            return text.substring(0, 10);
        }
        try {
            return parsed(text);
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(say("is no day of the calendar: `%s`", CellNumbers.shown(text)));
        }
    }

    private static String parsed(String text) {
        Matcher match;
        if ((match = DAY.matcher(text)).matches()) {
            return day(number(match, 3), number(match, 2), number(match, 1), text);
        }
        if ((match = YEAR_FIRST.matcher(text)).matches()) {
            return day(number(match, 1), number(match, 2), number(match, 3), text);
        }
        if ((match = NAMED_DAY.matcher(text)).matches()) {
            return day(number(match, 3), month(match.group(2), text), number(match, 1), text);
        }
        if ((match = MONTH.matcher(text)).matches()) {
            return YearMonth.of(number(match, 2), number(match, 1)).toString();
        }
        if ((match = NAMED_MONTH.matcher(text)).matches()) {
            return YearMonth.of(number(match, 2), month(match.group(1), text)).toString();
        }
        if ((match = YEAR.matcher(text)).matches()) {
            return match.group(1);
        }
        throw new IllegalArgumentException(
                say("must be a day, month or year, not `%s`%s", CellNumbers.shown(text), cure()));
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static String day(int year, int month, int day, String text) {
        if (month > 12 && day <= 12) {
            throw new IllegalArgumentException(
                    say("has the month before the day, `%s`%s", CellNumbers.shown(text), cure()));
        }
        return LocalDate.of(year, month, day).toString();
    }

    private static int month(String name, String text) {
        var number = Months.NUMBERS.get(Months.key(name));
        if (number == null) {
            throw new IllegalArgumentException(say("names no month: `%s`%s", CellNumbers.shown(text), cure()));
        }
        return number;
    }

    /** A moment with its offset; a day alone is its beginning. */
    static String moment(Object cell, ZoneId zone) {
        var text = String.valueOf(cell).strip();
        try {
            return OffsetDateTime.parse(text).toString();
        } catch (DateTimeException without) {
            var match = MOMENT.matcher(text);
            var day = day(match.matches() ? match.group(1).strip() : text);
            if (day.length() != 10) {
                throw new IllegalArgumentException(
                        say("must be a day, or a day and a time, not `%s`", CellNumbers.shown(text)));
            }
            return LocalDateTime.of(LocalDate.parse(day), match.matches() ? time(match, text) : LocalTime.MIDNIGHT)
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        }
    }

    private static LocalTime time(Matcher match, String text) {
        try {
            return LocalTime.of(number(match, 2), number(match, 3), match.group(4) == null ? 0 : number(match, 4));
        } catch (DateTimeException noSuchTime) {
            throw new IllegalArgumentException(say("has no time of the day: `%s`", CellNumbers.shown(text)));
        }
    }

    private static String cure() {
        return say("; write it as 2012-10-01 or 1.10.2012");
    }
}
