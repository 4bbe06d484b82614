package eu.nephele.platform.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether values mean the same, however they are written. */
final class SameValue {

    private SameValue() {}

    /** Whether a cell says what an export would write of the value: then it is as it was, whatever else the cell could mean. */
    static boolean says(Object cell, @Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (cell instanceof Number || cell instanceof Boolean) {
            return same(cell, value) || CellValues.text(cell).equals(value);
        }
        var text = lines(String.valueOf(cell));
        var written = lines(SheetWriter.text(value));
        return text.equals(written)
                || text.endsWith(SheetWriter.Xlsx.SHORTENED)
                        && written.startsWith(text.substring(0, text.length() - SheetWriter.Xlsx.SHORTENED.length()));
    }

    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (isNothing(left) || isNothing(right)) {
            return isNothing(left) && isNothing(right);
        }
        if (left instanceof Number one && right instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            if (one.size() != other.size()) {
                return false;
            }
            for (var at = 0; at < one.size(); at++) {
                if (!same(one.get(at), other.get(at))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)))
                    && other.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        return left instanceof String one && right instanceof String other
                ? lines(one).equals(lines(other))
                : Objects.equals(left, right);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** A spreadsheet ends lines in its own way. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
