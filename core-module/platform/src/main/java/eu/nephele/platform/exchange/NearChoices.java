package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody may have meant who wrote a choice wrongly. */
final class NearChoices {

    private static final int SHOWN = 3;

    private NearChoices() {}

    private record Near(String code, String label, int distance) {}

    /** {@code , did you mean `RS` (Serbia)?}, or the first choices there are. */
    static String suggestion(Map<String, Set<String>> choices, String wanted) {
        var near = choices.entrySet().stream()
                .map(choice -> nearest(choice.getKey(), choice.getValue(), wanted))
                .filter(one -> one.distance() <= Math.max(1, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(SHOWN)
                .map(NearChoices::shown)
                .toList();
        return near.isEmpty()
                ? say(
                        "; there are %s%s",
                        String.join(", ", first(choices)), choices.size() > SHOWN * 3 ? say(" and others") : "")
                : say("; did you mean %s?", String.join(say(" or "), near));
    }

    private static List<String> first(Map<String, Set<String>> choices) {
        return choices.keySet().stream()
                .limit(SHOWN * 3L)
                .map("`%s`"::formatted)
                .toList();
    }

    private static String shown(Near near) {
        return near.label().equals(near.code())
                ? "`%s`".formatted(near.code())
                : "`%s` (%s)".formatted(near.code(), near.label());
    }

    private static Near nearest(String code, Set<String> labels, String wanted) {
        var best = new Near(code, code, distance(CellValues.folded(code), wanted));
        for (var label : labels.stream().sorted().toList()) {
            var distance = distance(CellValues.folded(label), wanted);
            if (distance < best.distance()) {
                best = new Near(code, label, distance);
            }
        }
        return best;
    }

    /** How many letters are changed, put in or left out. */
    private static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (var at = 0; at <= right.length(); at++) {
            row[at] = at;
        }
        for (var from = 1; from <= left.length(); from++) {
            var diagonal = row[0];
            row[0] = from;
            for (var to = 1; to <= right.length(); to++) {
                var changed = diagonal + (left.charAt(from - 1) == right.charAt(to - 1) ? 0 : 1);
                diagonal = row[to];
                row[to] = Math.min(changed, 1 + Math.min(row[to], row[to - 1]));
            }
        }
        return row[right.length()];
    }
}
