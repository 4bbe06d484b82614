package eu.nephele.platform.search;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.platform.definition.Definitions;
import java.util.Optional;

/**
 * The model of a nested property: a sub-model of the content type, or another content type's model.
 *
 * @param scope the content type whose sub-models the model's own nested properties name
 */
record NestedModel(Model model, ContentType scope) {

    static Optional<NestedModel> of(Definitions definitions, ContentType scope, String name) {
        return scope.model()
                .subModel(name)
                .map(model -> new NestedModel(model, scope))
                .or(() -> definitions.contentType(name).map(type -> new NestedModel(type.model(), type)));
    }
}
