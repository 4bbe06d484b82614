package eu.nephele.platform.definition.internal;

import eu.nephele.platform.definition.internal.Located.Fields;
import eu.nephele.platform.definition.internal.Located.Items;
import eu.nephele.platform.definition.internal.Located.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map being read key by key. What is wrong becomes a problem and the fallback is used; {@link #finish} complains about keys that
 * nobody asked for.
 */
public final class Section {

    private final Fields fields;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Fields fields, String path, Problems problems) {
        this.fields = fields;
        this.path = path;
        this.problems = problems;
    }

    /** Reads a map; nothing at all is an empty map, and any other value a problem and an empty map. */
    public static Section of(Located value, String path, Problems problems) {
        if (value instanceof Fields map) {
            return new Section(map, path, problems);
        }
        if (!value.isNull()) {
            problems.major(value.place(), path, "must be a map, not %s".formatted(value.form()), null);
        }
        return new Section(Fields.empty(value.place()), path, problems);
    }

    public Place place() {
        return fields.place();
    }

    public String path() {
        return path;
    }

    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public Problems problems() {
        return problems;
    }

    public Set<String> keys() {
        return fields.fields().keySet();
    }

    /** Where the value of the key stands, or else the map. */
    public Place place(String key) {
        var value = fields.value(key);
        return value == null ? fields.place() : value.place();
    }

    /** The key's value, unless it is nothing. */
    public Optional<Located> value(String key) {
        known.add(key);
        return Optional.ofNullable(fields.value(key)).filter(value -> !value.isNull());
    }

    private <T> Optional<T> scalar(String key, String expected, Function<Scalar, Optional<T>> reading) {
        var value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var read = value.get() instanceof Scalar scalar ? reading.apply(scalar) : Optional.<T>empty();
        if (read.isEmpty()) {
            major(key, "must be %s, not %s".formatted(expected, value.get().form()), null);
        }
        return read;
    }

    public @Nullable String text(String key) {
        return scalar(key, "a text", scalar -> Optional.of(scalar.text())).orElse(null);
    }

    public String text(String key, String fallback) {
        var text = text(key);
        return text == null ? fallback : text;
    }

    public boolean flag(String key, boolean fallback) {
        return scalar(key, "true or false", Scalars::flag).orElse(fallback);
    }

    public @Nullable BigDecimal number(String key) {
        return scalar(key, "a number", Scalars::number).orElse(null);
    }

    public int whole(String key, int fallback, int least, int most) {
        var expected = "a whole number from %d to %d".formatted(least, most);
        return scalar(key, expected, scalar -> Scalars.whole(scalar).filter(n -> n >= least && n <= most))
                .map(Long::intValue)
                .orElse(fallback);
    }

    public Duration duration(String key, Duration fallback) {
        return scalar(key, "a time such as 60s or 5m", Scalars::duration).orElse(fallback);
    }

    /** Texts of a list, of the values of a map, or of a single scalar. */
    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var value : values(key)) {
            if (value instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else if (!value.isNull()) {
                problems.major(value.place(), path(key), "must be a text, not %s".formatted(value.form()), null);
            }
        }
        return texts;
    }

    private List<Located> values(String key) {
        return value(key)
                .map(value -> switch (value) {
                    case Items items -> items.items();
                    case Fields map ->
                        map.fields().values().stream().map(Located.Field::value).toList();
                    case Scalar scalar -> List.<Located>of(scalar);
                })
                .orElse(List.of());
    }

    /** The key's map; empty when there is none. */
    public Section section(String key) {
        return of(value(key).orElse(Fields.empty(fields.place())), path(key), problems);
    }

    /**
     * An entry of a named collection.
     *
     * @param place where its name stands
     * @param section empty when the value is no map
     */
    public record Named(String name, Place place, Located value, Section section) {}

    /** The entries of a list of maps with {@code name}, or of a map whose keys are the names; equal names stay apart. */
    public List<Named> named(String key) {
        return value(key)
                .map(value -> switch (value) {
                    case Fields map -> keyed(key, map);
                    case Items items -> listed(key, items);
                    case Scalar ignored -> {
                        major(key, "must be a list or a map, not %s".formatted(value.form()), null);
                        yield List.<Named>of();
                    }
                })
                .orElse(List.of());
    }

    private List<Named> keyed(String key, Fields map) {
        var entries = new ArrayList<Named>();
        map.fields().forEach((name, field) -> {
            var given = field.value() instanceof Fields entry ? entry.value("name") : null;
            var explicit = given instanceof Scalar scalar && !given.isNull() ? scalar.text() : name;
            entries.add(entry(key, explicit, field.key(), field.value()));
        });
        return entries;
    }

    private List<Named> listed(String key, Items items) {
        var entries = new ArrayList<Named>();
        for (var item : items.items()) {
            var name = item instanceof Fields entry ? entry.value("name") : item;
            if (name instanceof Scalar scalar && !name.isNull()) {
                entries.add(entry(key, scalar.text(), scalar.place(), item));
            } else {
                problems.major(item.place(), path(key), "has an entry without `name`", "it is left out");
            }
        }
        return entries;
    }

    private Named entry(String key, String name, Place place, Located value) {
        var fieldsOfEntry = value instanceof Fields map ? map : Fields.empty(value.place());
        var section = new Section(fieldsOfEntry, path(key) + "." + name, problems);
        section.ignore("name");
        return new Named(name, place, value, section);
    }

    /** Keys that are right here and mean nothing to us. */
    public void ignore(String... keys) {
        known.addAll(Set.of(keys));
    }

    public void severe(String key, String message, @Nullable String suggestion) {
        problems.severe(place(key), path(key), message, suggestion);
    }

    public void major(String key, String message, @Nullable String suggestion) {
        problems.major(place(key), path(key), message, suggestion);
    }

    public void minor(String key, String message, @Nullable String suggestion) {
        problems.minor(place(key), path(key), message, suggestion);
    }

    /** Complains about the keys that were not asked for. */
    public void finish() {
        fields.fields().forEach((key, field) -> {
            if (!known.contains(key)) {
                problems.minor(
                        field.key(), path(key), "unknown key `%s`".formatted(key), NearestName.suggest(key, known));
            }
        });
    }
}
