package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.richtext.RichText;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain objects (as JSON or YAML give them) become the properties and child nodes of an entry, in Magnolia's storage forms. */
final class EntryForm {

    private final Definitions definitions;
    private final ContentType type;
    private final AuthoringSettings settings;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<CleanedText> cleaned = new ArrayList<>();

    EntryForm(Definitions definitions, ContentType type, AuthoringSettings settings) {
        this.definitions = definitions;
        this.type = type;
        this.settings = settings;
    }

    /**
     * The entry with the given values set; null takes a value away. What is not named stays as it is.
     *
     * @throws PlatformException INVALID_ENTRY with every field that is unknown or of the wrong type
     */
    ContentNode fill(ContentNode entry, Map<String, ?> given) {
        var filled = fill(entry, new NestedModel(type, type.model()), given, "", 0);
        if (!errors.isEmpty()) {
            throw invalid(type.name(), errors);
        }
        return filled;
    }

    /** The same without what cannot be stored. */
    ContentNode fillWhatFits(ContentNode entry, Map<String, ?> given) {
        return fill(entry, new NestedModel(type, type.model()), given, "", 0);
    }

    /** The rich texts of which something was taken out. */
    List<CleanedText> cleaned() {
        return cleaned;
    }

    static PlatformException invalid(String contentType, List<FieldError> errors) {
        var first = errors.getFirst();
        var more = errors.size() == 1 ? "" : say(" (and %d more)", errors.size() - 1);
        return new PlatformException(
                ErrorCode.INVALID_ENTRY,
                say("This %s cannot be stored: %s %s%s", contentType, first.field(), first.message(), more),
                errors);
    }

    private ContentNode fill(ContentNode node, NestedModel shape, Map<String, ?> given, String path, int depth) {
        var model = shape.model();
        var properties = new LinkedHashMap<>(node.properties());
        var children = new LinkedHashMap<String, ContentNode>();
        node.children().forEach(child -> children.put(child.name(), child));
        for (var entry : given.entrySet()) {
            var name = entry.getKey();
            var stored = StoredProperty.of(name, model, definitions.site());
            if (stored.isEmpty()) {
                errors.add(new FieldError(path + name, "unknown", unknown(name, model)));
                continue;
            }
            properties.remove(name);
            var property = stored.get().property();
            if (property.type() instanceof PropertyType.Nested nested) {
                var child = nested(
                        name,
                        property,
                        definitions.nested(shape.owner(), nested),
                        entry.getValue(),
                        path + name,
                        depth + 1);
                if (child == null) {
                    children.remove(name);
                } else {
                    children.put(name, child);
                }
            } else {
                var value = values(property, entry.getValue(), path + name);
                if (value != null) {
                    properties.put(name, value);
                }
            }
        }
        return node.withProperties(properties).withChildren(List.copyOf(children.values()));
    }

    private @Nullable ContentNode nested(
            String name,
            Property property,
            Optional<NestedModel> shape,
            @Nullable Object given,
            String path,
            int depth) {
        if (given == null) {
            return null;
        }
        if (shape.isEmpty()) {
            errors.add(
                    new FieldError(path, "type", say("its model is not defined: see the problems of the definitions")));
            return null;
        }
        if (depth > settings.maxDepth()) {
            errors.add(new FieldError(path, "maxDepth", say("is nested deeper than %d", settings.maxDepth())));
            return null;
        }
        if (!property.multiple()) {
            return item(name, shape.get(), given, path, depth);
        }
        if (!(given instanceof List<?> list) || list.size() > settings.maxValues()) {
            errors.add(new FieldError(
                    path, "multiple", say("must be a list of at most %d objects", settings.maxValues())));
            return null;
        }
        var items = new ArrayList<ContentNode>();
        for (var one : list) {
            // Magnolia numbers the children of a multiple field: markets/markets0, markets/markets1.
            var itemName = name + items.size();
            var item = item(itemName, shape.get(), one, path + "/" + itemName, depth);
            if (item != null) {
                items.add(item);
            }
        }
        return ContentNode.unstored(name, "mgnl:contentNode", Map.of(), items);
    }

    private @Nullable ContentNode item(String name, NestedModel shape, @Nullable Object given, String path, int depth) {
        if (!(given instanceof Map<?, ?> map)) {
            errors.add(new FieldError(path, "type", say("must be an object, not `%s`", given)));
            return null;
        }
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        var empty = ContentNode.unstored(name, shape.model().nodeType(), Map.of(), List.of());
        return fill(empty, shape, values, path + "/", depth);
    }

    private @Nullable Value values(Property property, @Nullable Object given, String path) {
        if (given == null) {
            return null;
        }
        if (!property.multiple()) {
            if (given instanceof List<?>) {
                errors.add(new FieldError(path, "multiple", say("must be a single value, not a list")));
                return null;
            }
            return value(property, given, path);
        }
        if (!(given instanceof List<?> list) || list.size() > settings.maxValues()) {
            errors.add(
                    new FieldError(path, "multiple", say("must be a list of at most %d values", settings.maxValues())));
            return null;
        }
        var values = new ArrayList<Value>();
        for (var one : list) {
            var value = one == null ? null : value(property, one, path);
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : Value.of(values);
    }

    private @Nullable Value value(Property property, Object given, String path) {
        if (given instanceof String text && text.length() > settings.maxTextLength()) {
            errors.add(
                    new FieldError(path, "maxLength", say("is longer than %d characters", settings.maxTextLength())));
            return null;
        }
        try {
            return switch (property.type()) {
                case PropertyType.Scalar scalar
                when scalar == PropertyType.Scalar.RICH_TEXT ->
                    cleaned(ValueForm.scalar(scalar, given).asText(), path);
                case PropertyType.Scalar scalar -> ValueForm.scalar(scalar, given);
                case PropertyType.Reference ignored -> ValueForm.reference(given);
                case PropertyType.Nested ignored -> throw new IllegalStateException("nested values are nodes");
            };
        } catch (IllegalArgumentException complaint) {
            errors.add(new FieldError(path, "type", complaint.getMessage()));
            return null;
        }
    }

    private Value cleaned(String html, String path) {
        var text = RichText.clean(html);
        if (!text.removed().isEmpty()) {
            cleaned.add(new CleanedText(path, text.html(), text.removed()));
        }
        return Value.of(text.html());
    }

    private String unknown(String name, Model model) {
        if (SystemProperties.isSystem(name)) {
            return say("is kept by the platform and cannot be set");
        }
        var localized = model.properties().stream()
                .filter(property -> property.i18n() && name.startsWith(property.name() + "_"))
                .findFirst();
        if (localized.isPresent()) {
            var locales = definitions.site().locales().stream()
                    .map(locale -> locale.suffix())
                    .toList();
            return say("is in no locale of this site: %s", String.join(", ", locales));
        }
        return say(
                "is no property of %s: %s",
                model.name(),
                String.join(
                        ", ", model.properties().stream().map(Property::name).toList()));
    }
}
