package eu.nephele.platform.search;

import eu.nephele.api.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Orders by a property ({@code title}), by {@code @name} or {@code @score}; a point by its distance.
 *
 * @param origin what distances are measured from, for a point
 */
public record EntrySort(
        String property, boolean descending, @Nullable GeoPoint origin) {
    public EntrySort(String property, boolean descending) {
        this(property, descending, null);
    }
}
