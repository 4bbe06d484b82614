package eu.nephele.platform.access;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be acted upon.
 *
 * @param entry the entry that the location is, or lies in; null for a folder, and where it is not known
 * @param field null for the entry whatever its fields
 */
public record Subject(
        Location location, @Nullable Entry entry, @Nullable Field field) {

    /** @param values of a property of the entry, as texts; none where it has no such property */
    public record Entry(String nodeType, Function<String, Set<String>> values) {}

    /** @param locale null for a value that all locales share */
    public record Field(String name, @Nullable String locale, boolean confidential) {

        /** The entry in all its fields and locales, as a move concerns it. */
        public static final Field WHOLE = new Field("@whole", null, false);

        /** All values of a locale, as a publication of that locale concerns them. */
        public static Field allIn(String locale) {
            return new Field("@whole", locale, false);
        }
    }

    /** The server itself: users, roles, the audit log. */
    public static Subject platform() {
        return new Subject(new Location(Perspective.DRAFT, "", "/"), null, null);
    }

    public static Subject of(Location location) {
        return new Subject(location, null, null);
    }

    /** @param entry as it is, or is to become */
    public static Subject of(Location location, ContentNode entry) {
        return new Subject(location, new Entry(entry.nodeType(), property -> texts(entry.value(property))), null);
    }

    public Subject with(Field newField) {
        return new Subject(location, entry, newField);
    }

    private static Set<String> texts(@Nullable Value value) {
        return value == null
                ? Set.of()
                : value.each().stream().map(Value::asText).collect(Collectors.toSet());
    }
}
