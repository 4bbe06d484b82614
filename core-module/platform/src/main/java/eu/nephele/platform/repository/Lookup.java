package eu.nephele.platform.repository;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.index.IndexUtils;
import org.apache.jackrabbit.oak.plugins.index.property.PropertyIndexUtil;
import org.apache.jackrabbit.oak.spi.lifecycle.RepositoryInitializer;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/**
 * Oak's property indexes, read straight from their stored form, which costs microseconds where a parsed and planned query
 * costs a fraction of a millisecond. The values are stored cut at 100 characters: a hit is a candidate, to be checked.
 */
final class Lookup {

    static final String ID = "nph:id";
    private static final String INDEXES = "oak:index";
    private static final String ENTRIES = ":index";
    private static final String VALUES_OF = "nphValues-";

    private Lookup() {}

    /** Drops those of Oak's indexes that nothing here asks but every save would pay for. */
    static RepositoryInitializer withoutUnused() {
        return builder -> List.of("nodetype", "counter", "reference")
                .forEach(unused ->
                        builder.getChildNode(INDEXES).getChildNode(unused).remove());
    }

    static void define(Tree root) {
        var indexes = root.getChild(INDEXES);
        for (var perspective : Perspective.values()) {
            define(indexes, idIndex(perspective), true, ID, List.of("/" + perspective.lowerCase()));
        }
        index(root, SystemProperties.REFERENCES);
        index(root, SystemProperties.EXTERNAL_IDS);
    }

    /** Has the values of the property indexed, those that are stored already at the next commit. */
    static void index(Tree root, String property) {
        define(root.getChild(INDEXES), valueIndex(property), false, property, List.of("/draft", "/live"));
    }

    private static String valueIndex(String property) {
        return VALUES_OF + property.replace(':', '.');
    }

    private static void define(Tree indexes, String name, boolean unique, String property, List<String> paths) {
        try {
            if (!indexes.hasChild(name)) {
                IndexUtils.createIndexDefinition(indexes, name, unique, new String[] {property})
                        .setProperty("includedPaths", paths, Type.STRINGS);
            }
        } catch (RepositoryException failure) {
            throw new PlatformException(ErrorCode.INTERNAL, "The index of " + property + " cannot be defined", failure);
        }
    }

    private static String idIndex(Perspective perspective) {
        return "nphId-" + perspective.lowerCase();
    }

    /** The stored path of the node with the id. */
    static Optional<String> byId(NodeState root, Perspective perspective, String id) {
        var entry =
                entries(root, idIndex(perspective)).getChildNode(encoded(id)).getProperty("entry");
        return Optional.ofNullable(entry).map(paths -> paths.getValue(Type.STRING, 0));
    }

    static boolean isIndexed(NodeState root, String property) {
        return root.getChildNode(INDEXES).hasChildNode(valueIndex(property));
    }

    /** The properties whose values are indexed. */
    static Set<String> indexed(NodeState root) {
        var properties = new HashSet<String>();
        for (var index : root.getChildNode(INDEXES).getChildNodeEntries()) {
            if (index.getName().startsWith(VALUES_OF)) {
                index.getNodeState().getNames("propertyNames").forEach(properties::add);
            }
        }
        return properties;
    }

    /** The stored paths of nodes that may have the value. */
    static List<String> byValue(NodeState root, Perspective perspective, String property, String value) {
        var tree = perspective.lowerCase();
        var found = new ArrayList<String>();
        var hit =
                entries(root, valueIndex(property)).getChildNode(encoded(value)).getChildNode(tree);
        collect(hit, "/" + tree, found::add);
        return found;
    }

    private static void collect(NodeState mirror, String path, Consumer<String> found) {
        if (mirror.getBoolean("match")) {
            found.accept(path);
        }
        for (var child : mirror.getChildNodeEntries()) {
            collect(child.getNodeState(), path + "/" + child.getName(), found);
        }
    }

    private static NodeState entries(NodeState root, String index) {
        return root.getChildNode(INDEXES).getChildNode(index).getChildNode(ENTRIES);
    }

    private static String encoded(String value) {
        return PropertyIndexUtil.encode(Set.of(value)).iterator().next();
    }
}
