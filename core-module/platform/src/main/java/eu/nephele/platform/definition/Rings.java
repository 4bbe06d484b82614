package eu.nephele.platform.definition;

import eu.nephele.api.search.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads distances ({@code 50km}, {@code 800m}) and rings between them ({@code 10km~50km}, the nearer bound included). */
public final class Rings {

    private static final Pattern DISTANCE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(km|m)");
    private static final double METRES_OF_KILOMETRE = 1_000;

    private Rings() {}

    /** In metres. */
    public static Optional<Double> metres(String text) {
        var matcher = DISTANCE.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1))
                        * (matcher.group(2).equals("km") ? METRES_OF_KILOMETRE : 1))
                : Optional.empty();
    }

    /** In metres, named as it is written; a single distance is a ring from the middle. */
    public static Optional<Facet.Range> ring(String text) {
        var tilde = text.indexOf('~');
        var low = tilde < 0 ? "" : text.substring(0, tilde);
        var high = tilde < 0 ? text : text.substring(tilde + 1);
        var from = metres(low).orElse(null);
        var to = metres(high).orElse(null);
        var isRing = (low.isEmpty() || from != null)
                && (high.isEmpty() || to != null)
                && (from != null || to != null)
                && (from == null || to == null || from < to);
        return isRing ? Optional.of(new Facet.Range(text, from, to)) : Optional.empty();
    }

    /** The rings that the distances part, the first from the middle, the last without end; empty where they do not rise. */
    public static List<Facet.Range> between(List<String> distances) {
        var rings = new ArrayList<Facet.Range>();
        for (var i = 0; i <= distances.size(); i++) {
            var low = i == 0 ? "" : distances.get(i - 1).replace(" ", "");
            var high = i == distances.size() ? "" : distances.get(i).replace(" ", "");
            ring(low + "~" + high).ifPresent(rings::add);
        }
        return rings.size() == distances.size() + 1 ? rings : List.of();
    }
}
