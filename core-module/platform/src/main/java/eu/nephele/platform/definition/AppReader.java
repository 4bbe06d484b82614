package eu.nephele.platform.definition;

import eu.nephele.platform.definition.Definitions.AppDefinition;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Problems;
import java.util.Map;
import java.util.Set;

/** Reads {@code apps/**.yaml}: kept whole, for the editor to make forms and lists from. */
final class AppReader {

    static final String CONTENT_TYPE = "!content-type:";

    private final Set<String> contentTypes;

    AppReader(Set<String> contentTypes) {
        this.contentTypes = contentTypes;
    }

    AppDefinition read(DefinitionFile file, Located.Fields root, Problems problems) {
        var tag = root.tag();
        var contentType = tag != null && tag.startsWith(CONTENT_TYPE) ? tag.substring(CONTENT_TYPE.length()) : null;
        if (contentType != null && !contentTypes.contains(contentType)) {
            problems.major(
                    root.place(),
                    "",
                    "is made from the content type `%s`, which does not exist".formatted(contentType),
                    NearestName.suggest(contentType, contentTypes));
        }
        var name =
                root.value("name") instanceof Located.Scalar scalar && !scalar.isNull() ? scalar.text() : file.name();
        new UserInterface(problems).check(root, "");
        @SuppressWarnings("unchecked")
        var definition = (Map<String, Object>) java.util.Objects.requireNonNull(Merge.plain(root));
        return new AppDefinition(name, file.module(), contentType, definition);
    }
}
