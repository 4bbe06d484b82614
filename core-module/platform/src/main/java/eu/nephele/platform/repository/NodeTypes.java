package eu.nephele.platform.repository;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;

/**
 * The registered node types with all types above each, and those a node may be of, as of the last registration.
 *
 * @param plain those whose new nodes get nothing of themselves but their type, and whether their children have an order
 */
record NodeTypes(Map<String, Set<String>> superTypes, Set<String> instantiable, Map<String, Boolean> plain) {

    static final String PATH = "/jcr:system/jcr:nodeTypes";
    static final String CONTENT = "mgnl:content";
    static final String CONTENT_NODE = "mgnl:contentNode";
    static final String FOLDER = "mgnl:folder";
    static final String DELETED = "mgnl:deleted";
    static final String VERSIONABLE = "mix:versionable";

    static NodeTypes read(Tree types) {
        var superTypes = new HashMap<String, Set<String>>();
        var instantiable = new HashSet<String>();
        var plain = new HashMap<String, Boolean>();
        for (var type : types.getChildren()) {
            if (!TreeUtil.getBoolean(type, "jcr:isMixin") && !TreeUtil.getBoolean(type, "jcr:isAbstract")) {
                instantiable.add(type.getName());
            }
            if (!createsItems(type, "rep:namedPropertyDefinitions")
                    && !createsItems(type, "rep:namedChildNodeDefinitions")) {
                plain.put(type.getName(), TreeUtil.getBoolean(type, "jcr:hasOrderableChildNodes"));
            }
            var above = new HashSet<String>();
            TreeUtil.getNames(type, "rep:supertypes").forEach(above::add);
            superTypes.put(type.getName(), Set.copyOf(above));
        }
        return new NodeTypes(Map.copyOf(superTypes), Set.copyOf(instantiable), Map.copyOf(plain));
    }

    /** Oak keeps in each type the definitions of those above it too, by name and then by what they demand. */
    private static boolean createsItems(Tree type, String definitions) {
        for (var named : type.getChild(definitions).getChildren()) {
            for (var definition : named.getChildren()) {
                if (!named.getName().endsWith("primaryType") && TreeUtil.getBoolean(definition, "jcr:autoCreated")) {
                    return true;
                }
            }
        }
        return false;
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
