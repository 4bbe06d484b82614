package eu.nephele.platform.validation;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;

/** Goes through the nodes of an entry that its content type describes, each with the model that shapes it. */
public final class EntryWalk {

    private EntryWalk() {}

    @FunctionalInterface
    public interface Visitor {

        /** @param path goes before a property's name: empty for the entry, {@code markets/markets0/} below it */
        void node(String path, Model model, ContentNode node);
    }

    public static void through(Definitions definitions, ContentType type, ContentNode entry, Visitor visitor) {
        visit(definitions, type, "", type.model(), entry, visitor);
    }

    private static void visit(
            Definitions definitions, ContentType type, String path, Model model, ContentNode node, Visitor visitor) {
        visitor.node(path, model, node);
        for (var child : node.children()) {
            var stored = StoredProperty.of(child.name(), model, definitions.site());
            if (stored.isEmpty() || !(stored.get().property().type() instanceof PropertyType.Nested(String name))) {
                continue;
            }
            var childPath = path + child.name() + "/";
            var multiple = stored.get().property().multiple();
            nestedModel(definitions, type, name).ifPresent(childModel -> {
                if (multiple) {
                    child.children()
                            .forEach(item ->
                                    visit(definitions, type, childPath + item.name() + "/", childModel, item, visitor));
                } else {
                    visit(definitions, type, childPath, childModel, child, visitor);
                }
            });
        }
    }

    /** The model of a nested property: a sub-model of the type, or another content type's model. */
    public static java.util.Optional<Model> nestedModel(Definitions definitions, ContentType type, String name) {
        return type.model()
                .subModel(name)
                .or(() -> definitions.contentType(name).map(ContentType::model));
    }
}
