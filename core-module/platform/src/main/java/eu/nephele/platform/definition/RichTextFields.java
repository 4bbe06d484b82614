package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.Definitions.AppDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@code String} that an app edits with a rich text field a rich text: Magnolia's content types do not tell, and what is HTML has to be
 * cleaned, searched and shown as such.
 */
final class RichTextFields {

    /** Keys below which an app has fields. */
    private static final Set<String> CONTAINERS =
            Set.of("subApps", "detail", "editor", "form", "properties", "fields", "tabs", "forms");

    private final ContentType type;

    /** Names of properties, by the model that has them. */
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private RichTextFields(ContentType type) {
        this.type = type;
    }

    static Map<String, ContentType> applied(Map<String, ContentType> types, Collection<AppDefinition> apps) {
        var applied = new LinkedHashMap<>(types);
        for (var app : apps) {
            applied.computeIfPresent(String.valueOf(app.contentType()), (_, type) -> {
                var fields = new RichTextFields(type);
                fields.search(app.definition(), type.model(), "");
                return fields.found.isEmpty() ? type : fields.type();
            });
        }
        return applied;
    }

    private void search(Object container, Model model, String prefix) {
        if (container instanceof List<?> list) {
            list.forEach(item -> field(null, item, model, prefix));
        } else if (container instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (CONTAINERS.contains(String.valueOf(key))) {
                    search(value, model, prefix);
                } else {
                    field(String.valueOf(key), value, model, prefix);
                }
            });
        }
    }

    private void field(@Nullable String key, @Nullable Object written, Model model, String prefix) {
        if (!(written instanceof Map<?, ?> field)) {
            return;
        }
        var name = field.get("name") instanceof String given ? given : key;
        if (name == null) {
            return;
        }
        if (isRich(field) || isRich(field.get("field"))) {
            stored(name, model, prefix)
                    .forEach(property -> found.computeIfAbsent(model.name(), _ -> new HashSet<>())
                            .add(property.name()));
        }
        var nested = model.property(name)
                .map(Property::type)
                .filter(PropertyType.Nested.class::isInstance)
                .flatMap(shape -> type.model().subModel(((PropertyType.Nested) shape).model()));
        var isItself = nested.isPresent() && nested.get().name().equals(model.name());
        for (var inner : Stream.of(field, field.get("field")).toList()) {
            if (inner instanceof Map<?, ?> map && !isItself) {
                var below = nested.isEmpty() && isComposite(map) ? prefix + name : prefix;
                search(onlyContainers(map), nested.orElse(model), nested.isPresent() ? "" : below);
            }
        }
    }

    private static boolean isRich(@Nullable Object field) {
        return field instanceof Map<?, ?> map && "richTextField".equals(map.get("$type"));
    }

    private static boolean isComposite(Map<?, ?> field) {
        return Set.of("compositeField", "switchableField").contains(String.valueOf(field.get("$type")));
    }

    private static Map<Object, Object> onlyContainers(Map<?, ?> field) {
        var containers = new LinkedHashMap<Object, Object>(field);
        containers.keySet().removeIf(key -> !CONTAINERS.contains(String.valueOf(key)));
        return containers;
    }

    /** As fields of the editor find their property: after the names of the composites around, where those store in the same place. */
    private static Stream<Property> stored(String name, Model model, String prefix) {
        var upper = prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Stream.of(prefix + name, upper, name)
                .flatMap(candidate -> model.property(candidate).stream())
                .limit(1)
                .filter(property -> property.type() == Scalar.STRING
                        && property.vocabulary() == null
                        && property.options().isEmpty());
    }

    private ContentType type() {
        return new ContentType(type.name(), type.module(), type.label(), type.datasource(), rich(type.model()));
    }

    private Model rich(Model model) {
        var names = found.getOrDefault(model.name(), Set.of());
        return new Model(
                model.name(),
                model.nodeType(),
                model.properties().stream()
                        .map(property -> names.contains(property.name()) ? property.richText() : property)
                        .toList(),
                model.subModels().stream().map(this::rich).toList());
    }
}
