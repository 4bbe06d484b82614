package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.jspecify.annotations.Nullable;

/**
 * JCR versions of draft entries, in the nodes that JCR 2.0 section 3.13 lays down, so that any JCR session reads them and goes on
 * with them. They are written in the save that keeps them, as checking in and out again would leave them. The history outlives
 * the entry, and goes on when an entry with its id is stored again.
 */
final class Versions {

    private static final String STORAGE = "jcr:versionStorage";
    private static final String ROOT_VERSION = "jcr:rootVersion";
    private static final String LABELS = "jcr:versionLabels";
    private static final String FROZEN_NODE = "jcr:frozenNode";
    private static final String PRIMARY_TYPE = "jcr:primaryType";
    private static final String MIXIN_TYPES = "jcr:mixinTypes";
    private static final String UUID_PROPERTY = "jcr:uuid";
    private static final String SUCCESSORS = "jcr:successors";
    private static final String PREDECESSORS = "jcr:predecessors";
    private static final String BASE_VERSION = "jcr:baseVersion";
    private static final String HISTORY = "jcr:versionHistory";
    private static final String IS_CHECKED_OUT = "jcr:isCheckedOut";

    private static final Set<String> NOT_VERSIONS = Set.of(ROOT_VERSION, LABELS);
    private static final Set<String> NOT_FROZEN =
            Set.of(PRIMARY_TYPE, MIXIN_TYPES, UUID_PROPERTY, HISTORY, BASE_VERSION, PREDECESSORS, IS_CHECKED_OUT);

    private Versions() {}

    /** The name of the next version: it counts on, or starts anew for an entry that was removed in between. */
    static String nextName(Tree root, String id, Tree entry) {
        var versions = list(root, id);
        if (versions.isEmpty()) {
            return "1.0";
        }
        var last = versions.getLast();
        return entry.hasProperty(IS_CHECKED_OUT)
                ? number(last, 0) + "." + (number(last, 1) + 1)
                : (number(last, 0) + 1) + ".0";
    }

    /** Keeps the entry as it is under the name. */
    static void add(Tree root, String id, Tree entry, String name) {
        makeVersionable(root, id, entry);
        var history = history(root, id);
        if (!history.exists()) {
            history = addHistory(root, id, entry);
        }
        var before = history.getChild(
                list(root, id).isEmpty()
                        ? ROOT_VERSION
                        : list(root, id).getLast().name());
        var version = addVersion(history, name, uuid(before));
        var successors = new ArrayList<String>();
        Objects.requireNonNull(before.getProperty(SUCCESSORS))
                .getValue(Type.REFERENCES)
                .forEach(successors::add);
        successors.add(uuid(version));
        before.setProperty(SUCCESSORS, successors, Type.REFERENCES);
        freeze(entry, version, FROZEN_NODE, uuid(entry));

        entry.setProperty(HISTORY, uuid(history), Type.REFERENCE);
        entry.setProperty(BASE_VERSION, uuid(version), Type.REFERENCE);
        entry.setProperty(PREDECESSORS, List.of(uuid(version)), Type.REFERENCES);
        entry.setProperty(IS_CHECKED_OUT, true, Type.BOOLEAN);
    }

    private static void makeVersionable(Tree root, String id, Tree entry) {
        if (entry.hasProperty(IS_CHECKED_OUT)) {
            return;
        }
        try {
            TreeUtil.addMixin(entry, NodeTypes.VERSIONABLE, at(root, NodeTypes.PATH), null);
            entry.setProperty(UUID_PROPERTY, historyId(id));
        } catch (RepositoryException failure) {
            throw new PlatformException(
                    ErrorCode.INTERNAL,
                    "%s cannot have versions: %s".formatted(entry.getPath(), failure.getMessage()),
                    failure);
        }
    }

    private static Tree addHistory(Tree root, String id, Tree entry) {
        var folder = root.getChild("jcr:system").getChild(STORAGE);
        for (var step : steps(id)) {
            var next = folder.getChild(step);
            folder = next.exists() ? next : addNode(folder, step, "rep:versionStorage");
        }
        var history = addNode(folder, historyId(id), "nt:versionHistory");
        history.setProperty(UUID_PROPERTY, UUID.randomUUID().toString());
        history.setProperty("jcr:versionableUuid", uuid(entry));
        addNode(history, LABELS, "nt:versionLabels");
        var first = addVersion(history, ROOT_VERSION, null);
        addFrozen(first, FROZEN_NODE, entry, uuid(entry));
        return history;
    }

    private static Tree addVersion(Tree history, String name, @Nullable String predecessor) {
        var version = addNode(history, name, "nt:version");
        version.setProperty(UUID_PROPERTY, UUID.randomUUID().toString());
        version.setProperty("jcr:created", Values.date(OffsetDateTime.now(ZoneOffset.UTC)), Type.DATE);
        version.setProperty(PREDECESSORS, predecessor == null ? List.of() : List.of(predecessor), Type.REFERENCES);
        version.setProperty(SUCCESSORS, List.of(), Type.REFERENCES);
        return version;
    }

    private static void freeze(Tree node, Tree parent, String name, String id) {
        var frozen = addFrozen(parent, name, node, id);
        for (var property : node.getProperties()) {
            if (!NOT_FROZEN.contains(property.getName())) {
                frozen.setProperty(property);
            }
        }
        var children = node.getChildren().iterator();
        if (children.hasNext()) {
            frozen.setOrderableChildren(true);
            children.forEachRemaining(child -> freeze(child, frozen, child.getName(), TreeReader.id(child)));
        }
    }

    private static Tree addFrozen(Tree parent, String name, Tree node, String id) {
        var frozen = addNode(parent, name, "nt:frozenNode");
        frozen.setProperty("jcr:frozenUuid", id);
        frozen.setProperty("jcr:frozenPrimaryType", required(node, PRIMARY_TYPE).getValue(Type.NAME), Type.NAME);
        var mixins = node.getProperty(MIXIN_TYPES);
        if (mixins != null) {
            frozen.setProperty("jcr:frozenMixinTypes", mixins.getValue(Type.NAMES), Type.NAMES);
        }
        return frozen;
    }

    private static Tree addNode(Tree parent, String name, String type) {
        var node = parent.addChild(name);
        node.setProperty(PRIMARY_TYPE, type, Type.NAME);
        return node;
    }

    private static String uuid(Tree node) {
        return required(node, UUID_PROPERTY).getValue(Type.STRING);
    }

    private static PropertyState required(Tree node, String property) {
        return Objects.requireNonNull(node.getProperty(property), node::getPath);
    }

    /** Found by the entry's id alone, so that the history of a removed entry can be read. */
    private static String historyId(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException noUuid) {
            return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    private static List<String> steps(String id) {
        var name = historyId(id);
        return List.of(name.substring(0, 2), name.substring(2, 4), name.substring(4, 6));
    }

    private static Tree history(Tree root, String id) {
        var folder = root.getChild("jcr:system").getChild(STORAGE);
        for (var step : steps(id)) {
            folder = folder.getChild(step);
        }
        return folder.getChild(historyId(id));
    }

    private static Tree at(Tree root, String path) {
        var tree = root;
        for (var name : path.substring(1).split("/")) {
            tree = tree.getChild(name);
        }
        return tree;
    }

    static List<Version> list(Tree root, String id) {
        var versions = new ArrayList<Version>();
        for (var version : history(root, id).getChildren()) {
            if (!NOT_VERSIONS.contains(version.getName())) {
                versions.add(new Version(version.getName(), created(version)));
            }
        }
        versions.sort(Comparator.<Version>comparingInt(version -> number(version, 0))
                .thenComparingInt(version -> number(version, 1)));
        return List.copyOf(versions);
    }

    private static Instant created(Tree version) {
        return OffsetDateTime.parse(required(version, "jcr:created").getValue(Type.DATE))
                .toInstant();
    }

    /** A number of a name, which is of the form {@code 1.10}. */
    private static int number(Version version, int position) {
        return Integer.parseInt(version.name().split("\\.")[position]);
    }

    /** The frozen entry, which does not exist where there is no such version. */
    static Tree frozen(Tree root, String id, String versionName) {
        return NOT_VERSIONS.contains(versionName) || versionName.startsWith(":")
                ? root.getChild("nph:none")
                : history(root, id).getChild(versionName).getChild(FROZEN_NODE);
    }
}
