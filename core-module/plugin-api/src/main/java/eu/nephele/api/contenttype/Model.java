package eu.nephele.api.contenttype;

import java.util.List;
import java.util.Optional;

/**
 * The shape of a node: of an entry (with its sub-models), or of a nested node.
 *
 * @param name of a sub-model its name, of an entry's model the content type's
 * @param subModels the models that nested properties of this model, and of its sub-models, name; empty in a sub-model
 */
public record Model(String name, String nodeType, List<Property> properties, List<Model> subModels) {

    public Model {
        properties = List.copyOf(properties);
        subModels = List.copyOf(subModels);
    }

    public Optional<Property> property(String propertyName) {
        // Asked for each property of each node that is read or written.
        for (var property : properties) {
            if (property.name().equals(propertyName)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    public Optional<Model> subModel(String subModelName) {
        return subModels.stream()
                .filter(model -> model.name().equalsIgnoreCase(subModelName))
                .findFirst();
    }
}
