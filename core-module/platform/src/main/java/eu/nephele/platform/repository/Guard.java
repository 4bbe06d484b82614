package eu.nephele.platform.repository;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import java.util.HashSet;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;

/**
 * The wall around the trees: what an actor may do to a node, by the entry that the node is part of. Looks at the entry only where the
 * actor's rights depend on it, so that visitors and the platform itself pay nothing.
 */
final class Guard {

    private final Actor actor;
    private final Tree root;
    private final NodeTypes types;
    private final boolean byLocation;

    Guard(Actor actor, Tree root, NodeTypes types) {
        this.actor = actor;
        this.root = root;
        this.types = types;
        this.byLocation = actor.decidesByLocation();
    }

    boolean may(Action action, Location location) {
        return actor.may(action, byLocation ? Subject.of(location) : subject(location));
    }

    void require(Action action, Location location) {
        actor.require(action, subject(location));
    }

    /** Before a node is stored: both what is there and what comes in its place must be allowed, so that nobody takes over or gives away. */
    void requirePut(Action action, Location location, ContentNode content) {
        var stored = subject(location);
        if (isEntry(content.nodeType())) {
            if (Layout.find(root, location).exists()) {
                actor.require(action, stored);
            }
            actor.require(action, Subject.of(location, content));
        } else {
            actor.require(action, stored);
        }
    }

    /** At a move: what lies at the one place must also be allowed at the other. */
    void requireAt(Action action, Location from, Location to) {
        actor.require(action, new Subject(to, subject(from).entry(), null));
    }

    Subject subject(Location location) {
        var tree = Layout.workspace(root, location.perspective(), location.workspace());
        Tree entry = null;
        for (var name : Layout.names(location.path())) {
            tree = Layout.child(tree, name);
            if (!tree.exists()) {
                break;
            }
            if (isEntry(TreeReader.primaryType(tree))) {
                entry = tree;
            }
        }
        return new Subject(location, entry == null ? null : entry(entry), null);
    }

    private boolean isEntry(String nodeType) {
        return !types.is(nodeType, NodeTypes.CONTENT_NODE) && !types.is(nodeType, NodeTypes.FOLDER);
    }

    private static Subject.Entry entry(Tree tree) {
        return new Subject.Entry(TreeReader.primaryType(tree), property -> texts(tree, property));
    }

    private static Set<String> texts(Tree tree, String property) {
        var stored = tree.getProperty(property);
        if (stored == null || stored.getType().tag() == Type.BINARY.tag()) {
            return Set.of();
        }
        var texts = new HashSet<String>();
        for (var index = 0; index < stored.count(); index++) {
            texts.add(stored.getValue(Type.STRING, index));
        }
        return texts;
    }
}
