package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.jcr.NoSuchWorkspaceException;
import javax.security.auth.login.LoginException;
import org.apache.jackrabbit.oak.InitialContent;
import org.apache.jackrabbit.oak.Oak;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.api.ContentRepository;
import org.apache.jackrabbit.oak.api.ContentSession;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.plugins.index.property.PropertyIndexEditorProvider;
import org.apache.jackrabbit.oak.plugins.name.NameValidatorProvider;
import org.apache.jackrabbit.oak.plugins.name.NamespaceEditorProvider;
import org.apache.jackrabbit.oak.plugins.nodetype.TypeEditorProvider;
import org.apache.jackrabbit.oak.spi.commit.CommitHook;
import org.apache.jackrabbit.oak.spi.security.OpenSecurityProvider;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The opened Oak: one writer at a time, a flush shared by those who wait. Oak's own users and access control are left out: every
 * call carries an actor, and each write would pay for them.
 */
final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Storage storage;
    private final ContentRepository oak;
    private final ContentSession session;
    private final DurableHead head;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<BiConsumer<NodeState, NodeState>> followers = new CopyOnWriteArrayList<>();
    private volatile NodeTypes types;
    private @Nullable NodeState typesRead;
    private boolean closed;

    Store(Storage storage) {
        this.storage = storage;
        try (var _ = storage.turn()) {
            this.oak = open(storage);
            this.session = login(oak);
            this.head = new DurableHead(storage.nodes()::getRoot, storage::flush);
            new Registration(session.getLatestRoot(), storage.node()).registerBase();
            this.types = readTypes();
            head.refresh();
        }
        storage.onForeignSave(this::foreignSave);
        head.refresh();
    }

    StoredBinary store(InputStream content) throws IOException {
        return new StoredBinary(storage.nodes().createBlob(content));
    }

    private static ContentRepository open(Storage storage) {
        return new Oak(storage.nodes())
                .with(new OpenSecurityProvider())
                .with(new InitialContent())
                .with(Lookup.withoutUnused())
                .with(new NameValidatorProvider())
                .with(new NamespaceEditorProvider())
                .with(new TypeEditorProvider())
                .with(new PropertyIndexEditorProvider())
                .with((CommitHook) ChangeLog::refuseConflict)
                .createContentRepository();
    }

    private void foreignSave(NodeState before, NodeState after) {
        followTypes(storage.nodes().getRoot());
        head.refresh();
        for (var follower : followers) {
            try {
                follower.accept(before, after);
            } catch (RuntimeException failure) {
                LOG.warn("What another node saved could not be followed", failure);
            }
        }
    }

    /** Runs, with the states before and after, when readers see saves of another node; must be quick. */
    void onForeignSave(BiConsumer<NodeState, NodeState> follower) {
        followers.add(follower);
    }

    /** Another node may have made node types known. */
    private synchronized void followTypes(NodeState root) {
        var stored = typesState(root);
        if (!stored.equals(typesRead)) {
            types = readTypes();
            typesRead = stored;
        }
    }

    private static NodeState typesState(NodeState root) {
        return root.getChildNode("jcr:system").getChildNode("jcr:nodeTypes");
    }

    private static ContentSession login(ContentRepository oak) {
        try {
            return oak.login(null, null);
        } catch (LoginException | NoSuchWorkspaceException failure) {
            throw new PlatformException(ErrorCode.INTERNAL, "The repository lets nobody in", failure);
        }
    }

    private NodeTypes readTypes() {
        return NodeTypes.read(session.getLatestRoot().getTree(NodeTypes.PATH));
    }

    DurableHead head() {
        return head;
    }

    NodeTypes types() {
        return types;
    }

    void register(Workspace workspace) {
        long save;
        awaitOthersHere();
        try (var _ = openTurn()) {
            new Registration(session.getLatestRoot(), storage.node()).register(workspace);
            types = readTypes();
            head.saved();
            save = head.saves();
        } finally {
            writing.unlock();
        }
        head.await(save);
    }

    /** Runs the work on a fresh root and what it started from, commits once, and returns when that is on disk. */
    <T> T save(Work<T> work) {
        T result;
        long save;
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("A write within a write");
        }
        awaitOthersHere();
        try (var _ = openTurn()) {
            var root = session.getLatestRoot();
            var base = storage.nodes().getRoot();
            if (storage.node() > 0) {
                followTypes(base);
            }
            result = work.apply(root, base);
            if (root.hasPendingChanges()) {
                ChangeLog.count(root, storage.node());
                root.commit();
            }
            if (!storage.nodes().getRoot().equals(base)) {
                head.saved();
            }
            // Also work that changed nothing may rest on a save that is not on disk yet.
            save = head.saves();
        } catch (CommitFailedException failure) {
            throw Failures.of(failure);
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        } finally {
            writing.unlock();
        }
        head.await(save);
        return result;
    }

    void compact(Duration binaryAge) {
        head.requireSound();
        try {
            storage.compact(binaryAge);
        } catch (Exception failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The repository could not be compacted: " + failure.getMessage(),
                    failure);
        }
        head.refresh();
    }

    /** Changes the root it is given, and leaves committing it to the store. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Root root, NodeState base) throws CommitFailedException;
    }

    /** Waits for writers on this node; no longer than there is hope, for one of them may wait for a database that is away. */
    private void awaitOthersHere() {
        try {
            while (!writing.tryLock(1, TimeUnit.SECONDS)) {
                storage.requireReachable();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException(ErrorCode.STORE_UNAVAILABLE, "The write was given up", interrupted);
        }
    }

    private Storage.Turn openTurn() {
        requireOpen();
        return storage.turn();
    }

    void announce(String topic, String text) {
        storage.announce(topic, text);
    }

    void onAnnouncement(String topic, Consumer<String> heard) {
        storage.onAnnouncement(topic, heard);
    }

    Lease lease(String name) {
        return storage.lease(name);
    }

    int node() {
        return storage.node();
    }

    void onLost(Runnable action) {
        storage.onLost(action);
    }

    private void requireOpen() {
        if (closed) {
            throw new PlatformException(ErrorCode.STORE_UNAVAILABLE, "The repository is closed");
        }
        head.requireSound();
    }

    /** Waits for the write that runs; a second time does nothing. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                closeAll();
            }
        } catch (IOException failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The repository could not be closed: " + failure.getMessage(),
                    failure);
        } finally {
            writing.unlock();
        }
    }

    private void closeAll() throws IOException {
        try (storage) {
            session.close();
            ((Closeable) oak).close();
        }
    }
}
