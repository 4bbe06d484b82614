package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of all entries and assets that an entry refers to, anywhere in its subtree. */
final class References {

    private References() {}

    static @Nullable Value in(Definitions definitions, ContentType type, ContentNode entry) {
        var ids = new TreeSet<String>();
        EntryWalk.through(
                definitions,
                type,
                entry,
                (path, model, node) -> node.properties()
                        .forEach((name, value) -> StoredProperty.of(name, model, definitions.site())
                                .ifPresent(stored -> {
                                    if (stored.property().type() instanceof PropertyType.Reference) {
                                        value.each().forEach(id -> ids.add(id.asText()));
                                    } else if (stored.property().type() == PropertyType.Scalar.ASSET) {
                                        value.each()
                                                .forEach(id ->
                                                        ids.add(id.asText().replaceFirst("^jcr:", "")));
                                    }
                                })));
        return ids.isEmpty() ? null : Value.of(ids.stream().map(Value::of).toList());
    }
}
