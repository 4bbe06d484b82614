package eu.nephele.platform.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of a definition, read key by key; a value of the wrong form counts as absent, for the loader has complained of it. */
record Keys(Map<String, Object> map) {

    static final Keys NONE = new Keys(Map.of());

    static Keys of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return NONE;
        }
        var keys = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> keys.put(String.valueOf(key), entry));
        return new Keys(keys);
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    @Nullable
    Object value(String key) {
        return map.get(key);
    }

    @Nullable
    String text(String key) {
        var value = map.get(key);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    String text(String key, String fallback) {
        var text = text(key);
        return text == null ? fallback : text;
    }

    boolean flag(String key, boolean fallback) {
        return map.get(key) instanceof Boolean flag ? flag : fallback;
    }

    /** The map below a key; below several keys, one inside the other. */
    Keys at(String... path) {
        var below = this;
        for (var key : path) {
            below = of(below.map.get(key));
        }
        return below;
    }

    List<String> texts(String key) {
        var value = map.get(key);
        var values = value instanceof Map<?, ?> keyed ? List.copyOf(keyed.values()) : value;
        return switch (values) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case null -> List.of();
            default -> List.of(values.toString());
        };
    }

    /** An entry of a named collection. */
    record Named(String name, Keys keys) {}

    /** The entries of a list of maps with {@code name} (or of names), or of a map whose keys are the names. */
    List<Named> named(String key) {
        var entries = new ArrayList<Named>();
        switch (map.get(key)) {
            case Map<?, ?> keyed ->
                keyed.forEach((name, value) -> {
                    var entry = of(value);
                    entries.add(new Named(entry.text("name", String.valueOf(name)), entry));
                });
            case List<?> list -> {
                for (var item : list) {
                    var entry = of(item);
                    var name = item instanceof Map ? entry.text("name") : String.valueOf(item);
                    if (name != null) {
                        entries.add(new Named(name, entry));
                    }
                }
            }
            case null, default -> {}
        }
        return entries;
    }

    /** Those of the keys that are here, with their values. */
    Map<String, Object> only(Iterable<String> names) {
        var found = new LinkedHashMap<String, Object>();
        names.forEach(name -> {
            var value = map.get(name);
            if (value != null) {
                found.put(name, value);
            }
        });
        return found;
    }

    Map<String, Object> without(java.util.Set<String> names) {
        var rest = new LinkedHashMap<>(map);
        rest.keySet().removeAll(names);
        return rest;
    }
}
