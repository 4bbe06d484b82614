package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a node: the properties it may have, or, of the node that holds the values of a multiple nested property, the
 * shape of those values.
 */
record Shape(
        ContentType type,
        Map<String, Property> properties,
        @Nullable Shape elements) {

    static Shape of(ContentType type, Model model) {
        var properties = new LinkedHashMap<String, Property>();
        model.properties().forEach(property -> properties.putIfAbsent(property.name(), property));
        return new Shape(type, properties, null);
    }

    static Shape listOf(Shape elements) {
        return new Shape(elements.type, Map.of(), elements);
    }

    @Nullable
    Property property(String name) {
        return properties.get(name);
    }
}
