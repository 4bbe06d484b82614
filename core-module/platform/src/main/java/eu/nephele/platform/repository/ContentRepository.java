package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.access.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jackrabbit.oak.plugins.tree.factories.TreeFactory;

/**
 * The content trees. Opened once per process; safe for many threads. One write runs at a time; readers never wait, and see only
 * what is on disk.
 */
public final class ContentRepository implements AutoCloseable {

    private final Store store;

    private ContentRepository(Store store) {
        this.store = store;
    }

    /** Opens or creates it; refuses with STORE_UNAVAILABLE where another process has it open. */
    public static ContentRepository open(RepositorySettings settings) {
        return new ContentRepository(new Store(Storage.open(settings)));
    }

    /** Makes a workspace and its node types known; again and changed is fine. Nothing stored is ever deleted by it. */
    public void register(Workspace workspace) {
        store.register(workspace);
    }

    public <T> T read(Actor actor, Function<ContentReader, T> work) {
        var state = store.head().root();
        return work.apply(new TreeReader(actor, TreeFactory.createReadOnlyTree(state), state, store.types()));
    }

    /**
     * Runs the work and saves what it did, once. Returns when that is on disk. Work that throws changes nothing. The work must
     * be quick, for others wait, and must not write to the repository in another way.
     */
    public <T> T write(Actor actor, Function<ContentWriter, T> work) {
        return store.save((root, base) -> work.apply(new TreeWriter(actor, root, base, store.types())));
    }

    /** Freezes the draft entry as it is now. */
    public Version createVersion(Actor actor, String id) {
        throw new UnsupportedOperationException("being built");
    }

    public List<Version> versions(Actor actor, String id) {
        throw new UnsupportedOperationException("being built");
    }

    /** The entry's subtree as it was frozen. */
    public Optional<ContentNode> version(Actor actor, String id, String versionName) {
        throw new UnsupportedOperationException("being built");
    }

    /** Change records after a revision, in order. */
    public List<Change> changesAfter(long revision, int limit) {
        return ChangeLog.after(store.head().root(), revision, limit);
    }

    /** The revision of the last change record; 0 when there is none. */
    public long lastRevision() {
        return store.head().revision();
    }

    /** Waits until there is a change after the revision, or the time has passed; answers whether there is. */
    public boolean awaitChangeAfter(long revision, Duration atMost) throws InterruptedException {
        return store.head().awaitRevisionAfter(revision, atMost);
    }

    @Override
    public void close() {
        store.close();
    }
}
