package eu.nephele.platform.repository;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** Reads one root of the store: a snapshot, or what a writer has made of it so far. */
class TreeReader implements ContentReader {

    /** What Oak keeps on a node for itself; the rest of {@code jcr:*} is shown. */
    private static final Set<String> INTERNAL = Set.of(
            "jcr:primaryType",
            "jcr:mixinTypes",
            "jcr:uuid",
            "jcr:versionHistory",
            "jcr:baseVersion",
            "jcr:predecessors",
            "jcr:isCheckedOut",
            "jcr:frozenPrimaryType",
            "jcr:frozenMixinTypes",
            "jcr:frozenUuid",
            Lookup.ID);

    protected final Actor actor;
    protected final Tree root;
    protected final NodeTypes types;
    protected final Guard guard;
    private final NodeState indexes;

    TreeReader(Actor actor, Tree root, NodeState indexes, NodeTypes types) {
        this.actor = actor;
        this.root = root;
        this.indexes = indexes;
        this.types = types;
        this.guard = new Guard(actor, root, types);
    }

    @Override
    public Optional<ContentNode> node(Location location, int depth) {
        if (!guard.may(Action.READ, location)) {
            return Optional.empty();
        }
        var tree = Layout.find(root, location);
        return tree.exists() ? Optional.of(node(tree, location, depth)) : Optional.empty();
    }

    @Override
    public Optional<Location> locate(Perspective perspective, String id) {
        return find(perspective, id).filter(location -> guard.may(Action.READ, location));
    }

    protected Optional<Location> find(Perspective perspective, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : Lookup.byId(indexes, perspective, id).map(Layout::location);
    }

    @Override
    public List<ContentNode> children(Location parent, Set<String> nodeTypes, int offset, int limit) {
        return readableChildren(Layout.find(root, parent), parent)
                .filter(child -> types.isAny(primaryType(child.tree()), nodeTypes))
                .skip(offset)
                .limit(limit)
                .map(child -> node(child.tree(), child.location(), 0))
                .toList();
    }

    @Override
    public void walk(Perspective perspective, String workspace, Set<String> nodeTypes, Consumer<ContentNode> visitor) {
        entries(perspective, workspace, nodeTypes)
                .forEach(entry -> visitor.accept(node(entry.tree(), entry.location(), Integer.MAX_VALUE)));
    }

    @Override
    public long count(Perspective perspective, String workspace, Set<String> nodeTypes) {
        return entries(perspective, workspace, nodeTypes).count();
    }

    @Override
    public List<Location> referrers(Perspective perspective, String id) {
        return withValue(perspective, SystemProperties.REFERENCES, id);
    }

    @Override
    public long countReferrers(Perspective perspective, String id, Location except) {
        return holders(perspective, SystemProperties.REFERENCES, id)
                .filter(location -> !location.equals(except))
                .count();
    }

    @Override
    public List<Location> withValue(Perspective perspective, String property, String value) {
        return holders(perspective, property, value)
                .filter(location -> guard.may(Action.READ, location))
                .toList();
    }

    private Stream<Location> holders(Perspective perspective, String property, String value) {
        var candidates = Lookup.isIndexed(indexes, property)
                ? candidates(perspective, property, value).distinct()
                : everywhere(perspective);
        return candidates.filter(location -> has(location, property, value));
    }

    protected Stream<Location> candidates(Perspective perspective, String property, String value) {
        return Lookup.byValue(indexes, perspective, property, value).stream().map(Layout::location);
    }

    private Stream<Location> everywhere(Perspective perspective) {
        return stream(root.getChild(perspective.lowerCase()))
                .flatMap(workspace -> below(new Place(workspace, new Location(perspective, workspace.getName(), "/"))))
                .map(Place::location);
    }

    private Stream<Place> below(Place place) {
        return readableChildren(place.tree(), place.location())
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private boolean has(Location location, String property, String value) {
        var stored = Layout.find(root, location).getProperty(property);
        if (stored == null || stored.getType().tag() == Type.BINARY.tag()) {
            return false;
        }
        for (var index = 0; index < stored.count(); index++) {
            if (stored.getValue(Type.STRING, index).equals(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<InputStream> binary(Location node, String property) {
        if (!guard.may(Action.READ, node)) {
            return Optional.empty();
        }
        var stored = Layout.find(root, node).getProperty(property);
        return stored == null || stored.getType() != Type.BINARY
                ? Optional.empty()
                : Optional.of(stored.getValue(Type.BINARY).getNewStream());
    }

    /** A frozen entry as it was, shown where the entry is now. */
    Optional<ContentNode> frozen(Tree frozen, String id) {
        if (!frozen.exists()) {
            return Optional.empty();
        }
        var place = find(Perspective.DRAFT, id);
        return Optional.of(frozen(
                frozen,
                place.map(Location::name).orElse(""),
                place.map(Location::path).orElse("")));
    }

    private ContentNode frozen(Tree frozen, String name, String path) {
        var children = Layout.children(frozen)
                .map(child -> frozen(child, child.getName(), path.isEmpty() ? "" : path + "/" + child.getName()))
                .toList();
        return new ContentNode(id(frozen), name, path, primaryType(frozen), properties(frozen), children);
    }

    @Override
    public Subject subject(Location location) {
        return guard.subject(location);
    }

    @Override
    public boolean isNodeType(String nodeType, String superType) {
        return types.is(nodeType, superType);
    }

    /** The entries of a workspace, also those that lie within others. */
    private Stream<Place> entries(Perspective perspective, String workspace, Set<String> nodeTypes) {
        var top = new Place(Layout.workspace(root, perspective, workspace), new Location(perspective, workspace, "/"));
        return entriesBelow(top, nodeTypes);
    }

    private Stream<Place> entriesBelow(Place place, Set<String> nodeTypes) {
        return readableChildren(place.tree(), place.location()).flatMap(child -> {
            var self = types.isAny(primaryType(child.tree()), nodeTypes) ? Stream.of(child) : Stream.<Place>empty();
            return holdsEntries(child) || nodeTypes.isEmpty()
                    ? Stream.concat(self, entriesBelow(child, nodeTypes))
                    : self;
        });
    }

    /** Nested nodes are parts of an entry and hold none: left out, a walk reads each of them once. */
    private boolean holdsEntries(Place place) {
        return !types.is(primaryType(place.tree()), NodeTypes.CONTENT_NODE);
    }

    private Stream<Place> readableChildren(Tree parent, Location location) {
        return Layout.children(parent)
                .map(child -> new Place(child, location.child(child.getName())))
                .filter(child -> guard.may(Action.READ, child.location()));
    }

    protected ContentNode node(Tree tree, Location location, int depth) {
        List<ContentNode> children = depth <= 0
                ? List.of()
                : readableChildren(tree, location)
                        .map(child -> node(child.tree(), child.location(), depth - 1))
                        .toList();
        var name = location.path().equals("/") ? "" : location.name();
        return new ContentNode(id(tree), name, location.path(), primaryType(tree), properties(tree), children);
    }

    /** Sorted by name: stores give them in different orders. */
    static Map<String, Value> properties(Tree tree) {
        var stored = new ArrayList<PropertyState>(32);
        for (var property : tree.getProperties()) {
            if (!property.getName().startsWith(":") && !INTERNAL.contains(property.getName())) {
                stored.add(property);
            }
        }
        stored.sort(Comparator.comparing(PropertyState::getName));
        var properties = new LinkedHashMap<String, Value>();
        for (var property : stored) {
            var value = Values.toValue(property);
            if (value != null) {
                properties.put(property.getName(), value);
            }
        }
        return properties;
    }

    static String id(Tree tree) {
        var id = tree.getProperty(Lookup.ID);
        return id == null ? "" : id.getValue(Type.STRING);
    }

    /** A frozen node answers the type it had. */
    static String primaryType(Tree tree) {
        var frozen = tree.getProperty("jcr:frozenPrimaryType");
        var type = frozen == null ? tree.getProperty("jcr:primaryType") : frozen;
        return Objects.requireNonNull(type, tree::getPath).getValue(Type.NAME);
    }

    private static Stream<Tree> stream(Tree parent) {
        return java.util.stream.StreamSupport.stream(parent.getChildren().spliterator(), false);
    }

    private record Place(Tree tree, Location location) {}
}
