package eu.nephele.platform.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index in step with the change log and with the definitions; one that several nodes share, on one of them at a time. */
public final class Indexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private final SearchEngine engine;
    private final ContentRepository repository;
    private final ChangeFeed feed;
    private final Supplier<Definitions> definitions;
    private final EntryIndexes indexes;
    private final IndexChanges changes;
    private final IndexRebuild rebuild;
    private final ExecutorService rebuilding = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("index-rebuild").factory());
    private volatile ChangeFeed.@Nullable Subscription subscription;
    private volatile boolean closed;
    private final Lease duty;

    public Indexer(
            SearchEngine engine, ContentRepository repository, ChangeFeed feed, Supplier<Definitions> definitions) {
        this(engine, repository, feed, definitions, AssetText.NONE);
    }

    public Indexer(
            SearchEngine engine,
            ContentRepository repository,
            ChangeFeed feed,
            Supplier<Definitions> definitions,
            AssetText assetText) {
        var actor = Actor.system("indexing");
        this.engine = engine;
        this.repository = repository;
        this.feed = feed;
        this.definitions = definitions;
        this.duty = engine.isShared() ? repository.lease("index") : Lease.ALWAYS;
        this.indexes = new EntryIndexes(engine, assetText);
        this.changes = new IndexChanges(engine, repository, indexes, actor);
        this.rebuild = new IndexRebuild(engine, repository, actor, () -> closed);
    }

    /**
     * Opens the indexes of all content types, rebuilds those that need it, and follows the change log from where they are. Comes
     * back when all indexes answer; the last changes may still be missing, see {@link #lag()}.
     */
    public synchronized void start() {
        if (subscription != null || closed) {
            return;
        }
        openIndexes();
        if (!closed) {
            subscription = feed.follow("index", duty, this::place, changes);
        }
    }

    /** The node that has the duty also builds what is missing; others open what there is. */
    private void openIndexes() {
        List<EntryIndex> toRebuild;
        synchronized (indexes) {
            toRebuild = indexes.open(definitions.get(), repository.forgottenUpTo(), repository.lastRevision());
        }
        if (duty.isHeld()) {
            toRebuild.forEach(rebuild::run);
        }
    }

    /** Up to where all indexes are complete. Asked when the duty has come to this node, it makes them so first. */
    private long place() {
        if (engine.isShared() && duty.isHeld()) {
            openIndexes();
        }
        return indexes.all().stream()
                .mapToLong(index -> engine.position(index.name()))
                .min()
                .orElse(0);
    }

    /**
     * To be called after definitions changed: indexes of new types are built, those of changed types anew beside the running ones.
     * Comes back before that is done.
     */
    public void definitionsChanged() {
        var following = subscription;
        if (following == null) {
            return;
        }
        List<EntryIndex> toRebuild;
        synchronized (indexes) {
            toRebuild = indexes.open(definitions.get(), following.position(), repository.lastRevision());
        }
        if (duty.isHeld()) {
            toRebuild.forEach(index -> rebuilding.execute(() -> runLogged(index)));
        }
    }

    private void runLogged(EntryIndex index) {
        try {
            rebuild.run(index);
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.error("Index {} could not be rebuilt; the old one goes on answering", index.name(), failure);
            }
        }
    }

    /**
     * Builds the indexes of a content type anew beside the running ones, which answer until they are done; comes back then. Refuses
     * an unknown type with UNKNOWN_CONTENT_TYPE.
     */
    public void rebuild(String contentType) {
        var ofType = indexes.all().stream()
                .filter(index -> index.type().name().equals(contentType))
                .toList();
        if (ofType.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.UNKNOWN_CONTENT_TYPE, "There is no index of a content type `%s`".formatted(contentType));
        }
        try {
            for (var index : ofType) {
                rebuilding.submit(() -> rebuild.run(index)).get();
            }
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new PlatformException(
                    ErrorCode.SEARCH_UNAVAILABLE,
                    "The index of %s could not be rebuilt: %s".formatted(contentType, failure.getCause()),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many changes the index is behind. */
    public long lag() {
        var following = subscription;
        return following == null ? repository.lastRevision() : following.lag();
    }

    /** Waits until searches see the change of this revision, or the time has passed; answers whether they do. */
    public boolean awaitRevision(long revision, Duration atMost) throws InterruptedException {
        var following = subscription;
        return following != null && following.awaitPosition(revision, atMost);
    }

    @Override
    public void close() {
        closed = true;
        var following = subscription;
        if (following != null) {
            following.close();
        }
        rebuilding.shutdownNow();
        rebuilding.close();
    }
}
