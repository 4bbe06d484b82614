package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;

/**
 * JCR versions of draft entries, made as JCR 2.0 section 15 says: by checking them in, and out again for the next change. Oak
 * does that whenever {@code jcr:isCheckedOut} is committed, so any number of entries takes three commits. The history outlives
 * the entry, and goes on when an entry with its id is stored again.
 */
final class Versions {

    private static final String LOG = "/" + ChangeLog.ROOT;

    /** On the root of the change log: the saved entries whose version is still to be made. */
    private static final String DUE = "nph:versionsDue";

    /** On the root of the change log: the entries between check-in and check-out, for which a crash there would be the end. */
    private static final String CHECKED_IN = "nph:checkedIn";

    private static final String IS_CHECKED_OUT = "jcr:isCheckedOut";
    private static final Set<String> NOT_VERSIONS = Set.of("jcr:rootVersion", "jcr:versionLabels");

    private Versions() {}

    /** Saves what is pending, and keeps a version of each entry as it is then. */
    static Map<String, Version> create(Root session, Map<String, Tree> entries, int node) throws CommitFailedException {
        if (entries.isEmpty()) {
            return Map.of();
        }
        entries.forEach((id, entry) -> makeVersionable(session, id, entry));
        var paths = entries.values().stream().map(Tree::getPath).toList();
        session.getTree(LOG).setProperty(DUE, paths, Type.STRINGS);
        ChangeLog.count(session, node);
        session.commit();
        checkIn(session, node);
        checkOut(session, node);
        var created = new LinkedHashMap<String, Version>();
        entries.keySet()
                .forEach(id -> created.put(id, list(session.getTree("/"), id).getLast()));
        return created;
    }

    static boolean areUnfinished(Root session) {
        var log = session.getTree(LOG);
        return log.hasProperty(DUE) || log.hasProperty(CHECKED_IN);
    }

    /** Finishes what a crash interrupted: versions that are due, entries that are still checked in. */
    static void recover(Root session, int node) throws CommitFailedException {
        checkOut(session, node);
        checkIn(session, node);
        checkOut(session, node);
    }

    private static void checkIn(Root session, int node) throws CommitFailedException {
        var log = session.getTree(LOG);
        var due = log.getProperty(DUE);
        if (due == null) {
            return;
        }
        var paths = new ArrayList<String>();
        for (var path : due.getValue(Type.STRINGS)) {
            var entry = session.getTree(path);
            if (entry.exists()) {
                entry.setProperty(IS_CHECKED_OUT, false, Type.BOOLEAN);
                paths.add(path);
            }
        }
        log.setProperty(CHECKED_IN, paths, Type.STRINGS);
        log.removeProperty(DUE);
        ChangeLog.count(session, node);
        session.commit();
    }

    private static void checkOut(Root session, int node) throws CommitFailedException {
        var log = session.getTree(LOG);
        var checkedIn = log.getProperty(CHECKED_IN);
        if (checkedIn == null) {
            return;
        }
        for (var path : checkedIn.getValue(Type.STRINGS)) {
            var entry = session.getTree(path);
            if (entry.exists()) {
                entry.setProperty(IS_CHECKED_OUT, true, Type.BOOLEAN);
            }
        }
        log.removeProperty(CHECKED_IN);
        ChangeLog.count(session, node);
        session.commit();
    }

    /** The name that Oak will give to the next version: it counts on, or starts anew for an entry that was removed in between. */
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

    private static void makeVersionable(Root session, String id, Tree entry) {
        if (entry.hasProperty(IS_CHECKED_OUT)) {
            return;
        }
        try {
            TreeUtil.addMixin(entry, NodeTypes.VERSIONABLE, session.getTree(NodeTypes.PATH), null);
            entry.setProperty("jcr:uuid", historyId(id));
        } catch (RepositoryException failure) {
            throw new PlatformException(
                    ErrorCode.INTERNAL,
                    "%s cannot have versions: %s".formatted(entry.getPath(), failure.getMessage()),
                    failure);
        }
    }

    /** Found by the entry's id alone, so that the history of a removed entry can be read. */
    private static String historyId(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException noUuid) {
            return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    private static Tree history(Tree root, String id) {
        var name = historyId(id);
        return root.getChild("jcr:system")
                .getChild("jcr:versionStorage")
                .getChild(name.substring(0, 2))
                .getChild(name.substring(2, 4))
                .getChild(name.substring(4, 6))
                .getChild(name);
    }

    static List<Version> list(Tree root, String id) {
        var versions = new ArrayList<Version>();
        for (var version : history(root, id).getChildren()) {
            if (!NOT_VERSIONS.contains(version.getName())) {
                var created = TreeUtil.getString(version, "jcr:created");
                versions.add(new Version(
                        version.getName(), OffsetDateTime.parse(created).toInstant()));
            }
        }
        versions.sort(Comparator.<Version>comparingInt(version -> number(version, 0))
                .thenComparingInt(version -> number(version, 1)));
        return List.copyOf(versions);
    }

    /** A number of a name, which is of the form {@code 1.10}. */
    private static int number(Version version, int position) {
        return Integer.parseInt(version.name().split("\\.")[position]);
    }

    /** The frozen entry, which does not exist where there is no such version. */
    static Tree frozen(Tree root, String id, String versionName) {
        return NOT_VERSIONS.contains(versionName) || versionName.startsWith(":")
                ? root.getChild("nph:none")
                : history(root, id).getChild(versionName).getChild("jcr:frozenNode");
    }
}
