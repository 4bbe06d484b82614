package eu.nephele.platform.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an entry is to be shown.
 *
 * @param fields its own properties and children to show; empty for all
 * @param labels whether coded values get their labels beside them
 */
record ItemOptions(Set<String> fields, boolean labels, String key) {

    static final ItemOptions ALL = of(Set.of(), false);

    static ItemOptions of(Collection<String> fields, boolean labels) {
        var sorted = new TreeSet<>(fields);
        return new ItemOptions(Set.copyOf(fields), labels, (labels ? "+" : "") + String.join(",", sorted));
    }

    boolean shows(String name) {
        return fields.isEmpty() || fields.contains(name) || name.equals(Localization.SAMPLE);
    }
}
