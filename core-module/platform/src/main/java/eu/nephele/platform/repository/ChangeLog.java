package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.commit.CommitInfo;
import org.apache.jackrabbit.oak.spi.state.ConflictAnnotatingRebaseDiff;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** The change log as nodes below {@code /changes}: folders of 1,000 revisions, the last revision on the root. */
final class ChangeLog {

    static final String ROOT = "changes";
    private static final long FOLDER_SIZE = 1000;
    private static final String LAST = "nph:lastRevision";

    /** A number that every save changes: of two at the same time on different nodes the second is refused for it. */
    private static final String SAVE = "nph:save";

    private static final long NODES = 1024;

    /** The last revision of which the record was taken away. */
    private static final String FORGOTTEN = "nph:forgottenUpTo";

    private ChangeLog() {}

    static long lastRevision(NodeState root) {
        return root.getChildNode(ROOT).getLong(LAST);
    }

    /** Which save was the last, as {@code number * 1024 + node}. */
    static long save(NodeState root) {
        return root.getChildNode(ROOT).getLong(SAVE);
    }

    static long saveNumber(long save) {
        return save / NODES;
    }

    static int saveNode(long save) {
        return (int) (save % NODES);
    }

    /** To be called before each commit of content. */
    static void count(Root root, int node) {
        var log = root.getTree("/" + ROOT);
        var last = log.getProperty(SAVE);
        var number = last == null ? 0 : saveNumber(last.getValue(Type.LONG));
        log.setProperty(SAVE, (number + 1) * NODES + node, Type.LONG);
    }

    /** Refuses a commit in whose place another node has made one: that one changed the number of the save too. */
    static NodeState refuseConflict(NodeState before, NodeState after, CommitInfo info) throws CommitFailedException {
        if (after.getChildNode(ROOT).hasChildNode(ConflictAnnotatingRebaseDiff.CONFLICT)) {
            throw new CommitFailedException(CommitFailedException.STATE, 0, "Another node saved at the same moment");
        }
        return after;
    }

    static List<Change> after(NodeState root, long revision, int limit) {
        var log = root.getChildNode(ROOT);
        var last = log.getLong(LAST);
        var changes = new ArrayList<Change>();
        for (var next = revision + 1; next <= last && changes.size() < limit; next++) {
            var folder = log.getChildNode(folderOf(next));
            if (!folder.exists()) {
                next = (next / FOLDER_SIZE + 1) * FOLDER_SIZE - 1;
                continue;
            }
            var record = folder.getChildNode(Long.toString(next));
            if (record.exists()) {
                changes.add(change(next, record));
            }
        }
        return changes;
    }

    static long forgottenUpTo(NodeState root) {
        return root.getChildNode(ROOT).getLong(FORGOTTEN);
    }

    /** Takes away the oldest folder when all its records are older; false where there is none such, or it is the newest. */
    static boolean forgetFolder(Root session, NodeState root, Instant before) {
        var log = root.getChildNode(ROOT);
        var first = log.getLong(FORGOTTEN) / FOLDER_SIZE;
        var newest = log.getLong(LAST) / FOLDER_SIZE;
        while (first < newest && !log.hasChildNode(Long.toString(first))) {
            first++;
        }
        if (first >= newest) {
            return false;
        }
        for (var record : log.getChildNode(Long.toString(first)).getChildNodeEntries()) {
            if (!Instant.parse(record.getNodeState().getString("at")).isBefore(before)) {
                return false;
            }
        }
        var tree = session.getTree("/" + ROOT);
        tree.getChild(Long.toString(first)).remove();
        tree.setProperty(FORGOTTEN, (first + 1) * FOLDER_SIZE - 1, Type.LONG);
        return true;
    }

    static void append(Tree root, Change change) {
        var log = root.getChild(ROOT);
        var folder = addTree(log, folderOf(change.revision()));
        write(addTree(folder, Long.toString(change.revision())), change);
        log.setProperty(LAST, change.revision(), Type.LONG);
    }

    static void write(Tree record, Change change) {
        record.setProperty("kind", change.kind().name());
        record.setProperty("perspective", change.perspective().name());
        record.setProperty("workspace", change.workspace());
        record.setProperty("path", change.path());
        record.setProperty("id", change.id());
        record.setProperty("nodeType", change.nodeType());
        record.setProperty("locales", change.locales(), Type.STRINGS);
        record.setProperty("actor", change.actor());
        record.setProperty("at", change.at().toString());
    }

    static Change change(long revision, NodeState record) {
        var locales = new ArrayList<String>();
        record.getStrings("locales").forEach(locales::add);
        return new Change(
                revision,
                Change.Kind.valueOf(record.getString("kind")),
                Perspective.valueOf(record.getString("perspective")),
                record.getString("workspace"),
                record.getString("path"),
                record.getString("id"),
                record.getString("nodeType"),
                locales,
                record.getString("actor"),
                Instant.parse(record.getString("at")));
    }

    private static String folderOf(long revision) {
        return Long.toString(revision / FOLDER_SIZE);
    }

    static Tree addTree(Tree parent, String name) {
        var tree = parent.getChild(name);
        if (!tree.exists()) {
            tree = parent.addChild(name);
            tree.setProperty("jcr:primaryType", "nph:tree", Type.NAME);
        }
        return tree;
    }
}
