package eu.nephele.platform.publishing;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;

/** The live entry with some locales' values taken from the draft; shared fields and other locales stay as they are live. */
record LocaleSelection(Definitions definitions, ContentType type, Set<String> locales) {

    ContentNode merge(ContentNode live, ContentNode draft) {
        return merge(new NestedModel(type, type.model()), live, draft);
    }

    private ContentNode merge(NestedModel shape, ContentNode live, ContentNode draft) {
        var model = shape.model();
        var properties = new LinkedHashMap<>(live.properties());
        properties.keySet().removeIf(name -> isSelected(name, model));
        draft.properties().forEach((name, value) -> {
            if (isSelected(name, model)) {
                properties.put(name, value);
            }
        });
        var children = new ArrayList<ContentNode>();
        for (var child : live.children()) {
            var inDraft = draft.child(child.name());
            if (isSelected(child.name(), model)) {
                inDraft.ifPresent(children::add);
            } else {
                children.add(
                        inDraft.map(other -> mergeChild(shape, child, other)).orElse(child));
            }
        }
        draft.children().stream()
                .filter(child -> isSelected(child.name(), model))
                .filter(child -> live.child(child.name()).isEmpty())
                .forEach(children::add);
        return live.withProperties(properties).withChildren(children);
    }

    private ContentNode mergeChild(NestedModel shape, ContentNode live, ContentNode draft) {
        var stored = StoredProperty.of(live.name(), shape.model(), definitions.site());
        if (stored.isEmpty() || !(stored.get().property().type() instanceof PropertyType.Nested nestedType)) {
            return live;
        }
        var nested = definitions.nested(shape.owner(), nestedType);
        if (nested.isEmpty()) {
            return live;
        }
        if (!stored.get().property().multiple()) {
            return merge(nested.get(), live, draft);
        }
        return live.withChildren(live.children().stream()
                .map(item -> draft.child(item.name())
                        .map(other -> merge(nested.get(), item, other))
                        .orElse(item))
                .toList());
    }

    private boolean isSelected(String storedName, Model model) {
        return StoredProperty.of(storedName, model, definitions.site())
                .filter(stored -> stored.property().i18n())
                .filter(stored -> locales.contains(stored.locale()))
                .isPresent();
    }
}
