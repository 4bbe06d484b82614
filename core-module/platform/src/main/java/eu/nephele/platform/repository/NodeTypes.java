package eu.nephele.platform.repository;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;

/** The registered node types with all types above each, and those a node may be of, as of the last registration. */
record NodeTypes(Map<String, Set<String>> superTypes, Set<String> instantiable) {

    static final String PATH = "/jcr:system/jcr:nodeTypes";
    static final String CONTENT = "mgnl:content";
    static final String CONTENT_NODE = "mgnl:contentNode";
    static final String FOLDER = "mgnl:folder";
    static final String DELETED = "mgnl:deleted";
    static final String VERSIONABLE = "mix:versionable";

    static NodeTypes read(Tree types) {
        var superTypes = new HashMap<String, Set<String>>();
        var instantiable = new HashSet<String>();
        for (var type : types.getChildren()) {
            if (!TreeUtil.getBoolean(type, "jcr:isMixin") && !TreeUtil.getBoolean(type, "jcr:isAbstract")) {
                instantiable.add(type.getName());
            }
            var above = new HashSet<String>();
            TreeUtil.getNames(type, "rep:supertypes").forEach(above::add);
            superTypes.put(type.getName(), Set.copyOf(above));
        }
        return new NodeTypes(Map.copyOf(superTypes), Set.copyOf(instantiable));
    }

    boolean isInstantiable(String nodeType) {
        return instantiable.contains(nodeType);
    }

    boolean is(String nodeType, String superType) {
        return nodeType.equals(superType)
                || superTypes.getOrDefault(nodeType, Set.of()).contains(superType);
    }

    boolean isAny(String nodeType, Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(type -> is(nodeType, type));
    }
}
