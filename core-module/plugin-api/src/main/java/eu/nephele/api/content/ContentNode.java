package eu.nephele.api.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node with its properties (system properties among them, with their prefix) and the children that were read with it,
 * both in stored order. The path is relative to the workspace: {@code /industry/upper-adriatic}.
 *
 * @param id the stable identity, a UUID, the same in draft and live; empty for a node that was not stored yet
 * @param path empty for a node that was not stored yet
 */
public record ContentNode(
        String id,
        String name,
        String path,
        String nodeType,
        Map<String, Value> properties,
        List<ContentNode> children) {

    public ContentNode {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        children = List.copyOf(children);
    }

    /** A node to be stored: identity and path are given by the store. */
    public static ContentNode unstored(
            String name, String nodeType, Map<String, Value> properties, List<ContentNode> children) {
        return new ContentNode("", name, "", nodeType, properties, children);
    }

    public Optional<ContentNode> child(String childName) {
        return children.stream().filter(child -> child.name().equals(childName)).findFirst();
    }

    public @Nullable Value value(String property) {
        return properties.get(property);
    }

    /** The text of a property, or null when it is not there. */
    public @Nullable String text(String property) {
        var value = properties.get(property);
        return value == null ? null : value.asText();
    }

    public ContentNode withProperties(Map<String, Value> newProperties) {
        return new ContentNode(id, name, path, nodeType, newProperties, children);
    }

    public ContentNode withChildren(List<ContentNode> newChildren) {
        return new ContentNode(id, name, path, nodeType, properties, newChildren);
    }
}
