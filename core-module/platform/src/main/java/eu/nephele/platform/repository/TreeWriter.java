package eu.nephele.platform.repository;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** The changes of one save, made on a root that nobody else sees. */
final class TreeWriter extends TreeReader implements ContentWriter {

    private final Root session;
    private final Tree namespaces;
    private final Unsaved unsaved = new Unsaved();
    private final SubtreeWriter subtrees;
    private final ContentCheck contents;
    private final Map<String, Due> versionsDue = new LinkedHashMap<>();
    private long lastRevision;
    private long lastRecorded;

    TreeWriter(Actor actor, Root session, NodeState base, NodeTypes types) {
        super(actor, session.getTree("/"), base, types);
        this.session = session;
        this.namespaces = session.getTree(Names.NAMESPACES_PATH);
        this.subtrees = new SubtreeWriter(
                session.getTree(NodeTypes.PATH), types, this::find, unsaved, Lookup.indexed(base), base);
        this.contents = new ContentCheck(namespaces, types);
        this.lastRevision = ChangeLog.lastRevision(base);
        this.lastRecorded = lastRevision;
    }

    @Override
    public ContentNode put(Location location, ContentNode content) {
        guard.requirePut(writing(location), location, content);
        Names.checkPath(location.path(), namespaces);
        contents.check(location, content);
        var tree = Layout.find(root, location);
        var added = !tree.exists();
        if (added) {
            refuseElsewhere(location, content.id());
            tree = subtrees.add(folder(location.parent()), location, content.nodeType(), content.id());
        } else {
            refuseOther(location, tree, content.id());
        }
        subtrees.write(tree, location, content, added);
        return node(tree, location, Integer.MAX_VALUE);
    }

    @Override
    public void setProperties(Location location, Map<String, Value> properties) {
        requireWriteOrPublish(location);
        var tree = existing(location);
        properties.forEach((name, value) -> {
            Names.check(name, namespaces);
            tree.setProperty(Values.toProperty(name, value));
        });
    }

    @Override
    public void removeProperties(Location location, Collection<String> names) {
        requireWriteOrPublish(location);
        var tree = existing(location);
        names.forEach(tree::removeProperty);
    }

    @Override
    public boolean isTaken(Location location) {
        return Layout.find(root, location).exists();
    }

    @Override
    public String keepVersion(Location draft) {
        if (draft.perspective() != Perspective.DRAFT) {
            throw new IllegalArgumentException("Versions are kept of drafts, not of " + draft);
        }
        requireWriteOrPublish(draft);
        var tree = existing(draft);
        return versionsDue
                .computeIfAbsent(id(tree), id -> new Due(tree, Versions.nextName(root, id, tree)))
                .name();
    }

    private record Due(Tree entry, String name) {}

    /** To be called last: versions are of what the save leaves. */
    void writeVersions() {
        versionsDue.forEach((id, due) -> {
            if (due.entry().exists()) {
                Versions.add(root, id, due.entry(), due.name());
            }
        });
    }

    private static void refuseOther(Location location, Tree tree, String id) {
        if (!id.isEmpty() && !id.equals(id(tree))) {
            throw new PlatformException(
                    ErrorCode.NAME_TAKEN,
                    say(
                            "%s in %s (%s) is taken by another entry: %s",
                            location.path(), location.workspace(), words(location.perspective()), id(tree)));
        }
    }

    private void refuseElsewhere(Location location, String id) {
        find(location.perspective(), id).ifPresent(other -> {
            throw new PlatformException(
                    ErrorCode.NAME_TAKEN,
                    say(
                            "The entry %s is already at %s in %s (%s): move it there",
                            id, other.path(), other.workspace(), words(other.perspective())));
        });
    }

    @Override
    public void move(Location from, Location to) {
        requireWrite(from);
        guard.requireAt(writing(to), from, to);
        Names.checkPath(from.path(), namespaces);
        Names.checkPath(to.path(), namespaces);
        if (from.perspective() != to.perspective() || !from.workspace().equals(to.workspace())) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "%s cannot be moved to %s: a move stays within one workspace".formatted(from, to));
        }
        if (from.equals(to)) {
            return;
        }
        var tree = existing(from);
        if (to.path().startsWith(from.path() + "/")) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("%s cannot be moved into itself: %s", from.path(), to.path()));
        }
        if (Layout.find(root, to).exists()) {
            throw new PlatformException(ErrorCode.NAME_TAKEN, say("%s in %s is taken", to.path(), to.workspace()));
        }
        var target = subtrees.holderOf(folder(to.parent()), to);
        if (!session.move(tree.getPath(), target.getPath() + "/" + to.name())) {
            throw new PlatformException(ErrorCode.INTERNAL, "%s could not be moved to %s".formatted(from, to));
        }
        unsaved.moved(from, to);
    }

    @Override
    public void remove(Location location) {
        Names.checkPath(location.path(), namespaces);
        var tree = Layout.find(root, location);
        if (tree.exists() && TreeUtil.getBoolean(tree, SystemProperties.DELETED)) {
            requireWriteOrPublish(location);
        } else {
            requireWrite(location);
        }
        if (tree.exists()) {
            tree.remove();
        }
    }

    @Override
    public void putBinary(Location node, String property, InputStream content) {
        requireWrite(node);
        Names.check(property, namespaces);
        var tree = existing(node);
        try {
            tree.setProperty(property, session.createBlob(content), Type.BINARY);
        } catch (IOException failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The binary %s of %s could not be stored: %s"
                            .formatted(property, node.path(), failure.getMessage()),
                    failure);
        }
    }

    @Override
    public void putBinary(Location node, String property, StoredBinary binary) {
        requireWrite(node);
        Names.check(property, namespaces);
        existing(node).setProperty(property, binary.blob(), Type.BINARY);
    }

    @Override
    public void copyBinary(Location from, Location to, String property) {
        actor.require(Action.READ, from);
        requireWrite(to);
        var source = existing(from).getProperty(property);
        if (source == null || source.getType() != Type.BINARY) {
            throw new PlatformException(
                    ErrorCode.PATH_NOT_FOUND, "%s has no binary %s to copy".formatted(from.path(), property));
        }
        existing(to).setProperty(source);
    }

    @Override
    public long nextRevision() {
        return ++lastRevision;
    }

    @Override
    public void record(Change change) {
        if (change.revision() <= lastRecorded || change.revision() > lastRevision) {
            throw new IllegalArgumentException("The revision %d is not from nextRevision(), or out of order: %s"
                    .formatted(change.revision(), change));
        }
        lastRecorded = change.revision();
        ChangeLog.append(root, change);
    }

    @Override
    protected Optional<Location> find(Perspective perspective, String id) {
        return Stream.concat(
                        unsaved.placed(perspective, id).stream(),
                        super.find(perspective, id).map(unsaved::now).stream())
                .filter(location -> id(Layout.find(root, location)).equals(id))
                .findFirst();
    }

    @Override
    protected Stream<Location> candidates(Perspective perspective, String property, String value) {
        return Stream.concat(
                super.candidates(perspective, property, value).map(unsaved::now),
                unsaved.holding(perspective, property, value));
    }

    /** The folder, created with those above where they are missing. Live folders get the ids of their drafts. */
    private Tree folder(Location location) {
        var tree = Layout.find(root, location);
        if (tree.exists()) {
            return tree;
        }
        if (location.path().equals("/")) {
            throw new PlatformException(
                    ErrorCode.PATH_NOT_FOUND,
                    "There is no workspace `%s`: a content type's datasource must name it"
                            .formatted(location.workspace()));
        }
        var parent = folder(location.parent());
        var twin = Layout.find(
                root, location.in(location.perspective() == Perspective.LIVE ? Perspective.DRAFT : Perspective.LIVE));
        var id = twin.exists() && find(location.perspective(), id(twin)).isEmpty() ? id(twin) : "";
        return subtrees.add(parent, location, NodeTypes.FOLDER, id);
    }

    private static String words(Perspective perspective) {
        return perspective == Perspective.LIVE ? say("live") : say("draft");
    }

    private Tree existing(Location location) {
        var tree = Layout.find(root, location);
        if (!tree.exists()) {
            throw new PlatformException(
                    ErrorCode.PATH_NOT_FOUND,
                    say(
                            "There is no %s in %s (%s)",
                            location.path(), location.workspace(), words(location.perspective())));
        }
        return tree;
    }

    private void requireWrite(Location location) {
        guard.require(writing(location), location);
    }

    private void requireWriteOrPublish(Location location) {
        if (location.perspective() == Perspective.LIVE || !guard.may(Action.PUBLISH, location)) {
            requireWrite(location);
        }
    }

    private static Action writing(Location location) {
        return location.perspective() == Perspective.LIVE ? Action.PUBLISH : Action.WRITE;
    }
}
