package eu.nephele.platform.desk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares plain values (texts, numbers, flags, lists, maps), as JSON gives them, by what they mean. */
final class PlainValues {

    private PlainValues() {}

    /** 1, 1L and 1.0 are the same number; null, an empty text and an empty list are the same nothing. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        return normal(left).equals(normal(right));
    }

    private static Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.stripTrailingZeros();
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case List<?> list ->
                list.isEmpty() ? "" : list.stream().map(PlainValues::normal).toList();
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<Object, Object>();
                map.forEach((key, member) -> {
                    var known = normal(member);
                    if (!known.equals("")) {
                        members.put(key, known);
                    }
                });
                yield members.isEmpty() ? "" : members;
            }
            default -> value;
        };
    }
}
