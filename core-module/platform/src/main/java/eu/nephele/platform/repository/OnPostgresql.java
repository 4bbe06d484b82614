package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.Leases.DeadNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jackrabbit.oak.plugins.blob.datastore.DataStoreBlobStore;
import org.apache.jackrabbit.oak.plugins.document.Collection;
import org.apache.jackrabbit.oak.plugins.document.DocumentBlobReferenceRetriever;
import org.apache.jackrabbit.oak.plugins.document.DocumentNodeStore;
import org.apache.jackrabbit.oak.plugins.document.LeaseCheckMode;
import org.apache.jackrabbit.oak.plugins.document.UpdateOp;
import org.apache.jackrabbit.oak.plugins.document.rdb.RDBDocumentNodeStoreBuilder;
import org.apache.jackrabbit.oak.spi.commit.CommitInfo;
import org.apache.jackrabbit.oak.spi.commit.Observer;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** Nodes in PostgreSQL, which any number of processes share, with binaries beside it in a store that all of them reach. */
final class OnPostgresql implements Storage {

    /** How often other nodes' saves are looked for, and this one's shown to them: half a publication's way to other nodes. */
    private static final int LOOK_MILLIS = 25;

    private static final Duration LONGEST_CONFLICT = Duration.ofSeconds(3);

    /** Sorting out of old revisions leaves alone what a reader may still look at. */
    private static final Duration REVISIONS_KEPT = Duration.ofHours(24);

    private final Database database;
    private final ClusterNode node;
    private final DataStoreBlobStore binaries;
    private final DocumentNodeStore nodes;
    private final Announcements announcements;

    private OnPostgresql(Database database, ClusterNode node, DataStoreBlobStore binaries, DocumentNodeStore nodes) {
        this.database = database;
        this.node = node;
        this.binaries = binaries;
        this.nodes = nodes;
        this.announcements = new Announcements(database, node.number());
    }

    /** @param folder of this node alone, where it keeps who it is */
    static OnPostgresql open(PostgresqlSettings settings, Path folder, DataStoreBlobStore binaries) {
        var database = Database.open(settings);
        ClusterNode node = null;
        try {
            // Nodes that start at the same moment must not make the tables at the same moment.
            try (var _ = database.alone("nephele opens")) {
                Leases.createTable(database);
                WriteTurn.createTable(database);
                node = ClusterNode.join(database, place(folder), settings.nodeTimeout());
                var storage = new OnPostgresql(database, node, binaries, documents(database, node, binaries));
                node.recoverOthers(storage::recover);
                node.recoverFormerSelf();
                return storage;
            }
        } catch (Exception failure) {
            if (node != null) {
                node.close();
            }
            database.close();
            throw failure instanceof PlatformException known ? known : database.unreachable(failure);
        }
    }

    private static DocumentNodeStore documents(Database database, ClusterNode node, DataStoreBlobStore binaries) {
        return RDBDocumentNodeStoreBuilder.newRDBDocumentNodeStoreBuilder()
                .setRDBConnection(database.content())
                .setBlobStore(binaries)
                .setClusterId(node.number())
                .setAsyncDelay(LOOK_MILLIS)
                .setSuspendTimeoutMillis(LONGEST_CONFLICT.toMillis())
                // Whether a node lives is decided by its lease in our own table, in seconds instead of minutes.
                .setLeaseCheckMode(LeaseCheckMode.DISABLED)
                .setRecoveryDelayMillis(0)
                .memoryCacheSize(Math.clamp(Runtime.getRuntime().maxMemory() / 5, 32L << 20, 512L << 20))
                .build();
    }

    /** Names the folder of this node, also when a copy of it runs on another machine. */
    private static String place(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("node-id");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip() + " in " + folder.toRealPath() + " on "
                + java.net.InetAddress.getLocalHost().getHostName();
    }

    @Override
    public DocumentNodeStore nodes() {
        return nodes;
    }

    @Override
    public int node() {
        return node.number();
    }

    /** What Oak has committed is in the database's log already. */
    @Override
    public void flush() {}

    @Override
    public void requireReachable() {
        node.requireInTouch();
    }

    @Override
    public Turn turn() {
        return WriteTurn.take(database, node, nodes);
    }

    @Override
    public void onForeignSave(BiConsumer<NodeState, NodeState> action) {
        nodes.addObserver(new Observer() {
            private NodeState before = nodes.getRoot();

            @Override
            public void contentChanged(NodeState after, CommitInfo info) {
                if (info.isExternal()) {
                    action.accept(before, after);
                }
                before = after;
            }
        });
    }

    @Override
    public void announce(String topic, String text) {
        announcements.tell(topic, text);
    }

    @Override
    public void onAnnouncement(String topic, Consumer<String> heard) {
        announcements.onTold(topic, heard);
    }

    @Override
    public Lease lease(String name) {
        return node.lease(name);
    }

    @Override
    public void onLost(Runnable action) {
        node.onLost(action);
    }

    private void recover(DeadNode dead) {
        var ended = new UpdateOp(Integer.toString(dead.number()), false);
        ended.set("leaseEnd", System.currentTimeMillis() - TimeUnit.MINUTES.toMillis(1));
        nodes.getDocumentStore().findAndUpdate(Collection.CLUSTER_NODES, ended);
        if (nodes.getLastRevRecoveryAgent().recover(dead.number()) < 0) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE, "Node %d is being recovered already".formatted(dead.number()));
        }
        nodes.runBackgroundOperations();
    }

    @Override
    public void compact(Duration binaryAge) throws Exception {
        nodes.getVersionGarbageCollector().gc(REVISIONS_KEPT.toMillis(), TimeUnit.MILLISECONDS);
        nodes.getJournalGarbageCollector().gc();
        Binaries.sortOut(new DocumentBlobReferenceRetriever(nodes), binaries, binaryAge);
    }

    @Override
    public void close() {
        announcements.close();
        try {
            nodes.dispose();
        } finally {
            try (database;
                    node) {
                binaries.close();
            } catch (org.apache.jackrabbit.core.data.DataStoreException failure) {
                throw new PlatformException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The binaries could not be closed: " + failure.getMessage(),
                        failure);
            }
        }
    }
}
