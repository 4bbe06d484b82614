package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.PropertyType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What nodes an entry of a content type can have below it.
 *
 * @param depth levels of nodes; a model that holds itself counts {@link EndpointReader#MAX_DEPTH}
 */
record Shape(List<String> childNodeTypes, int depth) {

    static Shape of(ContentType type, Map<String, ContentType> contentTypes) {
        Set<String> nodeTypes = new LinkedHashSet<>();
        var depth = depth(type, type.model(), contentTypes, nodeTypes, Set.of());
        return new Shape(
                nodeTypes.isEmpty() ? List.of(ContentTypeReader.CHILD_NODE_TYPE) : List.copyOf(nodeTypes), depth);
    }

    private static int depth(
            ContentType owner,
            Model model,
            Map<String, ContentType> contentTypes,
            Set<String> nodeTypes,
            Set<Model> above) {
        if (above.contains(model) || above.size() >= EndpointReader.MAX_DEPTH) {
            return EndpointReader.MAX_DEPTH;
        }
        var path = new LinkedHashSet<>(above);
        path.add(model);
        var deepest = 0;
        for (var property : model.properties()) {
            if (!(property.type() instanceof PropertyType.Nested nested)) {
                continue;
            }
            var below = Definitions.nested(owner, nested, contentTypes).orElse(null);
            if (below == null) {
                continue;
            }
            // A multiple nested property has a node of its own that holds the numbered children.
            var own = property.multiple() ? 2 : 1;
            if (property.multiple()) {
                nodeTypes.add(ContentTypeReader.CHILD_NODE_TYPE);
            }
            nodeTypes.add(below.model().nodeType());
            deepest = Math.max(deepest, own + depth(below.owner(), below.model(), contentTypes, nodeTypes, path));
        }
        return Math.min(deepest, EndpointReader.MAX_DEPTH);
    }
}
