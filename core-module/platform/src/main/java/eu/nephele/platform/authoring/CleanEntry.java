package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.richtext.RichText;
import eu.nephele.platform.validation.StoredProperty;
import java.util.LinkedHashMap;

/** Cleans the rich texts of what was stored at another time, perhaps when its properties were of another type. */
final class CleanEntry {

    private final Definitions definitions;

    CleanEntry(Definitions definitions) {
        this.definitions = definitions;
    }

    ContentNode of(ContentType type, ContentNode entry) {
        return cleaned(entry, new NestedModel(type, type.model()));
    }

    private ContentNode cleaned(ContentNode node, NestedModel shape) {
        var properties = new LinkedHashMap<>(node.properties());
        properties.replaceAll((name, value) -> StoredProperty.of(name, shape.model(), definitions.site())
                        .filter(stored -> stored.property().type() == Scalar.RICH_TEXT)
                        .isPresent()
                ? cleaned(value)
                : value);
        var children =
                node.children().stream().map(child -> below(child, shape)).toList();
        return node.withProperties(properties).withChildren(children);
    }

    private ContentNode below(ContentNode child, NestedModel shape) {
        var property = StoredProperty.of(child.name(), shape.model(), definitions.site())
                .map(StoredProperty::property)
                .orElse(null);
        if (property == null || !(property.type() instanceof PropertyType.Nested nested)) {
            return child;
        }
        return definitions
                .nested(shape.owner(), nested)
                .map(model -> property.multiple()
                        ? child.withChildren(child.children().stream()
                                .map(item -> cleaned(item, model))
                                .toList())
                        : cleaned(child, model))
                .orElse(child);
    }

    private static Value cleaned(Value value) {
        return switch (value) {
            case Value.Text(String html) -> Value.of(RichText.clean(html).html());
            case Value.Many(var values) ->
                Value.of(values.stream().map(CleanEntry::cleaned).toList());
            default -> value;
        };
    }
}
