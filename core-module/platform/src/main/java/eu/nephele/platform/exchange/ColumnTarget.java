package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column say: which entry it is, or a value of it.
 *
 * @param steps the way to the value, by stored names; empty where the target says which entry it is
 * @param property null likewise
 */
record ColumnTarget(String path, List<Step> steps, @Nullable Property property) {

    static final String ID = "@id";
    static final String PATH = "@path";
    static final String EXTERNAL_ID = "externalId";
    static final List<String> IDENTITIES = List.of(ID, EXTERNAL_ID, PATH);

    private static final Pattern STEP = Pattern.compile("([^.@\\[\\]]+)(?:\\[(\\d{1,3})])?");

    /** @param index of a list's item, from 0; -1 where there is none */
    record Step(String storedName, int index) {}

    boolean isIdentity() {
        return property == null;
    }

    /** @throws IllegalArgumentException with what is wrong, made to follow the target */
    static ColumnTarget of(Definitions definitions, ContentType type, String written) {
        if (IDENTITIES.contains(written) && type.property(written).isEmpty()) {
            return new ColumnTarget(written, List.of(), null);
        }
        var at = written.indexOf('@');
        var names = (at < 0 ? written : written.substring(0, at)).split("\\.", -1);
        var steps = new ArrayList<Step>();
        var shape = new NestedModel(type, type.model());
        for (var name : List.of(names).subList(0, names.length - 1)) {
            var step = step(name);
            var stored = stored(definitions.site(), shape, step.storedName(), null);
            steps.add(new Step(storedName(definitions.site(), stored), step.index()));
            shape = below(definitions, shape, stored.property(), step.index());
        }
        var step = step(names[names.length - 1]);
        if (step.index() >= 0) {
            throw new IllegalArgumentException(say("is a whole item of a list: name one of its properties"));
        }
        var stored = stored(definitions.site(), shape, step.storedName(), at < 0 ? null : written.substring(at + 1));
        steps.add(new Step(storedName(definitions.site(), stored), -1));
        return new ColumnTarget(written, List.copyOf(steps), stored.property());
    }

    private static Step step(String written) {
        var step = STEP.matcher(written);
        if (!step.matches()) {
            throw new IllegalArgumentException(say("cannot be read: write it as `title@de` or `overview.employees`"));
        }
        return new Step(step.group(1), step.group(2) == null ? -1 : Integer.parseInt(step.group(2)) - 1);
    }

    private static String storedName(SiteDefinition site, StoredProperty stored) {
        return stored.property().i18n()
                ? site.storedName(stored.property().name(), stored.locale())
                : stored.property().name();
    }

    private static StoredProperty stored(SiteDefinition site, NestedModel shape, String name, @Nullable String locale) {
        var stored = StoredProperty.of(name, shape.model(), site)
                .or(() -> inShortLocale(site, shape, name))
                .orElseThrow(() -> new IllegalArgumentException(say(
                        "is no property of %s: there are %s",
                        shape.model().name(),
                        String.join(
                                ", ",
                                shape.model().properties().stream()
                                        .map(Property::name)
                                        .toList()))));
        if (locale == null) {
            return stored;
        }
        if (!stored.property().i18n()) {
            throw new IllegalArgumentException(say("has no languages: leave `@%s` out", locale));
        }
        return locale(site, locale)
                .map(id -> new StoredProperty(stored.property(), id))
                .orElseThrow(() -> new IllegalArgumentException(say(
                        "is in no locale of this site: %s",
                        String.join(
                                ", ",
                                site.locales().stream().map(one -> one.id()).toList()))));
    }

    /** {@code title_sr} where the site has Serbian in Latin script alone. */
    private static Optional<StoredProperty> inShortLocale(SiteDefinition site, NestedModel shape, String name) {
        var cut = name.lastIndexOf('_');
        return cut < 0
                ? Optional.empty()
                : shape.model()
                        .property(name.substring(0, cut))
                        .filter(Property::i18n)
                        .flatMap(property ->
                                locale(site, name.substring(cut + 1)).map(id -> new StoredProperty(property, id)));
    }

    /** A locale by its id, however it is written, or by its language where only one locale has it. */
    static Optional<String> locale(SiteDefinition site, String written) {
        var wanted = written.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        var ids = site.locales().stream().map(locale -> locale.id()).toList();
        var exact = ids.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
        var alike = ids.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).startsWith(wanted + "-"))
                .toList();
        return exact.isPresent() || alike.size() != 1 ? exact : Optional.of(alike.getFirst());
    }

    private static NestedModel below(Definitions definitions, NestedModel shape, Property property, int index) {
        if (!(property.type() instanceof PropertyType.Nested nested)) {
            throw new IllegalArgumentException(say("goes on below `%s`, which has no properties", property.name()));
        }
        if (property.multiple() != index >= 0) {
            throw new IllegalArgumentException(
                    property.multiple()
                            ? say(
                                    "goes through a list: say which item, `%1$s[1]`, or give `%1$s` whole as JSON",
                                    property.name())
                            : say("`%s` is no list", property.name()));
        }
        return definitions
                .nested(shape.owner(), nested)
                .orElseThrow(
                        () -> new IllegalArgumentException(say("has no model: see the problems of the definitions")));
    }

    String rootName() {
        return steps.getFirst().storedName();
    }

    /** The value among the plain properties of an entry; null where there is none. */
    @Nullable
    Object in(Map<String, ?> properties) {
        Object at = properties;
        for (var step : steps) {
            at = at instanceof Map<?, ?> map ? map.get(step.storedName()) : null;
            if (step.index() >= 0) {
                at = at instanceof List<?> list && step.index() < list.size() ? list.get(step.index()) : null;
            }
        }
        return at;
    }

    /**
     * Sets the value in properties that may be changed at any depth.
     *
     * @throws IllegalArgumentException where it is for an item of a list that has not so many
     */
    void set(Map<String, @Nullable Object> properties, @Nullable Object value) {
        var at = properties;
        for (var step : steps.subList(0, steps.size() - 1)) {
            if (value == null && !at.containsKey(step.storedName())) {
                return;
            }
            at = step.index() < 0 ? object(at, step.storedName()) : item(at, step, value == null);
            if (at == null) {
                return;
            }
        }
        at.put(steps.getLast().storedName(), value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> in, String name) {
        return (Map<String, @Nullable Object>) in.compute(
                name, (_, there) -> there instanceof Map<?, ?> ? there : new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, @Nullable Object> item(
            Map<String, @Nullable Object> in, Step step, boolean taking) {
        var list = (List<Object>)
                in.compute(step.storedName(), (_, there) -> there instanceof List<?> ? there : new ArrayList<>());
        if (step.index() > list.size()) {
            throw new IllegalArgumentException(say(
                    "is for item %d of a list that has %d: fill the items before it first",
                    step.index() + 1, list.size()));
        }
        if (step.index() == list.size()) {
            if (taking) {
                return null;
            }
            list.add(new LinkedHashMap<String, Object>());
        }
        return (Map<String, @Nullable Object>) list.get(step.index());
    }

    /** A copy that {@link #set} may change. */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, member) -> copy.put(String.valueOf(name), copy(member)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null -> null;
            default -> value;
        };
    }
}
