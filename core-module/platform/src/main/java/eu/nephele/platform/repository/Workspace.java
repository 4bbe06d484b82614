package eu.nephele.platform.repository;

import java.util.List;
import java.util.Map;

/**
 * A workspace and the node types stored in it.
 *
 * @param spread whether the children of its folders are spread over buckets, which no path shows
 * @param namespaces prefix to URI
 * @param entryNodeTypes registered as kinds of {@code mgnl:content}
 * @param nestedNodeTypes registered as kinds of {@code mgnl:contentNode}
 */
public record Workspace(
        String name,
        boolean spread,
        Map<String, String> namespaces,
        List<String> entryNodeTypes,
        List<String> nestedNodeTypes) {

    public Workspace {
        namespaces = Map.copyOf(namespaces);
        entryNodeTypes = List.copyOf(entryNodeTypes);
        nestedNodeTypes = List.copyOf(nestedNodeTypes);
    }
}
