package eu.nephele.platform.authoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new entry as its author gives it.
 *
 * @param name the last part of its path; null lets the platform make one of the title
 * @param parentPath a folder below the content type's root, {@code /} if null; made when it is not there
 * @param properties by stored name: text, number, boolean, list, map (a nested object), null
 * @param externalIds the ids it has elsewhere, each {@code scheme:value}; of a type with a property {@code externalIds} that one counts
 * @param id the identity to take, for entries that refer to each other before they are stored; null for a fresh one
 */
public record EntryInput(
        @Nullable String name,
        @Nullable String parentPath,
        Map<String, ?> properties,
        List<String> externalIds,
        @Nullable String id) {

    public EntryInput(@Nullable String name, @Nullable String parentPath, Map<String, ?> properties) {
        this(name, parentPath, properties, List.of(), null);
    }
}
