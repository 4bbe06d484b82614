package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people of this continent write them: {@code 1.234,56}, {@code 1 234.56}, {@code 1'234}, {@code −5}. */
final class CellNumbers {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F'’€$£]");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([.,]\\d{3})+");

    private CellNumbers() {}

    /**
     * @param decimal the sign before decimals, null where nobody said
     * @throws IllegalArgumentException with the complaint, made to follow the property's name
     */
    static BigDecimal number(Object cell, @Nullable String decimal, boolean whole) {
        return switch (cell) {
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            default -> number(String.valueOf(cell), decimal, whole);
        };
    }

    private static BigDecimal number(String written, @Nullable String decimal, boolean whole) {
        var text = SPACES.matcher(written).replaceAll("").replace('−', '-').replace('–', '-');
        var sign = decimalSign(text, decimal, whole, written);
        if (sign != 0) {
            text = text.replace(sign == ',' ? "." : ",", "").replace(sign, '.');
        } else if (GROUPED.matcher(text).matches()) {
            text = text.replace(".", "").replace(",", "");
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(say("must be a number, not `%s`", shown(written)));
        }
        return new BigDecimal(text);
    }

    /** The sign that decimals follow, 0 where there are none. */
    private static char decimalSign(String text, @Nullable String decimal, boolean whole, String written) {
        var point = text.lastIndexOf('.');
        var comma = text.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return 0;
        }
        var last = point > comma ? '.' : ',';
        if (point >= 0 && comma >= 0) {
            return last;
        }
        if (!GROUPED.matcher(text).matches() || text.matches("[+-]?0.*")) {
            return last;
        }
        if (text.indexOf(last) != text.lastIndexOf(last) || whole) {
            return 0;
        }
        if (decimal == null) {
            throw new IllegalArgumentException(say(
                    "can be read in two ways, `%s`: say for this column which sign comes before decimals",
                    shown(written)));
        }
        return decimal.charAt(0) == last ? last : 0;
    }

    /** What a number says about the sign before decimals; null where it can be read in both ways, or is none. */
    static @Nullable String decimalOf(Object cell) {
        if (!(cell instanceof String written)) {
            return null;
        }
        var text = SPACES.matcher(written).replaceAll("");
        if (!text.matches("[+−–-]?[\\d.,]*\\d") || GROUPED.matcher(text).matches()) {
            var several = text.matches("[+-]?\\d{1,3}([.,]\\d{3}){2,}");
            return several ? text.contains(".") ? "," : "." : null;
        }
        var point = text.lastIndexOf('.');
        var comma = text.lastIndexOf(',');
        return point == comma ? null : point > comma ? "." : ",";
    }

    static long whole(Object cell, @Nullable String decimal) {
        var number = number(cell, decimal, true);
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(say("must be a whole number, not `%s`", cell));
        }
    }

    /** As it would be typed: without zeros at the end, without an exponent. */
    static String text(Number number) {
        return number instanceof BigInteger || number instanceof Integer || number instanceof Long
                ? number.toString()
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
