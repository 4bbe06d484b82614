package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree that the entries of a content type lie in. */
public final class Folders {

    private static final String FOLDER = "mgnl:folder";

    /** @param folder whether there can be more below it */
    public record Node(String id, String name, String path, String title, boolean folder, String state) {}

    private final Drafts drafts;

    public Folders(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The folders and entries directly below a path. */
    public List<Node> children(Actor actor, String contentType, String path, String locale, int offset, int limit) {
        var type = drafts.type(contentType);
        var parent = at(type.workspace(), path);
        var titles = new EntryTitles(drafts.definitions(), locale);
        return drafts.repository()
                .read(
                        actor,
                        reader -> reader.children(parent, Set.of(FOLDER, type.nodeType()), offset, limit).stream()
                                .map(node -> node(parent.child(node.name()), node, titles))
                                .toList());
    }

    public Node create(Actor actor, String contentType, String path) {
        var type = drafts.type(contentType);
        var location = at(type.workspace(), path);
        actor.require(Action.WRITE, location);
        return drafts.repository().write(actor, writer -> {
            if (writer.node(location, 0).isPresent()) {
                throw new PlatformException(ErrorCode.NAME_TAKEN, say("There is something at %s already", path));
            }
            var node = writer.put(location, ContentNode.unstored(location.name(), FOLDER, Map.of(), List.of()));
            return new Node(node.id(), location.name(), location.path(), location.name(), true, "");
        });
    }

    private static Location at(String workspace, String path) {
        if (!path.startsWith("/") || path.length() > 1 && path.endsWith("/")) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("`%s` is no path; write it as in /industry/wood", path));
        }
        return new Location(Perspective.DRAFT, workspace, path);
    }

    private static Node node(Location at, ContentNode node, EntryTitles titles) {
        var folder = node.nodeType().equals(FOLDER);
        var title = folder ? node.name() : titles.of(at, node);
        return new Node(
                node.id(),
                node.name(),
                at.path(),
                title,
                folder,
                folder ? "" : EntryState.of(node).code());
    }
}
