package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.validation.StoredProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authored values of an entry as plain objects, in the form in which {@link SaveEntry} takes them: by stored name, nested ones as maps. */
public final class PlainEntry {

    private PlainEntry() {}

    public static Map<String, Object> of(Definitions definitions, ContentType type, ContentNode entry) {
        return properties(definitions, entry, new NestedModel(type, type.model()));
    }

    private static Map<String, Object> properties(Definitions definitions, ContentNode node, NestedModel shape) {
        var plain = new LinkedHashMap<String, Object>();
        node.properties().forEach((name, value) -> {
            if (!SystemProperties.isSystem(name)) {
                plain.put(name, plain(value));
            }
        });
        for (var child : node.children()) {
            StoredProperty.of(child.name(), shape.model(), definitions.site())
                    .map(StoredProperty::property)
                    .ifPresent(property -> {
                        var value = nested(definitions, child, shape.owner(), property);
                        if (value != null) {
                            plain.put(child.name(), value);
                        }
                    });
        }
        return plain;
    }

    private static @Nullable Object nested(
            Definitions definitions, ContentNode node, ContentType owner, Property property) {
        if (!(property.type() instanceof PropertyType.Nested nested)) {
            return null;
        }
        return definitions
                .nested(owner, nested)
                .<Object>map(shape -> property.multiple()
                        ? node.children().stream()
                                .map(child -> properties(definitions, child, shape))
                                .toList()
                        : properties(definitions, node, shape))
                .orElse(null);
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean flag) -> flag;
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Exact(var number) -> number;
            case Value.Moment(var moment) -> moment.toString();
            case Value.Many(var values) ->
                values.stream().map(PlainEntry::plain).toList();
        };
    }
}
