package eu.nephele.platform.definition.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML file with its place and its local tag ({@code !include:...}, {@code !override}). Immutable; the same value may
 * stand in several places of a tree (anchors, includes), so its extent is counted as if it were written out.
 */
public sealed interface Located {

    Place place();

    @Nullable
    String tag();

    Extent extent();

    Located withTag(@Nullable String newTag);

    /** How large a value is when written out: values in all, and levels. */
    record Extent(long size, int depth) {

        static final Extent SINGLE = new Extent(1, 1);

        static Extent around(Collection<? extends Located> children) {
            var size = 1L;
            var depth = 0;
            for (var child : children) {
                size = Math.min(size + child.extent().size(), Integer.MAX_VALUE);
                depth = Math.max(depth, child.extent().depth());
            }
            return new Extent(size, depth + 1);
        }
    }

    /** What YAML 1.1 takes an unquoted scalar for. */
    enum Kind {
        TEXT,
        BOOLEAN,
        WHOLE,
        REAL,
        NULL
    }

    /** @param text exactly as it was written */
    record Scalar(Place place, @Nullable String tag, String text, Kind kind) implements Located {

        @Override
        public Extent extent() {
            return Extent.SINGLE;
        }

        @Override
        public Scalar withTag(@Nullable String newTag) {
            return new Scalar(place, newTag, text, kind);
        }
    }

    record Items(Place place, @Nullable String tag, List<Located> items, Extent extent) implements Located {

        public static Items of(Place place, @Nullable String tag, List<Located> items) {
            return new Items(place, tag, List.copyOf(items), Extent.around(items));
        }

        @Override
        public Items withTag(@Nullable String newTag) {
            return new Items(place, newTag, items, extent);
        }
    }

    record Fields(Place place, @Nullable String tag, Map<String, Field> fields, Extent extent) implements Located {

        public static Fields of(Place place, @Nullable String tag, Map<String, Field> fields) {
            var values = fields.values().stream().map(Field::value).toList();
            return new Fields(
                    place, tag, Collections.unmodifiableMap(new LinkedHashMap<>(fields)), Extent.around(values));
        }

        public static Fields empty(Place place) {
            return of(place, null, Map.of());
        }

        public @Nullable Located value(String key) {
            var field = fields.get(key);
            return field == null ? null : field.value();
        }

        @Override
        public Fields withTag(@Nullable String newTag) {
            return new Fields(place, newTag, fields, extent);
        }
    }

    /** @param key where the key stands */
    record Field(Place key, Located value) {}

    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL && scalar.tag() == null;
    }

    /** The word for its form in messages. */
    default String form() {
        return switch (this) {
            case Scalar scalar -> scalar.kind() == Kind.NULL ? "nothing" : "`" + scalar.text() + "`";
            case Items ignored -> "a list";
            case Fields ignored -> "a map";
        };
    }
}
