package eu.nephele.platform.repository;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeConstants;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStateUtils;

/** Makes a stored subtree equal to a checked value, touching only what differs. */
final class SubtreeWriter {

    private static final int MAX_ORDERED = 1000;

    private final Tree typeRoot;
    private final NodeTypes types;
    private final BiFunction<Perspective, String, Optional<Location>> finder;
    private final Unsaved unsaved;
    private final Set<String> indexed;
    private final NodeState base;
    private final Map<String, Integer> children = new HashMap<>();

    SubtreeWriter(
            Tree typeRoot,
            NodeTypes types,
            BiFunction<Perspective, String, Optional<Location>> finder,
            Unsaved unsaved,
            Set<String> indexed,
            NodeState base) {
        this.base = base;
        this.typeRoot = typeRoot;
        this.types = types;
        this.finder = finder;
        this.unsaved = unsaved;
        this.indexed = indexed;
    }

    /** Adds an empty node, in its bucket where the parent is spread. */
    Tree add(Tree parent, Location location, String nodeType, String id) {
        return add(parent, location, nodeType, id, new Scope(location));
    }

    private Tree add(Tree parent, Location location, String nodeType, String id, Scope scope) {
        var tree = addTree(holderOf(parent, location), location.name(), nodeType);
        identify(tree, location, id, scope);
        return tree;
    }

    /**
     * The tree that is to hold the location's node: the parent, or a bucket of it. A plain folder keeps the order of its first
     * children, and spreads what is more: each further one would cost as much as all before it.
     */
    Tree holderOf(Tree parent, Location location) {
        var isTop = location.parent().path().equals("/");
        var isFolder = isTop || types.is(TreeReader.primaryType(parent), NodeTypes.FOLDER);
        if (!isFolder) {
            return parent;
        }
        if (!isSpread(parent) && childCount(parent) < MAX_ORDERED) {
            children.merge(parent.getPath(), 1, Integer::sum);
            return parent;
        }
        var name = Layout.bucketOf(location.name());
        var bucket = parent.getChild(name);
        return bucket.exists() ? bucket : addTree(parent, name, Layout.BUCKET_TYPE);
    }

    /**
     * Stored children and those added since. Taken from the list that keeps their order, for a store that counts children reads
     * each of them.
     */
    private int childCount(Tree parent) {
        return children.computeIfAbsent(parent.getPath(), path -> {
            var stored = NodeStateUtils.getNode(base, path);
            var order = stored.getProperty(TreeConstants.OAK_CHILD_ORDER);
            return order == null ? (int) stored.getChildNodeCount(MAX_ORDERED) : order.count();
        });
    }

    private static boolean isSpread(Tree tree) {
        var top = tree;
        while (!top.hasProperty(Layout.SPREAD)) {
            if (top.isRoot()) {
                return false;
            }
            top = top.getParent();
        }
        return TreeUtil.getBoolean(top, Layout.SPREAD);
    }

    /** @param added whether the tree was just added: there is nothing in it to compare with */
    void write(Tree tree, Location location, ContentNode content, boolean added) {
        write(tree, location, content, added, new Scope(location));
    }

    private void write(Tree tree, Location location, ContentNode content, boolean added, Scope scope) {
        if (added) {
            content.properties().forEach((name, value) -> {
                if (!isOurs(name)) {
                    tree.setProperty(Values.toProperty(name, value));
                }
            });
        } else {
            writeProperties(tree, content);
        }
        markDeleted(tree, content.value(SystemProperties.DELETED) instanceof Value.Flag(var deleted) && deleted);
        note(location, TreeReader.id(tree), content);
        unsaved.placed(TreeReader.id(tree), location);
        if (types.is(content.nodeType(), NodeTypes.FOLDER)) {
            content.children().forEach(child -> writeChild(tree, location, child, scope));
        } else {
            writeChildren(tree, location, content.children(), scope);
        }
    }

    private void writeProperties(Tree tree, ContentNode content) {
        if (!TreeReader.primaryType(tree).equals(content.nodeType())) {
            tree.setProperty("jcr:primaryType", content.nodeType(), Type.NAME);
        }
        for (var property : content.properties().entrySet()) {
            var name = property.getKey();
            if (isOurs(name)) {
                continue;
            }
            var wanted = Values.toProperty(name, property.getValue());
            if (!wanted.equals(tree.getProperty(name))) {
                tree.setProperty(wanted);
            }
        }
        var gone = new ArrayList<String>();
        for (var stored : tree.getProperties()) {
            var name = stored.getName();
            if (!isOurs(name)
                    && stored.getType() != Type.BINARY
                    && !content.properties().containsKey(name)) {
                gone.add(name);
            }
        }
        gone.forEach(tree::removeProperty);
    }

    private void note(Location location, String id, ContentNode content) {
        content.properties().forEach((name, value) -> {
            if (indexed.contains(name)) {
                value.each().forEach(each -> unsaved.holds(id, location.perspective(), name, each.asText()));
            }
        });
    }

    private static boolean isOurs(String name) {
        return (name.startsWith("jcr:") && !name.equals("jcr:mimeType")) || name.equals(Lookup.ID);
    }

    /** Magnolia's tools look for the mixin. */
    private void markDeleted(Tree tree, boolean deleted) {
        var mixins = new ArrayList<String>();
        TreeUtil.getMixinTypeNames(tree).forEach(mixins::add);
        if (mixins.contains(NodeTypes.DELETED) == deleted) {
            return;
        }
        if (deleted) {
            mixins.add(NodeTypes.DELETED);
        } else {
            mixins.remove(NodeTypes.DELETED);
        }
        tree.setProperty("jcr:mixinTypes", mixins, Type.NAMES);
    }

    private void writeChildren(Tree tree, Location location, List<ContentNode> children, Scope scope) {
        var names = children.stream().map(ContentNode::name).toList();
        var kept = Set.copyOf(names);
        Layout.children(tree)
                .filter(child -> !kept.contains(child.getName()))
                .toList()
                .forEach(Tree::remove);
        children.forEach(child -> writeChild(tree, location, child, scope));
        var stored = Layout.children(tree).map(Tree::getName).toList();
        if (!stored.equals(names)) {
            tree.setOrderableChildren(true);
            names.reversed().stream().reduce(null, (next, name) -> {
                tree.getChild(name).orderBefore(next);
                return name;
            });
        }
    }

    private void writeChild(Tree parent, Location location, ContentNode child, Scope scope) {
        var place = location.child(child.name());
        var tree = Layout.child(parent, child.name());
        var id = child.id().isEmpty() || !scope.given().add(child.id()) ? "" : child.id();
        var added = !tree.exists();
        if (added) {
            tree = add(parent, place, child.nodeType(), id, scope);
        } else if (id.isEmpty() ? !scope.given().add(TreeReader.id(tree)) : !id.equals(TreeReader.id(tree))) {
            identify(tree, place, id, scope);
        }
        write(tree, place, child, added, scope);
    }

    /** Gives the node the id, or a fresh one where it is empty or a node's outside of what is being written. */
    private void identify(Tree tree, Location location, String id, Scope scope) {
        var free = !id.isEmpty()
                && finder.apply(location.perspective(), id)
                        .filter(other -> !scope.holds(other))
                        .isEmpty();
        var given = free ? id : UUID.randomUUID().toString();
        tree.setProperty(Lookup.ID, given);
        unsaved.placed(given, location);
    }

    /** One put: the subtree, within which ids may change places, and those that nested nodes have been given. */
    private record Scope(Location root, Set<String> given) {

        Scope(Location root) {
            this(root, new HashSet<>());
        }

        boolean holds(Location location) {
            return location.perspective() == root.perspective()
                    && location.workspace().equals(root.workspace())
                    && location.path().startsWith(root.path() + "/");
        }
    }

    private Tree addTree(Tree parent, String name, String nodeType) {
        var ordered = types.plain().get(nodeType);
        if (ordered != null) {
            var tree = parent.addChild(name);
            tree.setProperty("jcr:primaryType", nodeType, Type.NAME);
            tree.setOrderableChildren(ordered);
            return tree;
        }
        try {
            return TreeUtil.addChild(parent, name, nodeType, typeRoot, null);
        } catch (RepositoryException failure) {
            throw new PlatformException(
                    ErrorCode.INVALID_ENTRY,
                    "`%s` cannot be of the node type %s: %s".formatted(name, nodeType, failure.getMessage()),
                    failure);
        }
    }
}
