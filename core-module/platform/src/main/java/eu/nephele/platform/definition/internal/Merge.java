package eu.nephele.platform.definition.internal;

import eu.nephele.platform.definition.internal.Located.Field;
import eu.nephele.platform.definition.internal.Located.Fields;
import eu.nephele.platform.definition.internal.Located.Items;
import eu.nephele.platform.definition.internal.Located.Kind;
import eu.nephele.platform.definition.internal.Located.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays one value over another as Magnolia does: maps merge deep, named collections (lists of maps with {@code name}, or maps) merge
 * by name, all else is replaced; {@code !override} replaces in any case.
 */
public final class Merge {

    public static final String OVERRIDE = "!override";
    private static final String NAME = "name";

    private Merge() {}

    public static Located over(Located base, Located over) {
        if (OVERRIDE.equals(over.tag())) {
            return over.withTag(null);
        }
        if (base instanceof Fields below && over instanceof Fields above) {
            return maps(below, above);
        }
        var baseNamed = named(base);
        var overNamed = named(over);
        if (baseNamed != null && overNamed != null && !overNamed.isEmpty()) {
            return byName(base, baseNamed, overNamed);
        }
        return over;
    }

    private static Fields maps(Fields base, Fields over) {
        var merged = new LinkedHashMap<>(base.fields());
        over.fields()
                .forEach((key, field) -> merged.merge(
                        key, field, (below, above) -> new Field(above.key(), over(below.value(), above.value()))));
        return Fields.of(over.place(), over.tag() == null ? base.tag() : over.tag(), merged);
    }

    /** The n-th entry of a name goes over the n-th of that name below, so that repeated names do not collapse. */
    private static Items byName(Located base, List<Fields> below, List<Fields> above) {
        var places = new HashMap<String, List<Integer>>();
        for (var i = 0; i < below.size(); i++) {
            places.computeIfAbsent(nameOf(below.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        var merged = new ArrayList<Located>(below);
        for (var entry : above) {
            var free = places.getOrDefault(nameOf(entry), List.of());
            if (free.isEmpty()) {
                merged.add(entry);
            } else {
                var index = free.removeFirst();
                merged.set(index, over(merged.get(index), entry));
            }
        }
        return Items.of(base.place(), base.tag(), merged);
    }

    private static String nameOf(Fields entry) {
        return entry.value(NAME) instanceof Scalar name ? name.text() : "";
    }

    /** The entries of a named collection, each with its {@code name}; null when the value is none. */
    private static @Nullable List<Fields> named(Located value) {
        var entries = new ArrayList<Fields>();
        switch (value) {
            case Items items -> {
                for (var item : items.items()) {
                    if (!(item instanceof Fields fields) || !(fields.value(NAME) instanceof Scalar)) {
                        return null;
                    }
                    entries.add(fields);
                }
            }
            case Fields map -> {
                for (var field : map.fields().entrySet()) {
                    var entry = field.getValue().value();
                    var fields = entry.isNull() ? Fields.empty(entry.place()) : entry;
                    if (!(fields instanceof Fields own)) {
                        return null;
                    }
                    entries.add(withName(field.getKey(), field.getValue().key(), own));
                }
            }
            case Scalar ignored -> {
                return null;
            }
        }
        return entries;
    }

    private static Fields withName(String name, Place key, Fields entry) {
        var fields = new LinkedHashMap<String, Field>();
        fields.put(NAME, new Field(key, new Scalar(key, null, name, Kind.TEXT)));
        fields.putAll(entry.fields());
        return Fields.of(entry.place(), entry.tag(), fields);
    }

    /** The value with the map keys of the path around it: {@code a.b} and {@code 1} give {@code {a: {b: 1}}}. */
    public static Located at(List<String> path, Located value) {
        var wrapped = value;
        for (var key : path.reversed()) {
            wrapped = Fields.of(value.place(), null, java.util.Map.of(key, new Field(value.place(), wrapped)));
        }
        return wrapped;
    }

    /** The entries of a named collection, each with its {@code name}; none when the value is no such collection. */
    public static List<Fields> entries(Located value) {
        var entries = named(value);
        return entries == null ? List.of() : entries;
    }

    /** The opposite of {@link #plain}: a value that code has made, standing at the place. */
    public static Located located(Place place, Object plain) {
        return switch (plain) {
            case java.util.Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Field>();
                map.forEach((key, value) -> fields.put((String) key, new Field(place, located(place, value))));
                yield Fields.of(place, null, fields);
            }
            case List<?> list ->
                Items.of(
                        place,
                        null,
                        list.stream().map(item -> located(place, item)).toList());
            case Boolean flag -> new Scalar(place, null, flag.toString(), Kind.BOOLEAN);
            case Long number -> new Scalar(place, null, number.toString(), Kind.WHOLE);
            default -> new Scalar(place, null, plain.toString(), Kind.TEXT);
        };
    }

    /** Plain Java: maps, lists, String, Boolean, Long, Double, null left out. */
    public static @Nullable Object plain(Located value) {
        return switch (value) {
            case Scalar scalar -> Scalars.plain(scalar);
            case Items items ->
                items.items().stream()
                        .map(Merge::plain)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toUnmodifiableList());
            case Fields fields -> {
                var map = new LinkedHashMap<String, Object>();
                fields.fields().forEach((key, field) -> {
                    var plain = plain(field.value());
                    if (plain != null) {
                        map.put(key, plain);
                    }
                });
                yield java.util.Collections.unmodifiableMap(map);
            }
        };
    }
}
