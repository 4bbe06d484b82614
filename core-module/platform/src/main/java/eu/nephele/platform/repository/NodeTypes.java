package eu.nephele.platform.repository;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;

/** The registered node types with all types above each, as of the last registration. */
record NodeTypes(Map<String, Set<String>> superTypes) {

    static final String PATH = "/jcr:system/jcr:nodeTypes";
    static final String CONTENT = "mgnl:content";
    static final String CONTENT_NODE = "mgnl:contentNode";
    static final String FOLDER = "mgnl:folder";
    static final String DELETED = "mgnl:deleted";
    static final String VERSIONABLE = "mix:versionable";

    static NodeTypes read(Tree types) {
        var superTypes = new HashMap<String, Set<String>>();
        for (var type : types.getChildren()) {
            var above = new java.util.HashSet<String>();
            TreeUtil.getNames(type, "rep:supertypes").forEach(above::add);
            superTypes.put(type.getName(), Set.copyOf(above));
        }
        return new NodeTypes(Map.copyOf(superTypes));
    }

    boolean knows(String nodeType) {
        return superTypes.containsKey(nodeType);
    }

    boolean is(String nodeType, String superType) {
        return nodeType.equals(superType)
                || superTypes.getOrDefault(nodeType, Set.of()).contains(superType);
    }

    boolean isAny(String nodeType, Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(type -> is(nodeType, type));
    }
}
