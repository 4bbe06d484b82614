package eu.nephele.api.search;

/**
 * How many typos lie between two words: a character more, less or another, or two neighbours exchanged, no character edited
 * twice (the optimal string alignment distance). Engines count the same way.
 */
public final class EditDistance {

    private EditDistance() {}

    /** Whether no more edits than that, counted in code points, make one word of the other. */
    public static boolean within(String one, String other, int edits) {
        return between(one, other, edits) <= edits;
    }

    /**
     * Whether one may be the other, mistyped with so many edits at most. Who makes two typos in a word still begins it rightly: words of
     * other beginnings are too many, and mostly mean something else.
     */
    public static boolean isTypo(String one, String other, int edits) {
        return within(one, other, edits)
                && (edits < 2 || !one.isEmpty() && !other.isEmpty() && one.codePointAt(0) == other.codePointAt(0));
    }

    /** The edits between the words; some number above the most, if there are more than that. */
    public static int between(String one, String other, int most) {
        var a = one.codePoints().toArray();
        var b = other.codePoints().toArray();
        if (Math.abs(a.length - b.length) > most) {
            return most + 1;
        }
        var beforeLast = new int[b.length + 1];
        var last = new int[b.length + 1];
        var row = new int[b.length + 1];
        for (var j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length; i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.length; j++) {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most + 1) {
                return most + 1;
            }
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length];
    }
}
