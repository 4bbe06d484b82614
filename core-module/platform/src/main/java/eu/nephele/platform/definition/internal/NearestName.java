package eu.nephele.platform.definition.internal;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant to write. */
public final class NearestName {

    private static final int LONGEST = 60;

    /** Beyond, a hostile file with as many wrong names would keep us busy. */
    private static final int MOST_NAMES = 2_000;

    private NearestName() {}

    /** The suggestion {@code did you mean `String`?}, or null when no name is near. */
    public static @Nullable String suggest(String written, Collection<String> names) {
        var nearest = nearest(written, names);
        return nearest == null ? null : "did you mean `" + nearest + "`?";
    }

    /** The name with the fewest letters added, left out, changed or swapped, if it is less than about a third of them. */
    public static @Nullable String nearest(String written, Collection<String> names) {
        if (written.length() > LONGEST || names.size() > MOST_NAMES) {
            return null;
        }
        String best = null;
        var least = written.length() < 3 ? 1 : (written.length() + 1) / 3 + 1;
        for (var name : names) {
            if (Math.abs(name.length() - written.length()) >= least) {
                continue;
            }
            var distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = name;
                least = distance;
            }
        }
        return best;
    }

    /** The optimal string alignment distance. */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
