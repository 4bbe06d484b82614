package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides what values there are into ranges with round bounds (1, 2 or 5 times a power of ten), or into periods. Ranges are called
 * {@code low~high}, the lower bound included and the upper not; the first and the last are open.
 */
final class NiceRanges {

    private static final int WANTED = 7;

    /** From here on between the least and the greatest the bounds grow by factors instead of steps. */
    private static final double WIDE = 500;

    private NiceRanges() {}

    static List<Facet.Range> of(FacetResult.@Nullable Numbers numbers, boolean whole) {
        if (numbers == null) {
            return List.of();
        }
        var least = numbers.min();
        var greatest = numbers.max();
        var lowest = Math.max(least, whole ? 1 : greatest / 1e6);
        var inner =
                least >= 0 && greatest / lowest >= WIDE ? byFactor(lowest, greatest) : bySteps(least, greatest, whole);
        var ranges = new ArrayList<Facet.Range>();
        for (var i = 0; i <= inner.size(); i++) {
            ranges.add(named(i == 0 ? null : inner.get(i - 1), i == inner.size() ? null : inner.get(i)));
        }
        return ranges;
    }

    static Facet.Range named(@Nullable Double from, @Nullable Double to) {
        return new Facet.Range(text(from) + "~" + text(to), from, to);
    }

    private static String text(@Nullable Double bound) {
        return bound == null ? "" : DocumentFields.plain(bound);
    }

    /** At least one bound, so that there are two ranges that a filter can name. */
    private static List<Double> bySteps(double least, double greatest, boolean whole) {
        var span = greatest - least;
        var raw = span > 0 ? span / WANTED : Math.max(1, Math.abs(greatest)) / 10;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        var factor = raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10;
        var step = whole ? Math.max(1, factor * power) : factor * power;
        var bounds = new ArrayList<Double>();
        // By counting, for adding up would add up errors too.
        for (var i = Math.floor(least / step) + 1; i * step <= greatest; i++) {
            bounds.add(rounded(i, step));
        }
        if (bounds.isEmpty()) {
            bounds.add(rounded(Math.floor(least / step) + 1, step));
        }
        return bounds;
    }

    private static double rounded(double count, double step) {
        return step < 1 ? count / Math.rint(1 / step) : count * step;
    }

    private static List<Double> byFactor(double least, double greatest) {
        for (var factors : List.of(List.of(1, 2, 5), List.of(1, 5), List.of(1))) {
            var bounds = new ArrayList<Double>();
            for (var power = (int) Math.floor(Math.log10(least)); Math.pow(10, power) <= greatest; power++) {
                for (var factor : factors) {
                    var bound = power < 0 ? factor / Math.pow(10, -power) : factor * Math.pow(10, power);
                    if (bound > least && bound <= greatest) {
                        bounds.add(bound);
                    }
                }
            }
            if (bounds.size() <= WANTED + 2) {
                return bounds;
            }
        }
        return bySteps(least, greatest, false);
    }

    static Facet.Interval interval(FacetResult.@Nullable Numbers instants) {
        if (instants == null) {
            return Facet.Interval.YEAR;
        }
        var days = (instants.max() - instants.min()) / Duration.ofDays(1).toMillis();
        if (days <= 31) {
            return Facet.Interval.DAY;
        }
        return days <= 2 * 366 ? Facet.Interval.MONTH : days <= 6 * 366 ? Facet.Interval.QUARTER : Facet.Interval.YEAR;
    }
}
