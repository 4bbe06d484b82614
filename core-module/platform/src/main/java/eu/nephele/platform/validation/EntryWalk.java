package eu.nephele.platform.validation;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;

/** Goes through the nodes of an entry that its content type describes, each with the model that shapes it. */
public final class EntryWalk {

    private EntryWalk() {}

    @FunctionalInterface
    public interface Visitor {

        /** @param path goes before a property's name: empty for the entry, {@code markets/markets0/} below it */
        void node(String path, Model model, ContentNode node);
    }

    public static void through(Definitions definitions, ContentType type, ContentNode entry, Visitor visitor) {
        visit(definitions, "", new NestedModel(type, type.model()), entry, visitor);
    }

    private static void visit(
            Definitions definitions, String path, NestedModel shape, ContentNode node, Visitor visitor) {
        visitor.node(path, shape.model(), node);
        for (var child : node.children()) {
            var stored = StoredProperty.of(child.name(), shape.model(), definitions.site());
            if (stored.isEmpty() || !(stored.get().property().type() instanceof PropertyType.Nested nested)) {
                continue;
            }
            var childPath = path + child.name() + "/";
            var multiple = stored.get().property().multiple();
            definitions.nested(shape.owner(), nested).ifPresent(childShape -> {
                if (multiple) {
                    child.children()
                            .forEach(item ->
                                    visit(definitions, childPath + item.name() + "/", childShape, item, visitor));
                } else {
                    visit(definitions, childPath, childShape, child, visitor);
                }
            });
        }
    }
}
