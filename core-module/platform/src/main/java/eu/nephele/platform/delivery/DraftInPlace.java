package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is live, with one entry as a draft has it: what readers would see after its publication. */
final class DraftInPlace implements ContentReader {

    private final ContentReader live;
    private final Location place;
    private final ContentNode draft;

    /** @param draft whole; it is shown at its own path */
    DraftInPlace(ContentReader live, String workspace, ContentNode draft) {
        this.live = live;
        this.place = new Location(Perspective.LIVE, workspace, draft.path());
        this.draft = placed(draft, draft.path());
    }

    Location place() {
        return place;
    }

    @Override
    public Optional<ContentNode> node(Location location, int depth) {
        if (!isInDraft(location)) {
            return live.node(location, depth).or(() -> above(location));
        }
        var node = draft;
        var below = location.path().substring(place.path().length());
        for (var name : below.isEmpty() ? new String[0] : below.substring(1).split("/")) {
            var child = node.child(name).orElse(null);
            if (child == null) {
                return Optional.empty();
            }
            node = child;
        }
        return Optional.of(cut(node, depth));
    }

    @Override
    public Optional<Location> locate(Perspective perspective, String id) {
        return perspective == Perspective.LIVE && id.equals(draft.id())
                ? Optional.of(place)
                : live.locate(perspective, id).filter(found -> !isInDraft(found));
    }

    @Override
    public List<ContentNode> children(Location parent, Set<String> nodeTypes, int offset, int limit) {
        return live.children(parent, nodeTypes, offset, limit);
    }

    @Override
    public void walk(Perspective perspective, String workspace, Set<String> nodeTypes, Consumer<ContentNode> visitor) {
        live.walk(perspective, workspace, nodeTypes, visitor);
    }

    @Override
    public long count(Perspective perspective, String workspace, Set<String> nodeTypes) {
        return live.count(perspective, workspace, nodeTypes);
    }

    @Override
    public List<Location> referrers(Perspective perspective, String id) {
        return live.referrers(perspective, id);
    }

    @Override
    public long countReferrers(Perspective perspective, String id, Location except) {
        return live.countReferrers(perspective, id, except);
    }

    @Override
    public List<Location> withValue(Perspective perspective, String property, String value) {
        return live.withValue(perspective, property, value);
    }

    @Override
    public Optional<InputStream> binary(Location node, String property) {
        return live.binary(node, property);
    }

    @Override
    public Subject subject(Location location) {
        return live.subject(location);
    }

    @Override
    public boolean isNodeType(String nodeType, String superType) {
        return live.isNodeType(nodeType, superType);
    }

    private boolean isInDraft(Location location) {
        return location.perspective() == Perspective.LIVE
                && location.workspace().equals(place.workspace())
                && (location.path().equals(place.path()) || location.path().startsWith(place.path() + "/"));
    }

    /** A folder that will be made live with the draft. */
    private Optional<ContentNode> above(Location location) {
        var isAbove = location.perspective() == Perspective.LIVE
                && location.workspace().equals(place.workspace())
                && place.path().startsWith(location.path() + "/");
        return isAbove
                ? Optional.of(new ContentNode("", location.name(), location.path(), "mgnl:folder", Map.of(), List.of()))
                : Optional.empty();
    }

    /** Nested nodes that were typed and not saved have no paths yet. */
    private static ContentNode placed(ContentNode node, String path) {
        var children = new ArrayList<ContentNode>();
        node.children().forEach(child -> children.add(placed(child, path + "/" + child.name())));
        return new ContentNode(node.id(), name(path), path, node.nodeType(), node.properties(), children);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static ContentNode cut(ContentNode node, int depth) {
        if (depth == Integer.MAX_VALUE) {
            return node;
        }
        List<ContentNode> children = depth <= 0
                ? List.of()
                : node.children().stream().map(child -> cut(child, depth - 1)).toList();
        return node.withChildren(children);
    }
}
