package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.richtext.InnerLinks;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of all entries and assets that an entry refers to, anywhere in its subtree, the links of its rich texts included. */
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
                                .ifPresent(stored -> value.each()
                                        .forEach(one ->
                                                ids.addAll(in(stored.property().type(), one.asText()))))));
        return ids.isEmpty() ? null : Value.of(ids.stream().map(Value::of).toList());
    }

    private static Set<String> in(PropertyType type, String text) {
        return switch (type) {
            case PropertyType.Reference ignored -> Set.of(text);
            case Scalar.ASSET -> Set.of(text.replaceFirst("^jcr:", ""));
            case Scalar.RICH_TEXT -> InnerLinks.targets(text);
            default -> Set.of();
        };
    }
}
