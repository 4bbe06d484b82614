package eu.nephele.webapp.app;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the workspaces, node types and unique properties of content types known to the repository. */
final class ContentTypeStorage {

    private ContentTypeStorage() {}

    static void register(Definitions definitions, ContentRepository repository) {
        // The workspace of files is the room media's own.
        var byWorkspace = definitions.contentTypes().values().stream()
                .filter(type -> !type.isOfFiles())
                .collect(Collectors.groupingBy(ContentType::workspace, TreeMap::new, Collectors.toList()));
        byWorkspace.forEach((name, types) -> repository.register(workspace(name, types)));
        repository.index(uniqueProperties(definitions));
    }

    /** By their stored names: each is looked up whenever an entry with such a property is published. */
    private static Set<String> uniqueProperties(Definitions definitions) {
        var names = new TreeSet<String>();
        definitions
                .contentTypes()
                .values()
                .forEach(type -> Stream.concat(Stream.of(type.model()), type.model().subModels().stream())
                        .flatMap(model -> model.properties().stream())
                        .filter(property -> property.validation().unique())
                        .forEach(property -> {
                            names.add(property.name());
                            if (property.i18n()) {
                                definitions.site().locales().stream()
                                        .map(locale -> definitions.site().storedName(property.name(), locale.id()))
                                        .forEach(names::add);
                            }
                        }));
        return names;
    }

    private static Workspace workspace(String name, List<ContentType> types) {
        var namespaces = new HashMap<String, String>();
        types.forEach(type -> namespaces.putAll(type.datasource().namespaces()));
        var nested = types.stream()
                .flatMap(type -> type.model().subModels().stream())
                .map(Model::nodeType)
                .distinct()
                .sorted()
                .toList();
        return new Workspace(
                name,
                types.stream().anyMatch(type -> type.datasource().spread()),
                namespaces,
                types.stream().map(ContentType::nodeType).distinct().sorted().toList(),
                nested);
    }
}
