package eu.nephele.webapp.app;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the workspaces and node types of content types known to the repository. */
final class ContentTypeStorage {

    private ContentTypeStorage() {}

    static void register(Definitions definitions, ContentRepository repository) {
        var byWorkspace = definitions.contentTypes().values().stream()
                .collect(Collectors.groupingBy(ContentType::workspace, TreeMap::new, Collectors.toList()));
        byWorkspace.forEach((name, types) -> repository.register(workspace(name, types)));
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
