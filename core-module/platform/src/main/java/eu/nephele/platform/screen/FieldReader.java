package eu.nephele.platform.screen;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Nested;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields, to any depth: what the YAML says, and beside it what the content type says of the property. */
final class FieldReader {

    /** The values stored with what contains them, not in an object of their own. */
    private static final String SAME = "same";

    private static final String CHILD = "child";

    /**
     * Where fields stand.
     *
     * @param model null where the content type has nothing to say
     * @param path names of the fields around, and {@code items} which of them have several values
     * @param prefix of the names of properties here
     */
    record Level(
            @Nullable ContentType owner, @Nullable Model model, List<String> path, List<Integer> items, String prefix) {

        Level below(String name) {
            var longer = new ArrayList<>(path);
            longer.add(name);
            return new Level(owner, model, List.copyOf(longer), items, prefix);
        }

        Level item() {
            var more = new ArrayList<>(items);
            more.add(path.size() - 1);
            return new Level(owner, model, path, List.copyOf(more), prefix);
        }

        Level shapedBy(@Nullable ContentType newOwner, @Nullable Model newModel, String newPrefix) {
            return new Level(newOwner, newModel, path, items, newPrefix);
        }

        @Nullable
        Property property(String name) {
            return model == null ? null : model.property(name).orElse(null);
        }
    }

    private final Scope scope;
    private final Datasources datasources;
    private final ValidatorReader validators;

    FieldReader(Scope scope) {
        this.scope = scope;
        this.datasources = new Datasources(scope);
        this.validators = new ValidatorReader(scope);
    }

    Datasource datasource(Keys keys, Property property) {
        return datasources.of(keys, property, List.of());
    }

    Field read(Keys.Named field, Level level) {
        var stored = storedName(field.name(), level);
        return read(field.name(), field.keys(), stored, level.property(stored), level.below(field.name()), false);
    }

    /** The property of a field: its name, after the names of the fields around it where those store in the same place. */
    private static String storedName(String name, Level level) {
        if (level.prefix().isEmpty()) {
            return name;
        }
        var upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Stream.of(level.prefix() + name, level.prefix() + upper, name)
                .filter(candidate -> level.property(candidate) != null)
                .findFirst()
                .orElse(level.prefix() + name);
    }

    private Field read(
            String name, Keys keys, String stored, @Nullable Property property, Level level, boolean isItem) {
        var declared = keys.text("$type", keys.text("class", keys.text("fieldType", "textField")));
        var type = FieldTypes.of(declared);
        var inside = inside(name, keys, property, type, level);
        var keysOf = labelKeys(level, isItem, "label");
        var holdsNothing = type.equals("staticField") || SAME.equals(inside.storage());
        return new Field(
                name,
                holdsNothing ? null : stored,
                holdsNothing
                        || isItem
                        || property != null
                        || level.model() == null && !level.prefix().isEmpty(),
                type,
                declared,
                holdsNothing ? "none" : property == null ? valueTypeOf(type) : valueType(property),
                scope.labels().find(text(keys, "label", property == null ? null : property.label()), keysOf, name),
                scope.labels()
                        .optional(
                                text(keys, "description", property == null ? null : property.description()),
                                labelKeys(level, isItem, "description")),
                scope.labels().optional(keys.text("placeholder"), labelKeys(level, isItem, "placeholder")),
                keys.flag("required", !isItem && property != null && property.isRequired()),
                scope.labels()
                        .optional(keys.text("requiredErrorMessage"), labelKeys(level, isItem, "requiredErrorMessage")),
                keys.flag("readOnly", false),
                property == null ? keys.flag("i18n", false) : property.i18n(),
                !isItem && isMultiple(type, keys, property),
                property != null && property.confidential(),
                keys.value("defaultValue") != null ? keys.value("defaultValue") : defaultValue(property),
                type.equals(FieldTypes.MULTI) ? List.of() : validators.read(keys, property),
                datasources.forField(type, keys, property, labelKeys(level, isItem, "options")),
                inside.storage(),
                inside.layout(),
                inside.fields(),
                inside.item(),
                inside.selector(),
                inside.forms(),
                attributes(type, keys));
    }

    private record Inside(
            @Nullable String storage,
            @Nullable String layout,
            @Nullable List<Field> fields,
            @Nullable Field item,
            @Nullable Field selector,
            @Nullable List<Field.Form> forms) {
        static final Inside NOTHING = new Inside(null, null, null, null, null, null);
    }

    private Inside inside(String name, Keys keys, @Nullable Property property, String type, Level level) {
        return switch (type) {
            case FieldTypes.COMPOSITE, FieldTypes.MONEY -> {
                var below = below(name, keys, property, level);
                yield new Inside(storage(keys, property), layout(keys), fields(keys, below), null, null, null);
            }
            case FieldTypes.SWITCHABLE -> switchable(name, keys, property, level);
            case FieldTypes.MULTI -> new Inside(null, null, null, item(name, keys, property, level), null, null);
            default -> Inside.NOTHING;
        };
    }

    private List<Field> fields(Keys keys, Level below) {
        var written = keys.has("properties") ? keys.named("properties") : keys.named("fields");
        return written.stream().map(field -> read(field, below)).toList();
    }

    private Field item(String name, Keys keys, @Nullable Property property, Level level) {
        var linkOnly = keys.text("$type", "").equals("jcrMultiLinkField");
        var single = keys.has("field")
                ? keys.at("field")
                : new Keys(linkOnly ? withType(keys.map(), "linkField") : Map.of("$type", "textField"));
        return read(name, single, name, property, level.item(), true);
    }

    private static Map<String, Object> withType(Map<String, Object> map, String type) {
        var typed = new LinkedHashMap<>(map);
        typed.put("$type", type);
        return typed;
    }

    private Inside switchable(String name, Keys keys, @Nullable Property property, Level level) {
        var below = below(name, keys, property, level);
        var choice = below.property("field") == null && below.property(name) != null ? name : "field";
        var stored = choice.equals(name) ? name : storedName(choice, below);
        var forms = new ArrayList<Field.Form>();
        for (var form : keys.named("forms").isEmpty() ? keys.named("fields") : keys.named("forms")) {
            var label = scope.labels()
                    .find(
                            form.keys().text("label"),
                            scope.keys(String.join(".", level.path()) + ".forms." + form.name() + ".label"),
                            form.name());
            var fields = form.keys().has("properties") || form.keys().has("fields")
                    ? fields(form.keys(), below)
                    : form.keys().map().isEmpty() ? List.<Field>of() : List.of(read(form, below));
            forms.add(new Field.Form(form.name(), label, fields));
        }
        var written = keys.has("field")
                ? keys.at("field")
                : new Keys(Map.of("$type", "radioButtonGroupField", "options", optionsOf(keys, forms)));
        var selector = read("field", written, stored, below.property(stored), below.below("field"), false);
        return new Inside(storage(keys, property), layout(keys), null, null, selector, forms);
    }

    private static Object optionsOf(Keys keys, List<Field.Form> forms) {
        var given = keys.value("options");
        return given == null
                ? forms.stream()
                        .map(form -> Map.of(
                                "name",
                                form.name(),
                                "value",
                                form.name(),
                                "label",
                                form.label().text()))
                        .toList()
                : given;
    }

    private Level below(String name, Keys keys, @Nullable Property property, Level level) {
        if (property != null && property.type() instanceof Nested nested && level.owner() != null) {
            var shape = scope.definitions().nested(level.owner(), nested).orElse(null);
            return level.shapedBy(shape == null ? null : shape.owner(), shape == null ? null : shape.model(), "");
        }
        if (CHILD.equals(storage(keys, property))) {
            return level.shapedBy(null, null, "");
        }
        var plain = keys.text("propertyNameDecorator", "").contains("Noop");
        return level.shapedBy(level.owner(), level.model(), plain ? level.prefix() : level.prefix() + name);
    }

    private static String storage(Keys keys, @Nullable Property property) {
        var provider = keys.at("itemProvider").text("$type", "");
        return property != null && property.type() instanceof Nested || provider.equals("jcrChildNodeProvider")
                ? CHILD
                : SAME;
    }

    private static String layout(Keys keys) {
        var written = keys.at("layout").text("$type", keys.text("layout", "stacked"));
        return written.equals("horizontal") ? "horizontal" : "stacked";
    }

    private static boolean isMultiple(String type, Keys keys, @Nullable Property property) {
        return type.equals(FieldTypes.MULTI) || (property == null ? keys.flag("multiple", false) : property.multiple());
    }

    private Map<String, Object> attributes(String type, Keys keys) {
        var attributes = keys.only(FieldTypes.COMMON);
        attributes.putAll(keys.only(FieldTypes.attributes(type)));
        attributes.replaceAll((name, value) -> FieldTypes.TEXTS.contains(name)
                ? scope.labels()
                        .find(value.toString(), List.of(), value.toString())
                        .text()
                : value);
        return attributes;
    }

    private static @Nullable String text(Keys keys, String key, @Nullable String otherwise) {
        var text = keys.text(key);
        return text == null ? otherwise : text;
    }

    /** {@code x.parts.name.label}; where parts are several, also {@code x.parts.field.name.label} and {@code x.parts.value.name.label}. */
    private List<String> labelKeys(Level level, boolean isItem, String what) {
        var parts = Stream.of("", ".field", ".value")
                .map(between -> joined(level, between))
                .distinct()
                .toList();
        var keys = new ArrayList<String>();
        for (var owner : Stream.of(
                        scope.app(), scope.type() == null ? null : scope.type().name())
                .filter(Objects::nonNull)
                .toList()) {
            parts.forEach(part -> keys.add(owner + "." + part + "." + what));
        }
        if (what.equals("label") && !isItem) {
            keys.add(scope.app() + "." + joined(level, ""));
        }
        keys.add("fields." + level.path().getLast() + "." + what);
        return keys;
    }

    private static String joined(Level level, String between) {
        var text = new StringBuilder();
        for (var i = 0; i < level.path().size(); i++) {
            text.append(i == 0 ? "" : ".").append(level.path().get(i));
            text.append(level.items().contains(i) ? between : "");
        }
        return text.toString();
    }

    private static @Nullable Object defaultValue(@Nullable Property property) {
        if (property == null || property.defaultValue() == null) {
            return null;
        }
        var values = property.defaultValue().each().stream()
                .map(eu.nephele.api.content.Value::asText)
                .toList();
        if (property.multiple()) {
            return values;
        }
        return property.type() == Scalar.BOOLEAN ? (Object) Boolean.valueOf(values.getFirst()) : values.getFirst();
    }

    static String valueType(Property property) {
        return switch (property.type()) {
            case Reference ignored -> "reference";
            case Nested ignored -> "object";
            case Scalar scalar ->
                switch (scalar) {
                    case STRING -> "string";
                    case RICH_TEXT -> "html";
                    case BOOLEAN -> "boolean";
                    case LONG -> "integer";
                    case DOUBLE -> "number";
                    case DECIMAL -> "decimal";
                    case DATE -> "instant";
                    case LOCAL_DATE -> "day";
                    case GEO_POINT -> "geoPoint";
                    case ASSET -> "asset";
                };
        };
    }

    private static String valueTypeOf(String type) {
        return switch (type) {
            case "richTextField" -> "html";
            case "checkBoxField" -> "boolean";
            case "numberField", "sliderField" -> "number";
            case "dateField" -> "instant";
            case "localDateField" -> "day";
            case "geoPointField" -> "geoPoint";
            case "damLinkField", "uploadField" -> "asset";
            case "linkField", "pageLinkField" -> "reference";
            case FieldTypes.COMPOSITE, FieldTypes.MONEY, FieldTypes.SWITCHABLE, "jsonField" -> "object";
            default -> "string";
        };
    }
}
