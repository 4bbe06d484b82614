package eu.nephele.platform.search;

import eu.nephele.api.content.Change;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index in step with the change log and with the definitions; one that several nodes share, on one of them at a time. */
public final class Indexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final String FOLLOWER = "index";
    private static final Duration LONGEST_WAIT_OF_AUDIT = Duration.ofSeconds(10);

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
    private final ReentrantLock building = new ReentrantLock();
    private final IndexHealth health = new IndexHealth(this::heal);
    private volatile boolean definitionsToOpen;
    private volatile boolean takenOver;
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
        this.duty = engine.isShared() ? repository.lease(FOLLOWER) : Lease.ALWAYS;
        this.indexes = new EntryIndexes(engine, assetText, SpokenText.in(repository, actor));
        this.changes = new IndexChanges(engine, repository, indexes, actor);
        this.rebuild = new IndexRebuild(engine, repository, actor, index -> closed || !isInForce(index));
    }

    /**
     * Opens the indexes of all content types, rebuilds those that need it, and follows the change log from where they are. Comes
     * back when all indexes answer (the last changes may still be missing, see {@link #lag()}), or when the engine cannot be
     * reached: then all this is done as soon as it can.
     */
    public synchronized void start() {
        if (subscription != null || closed) {
            return;
        }
        try {
            openAndFollow();
        } catch (PlatformException failure) {
            requireUnavailable(failure);
            LOG.warn("Searching is not possible yet; everything else is: {}", failure.getMessage());
            health.doubt(failure);
        }
        health.start();
    }

    private synchronized void openAndFollow() {
        openIndexes();
        if (!closed && subscription == null) {
            subscription = feed.follow(FOLLOWER, duty, this::place, this::apply);
            if (duty.isHeld()) {
                applyPutAside();
            }
        }
    }

    /** The node that has the duty also builds what is missing; others open what there is. */
    private void openIndexes() {
        var forgotten = repository.forgottenUpTo();
        List<EntryIndex> toRebuild;
        synchronized (indexes) {
            toRebuild = indexes.open(definitions.get(), forgotten, repository.lastRevision());
        }
        if (duty.isHeld()) {
            toRebuild.forEach(index -> rebuildIfNeeded(index.name(), forgotten));
        }
    }

    /** Up to where all indexes are complete. Asked when the duty has come to this node, it makes them so first. */
    private long place() {
        if (engine.isShared() && duty.isHeld()) {
            openIndexes();
            takenOver = true;
        }
        return indexes.all().stream()
                .mapToLong(index -> engine.position(index.name()))
                .min()
                .orElse(0);
    }

    private void apply(List<Change> applied) {
        try {
            changes.apply(applied);
        } catch (PlatformException failure) {
            if (failure.code().kind() == ErrorKind.UNAVAILABLE) {
                health.doubt(failure);
            }
            throw failure;
        }
    }

    /** Somebody searched in vain: whether the engine can be reached is looked into at once. */
    public void searchedInVain(PlatformException failure) {
        health.doubt(failure);
    }

    /** Whether the engine could be reached the last time that it was needed. */
    public boolean isReachable() {
        return health.isGood();
    }

    /** Whether this node writes the index: each its own, or one for all nodes that share it. */
    public boolean keepsIndex() {
        return duty.isHeld();
    }

    /** Why the engine could not be reached the last time, or the index not be looked after; empty while all is well. */
    public String problem() {
        return health.problem();
    }

    /** What was lost is built anew: an index that somebody deleted, a cluster that came back empty. */
    private void heal() {
        var following = subscription;
        if (following == null) {
            openAndFollow();
        } else if (definitionsToOpen) {
            definitionsToOpen = false;
            definitionsChanged();
        } else if (duty.isHeld()) {
            // An embedded index cannot fall back behind what it was told; a cluster may be put back to an earlier day.
            var reached = engine.isShared() ? following.position() : 0;
            for (var index : indexes.all()) {
                rebuildIfNeeded(index.name(), reached);
            }
            if (takenOver) {
                auditTakenOver();
                takenOver = false;
            }
            applyPutAside();
        }
    }

    /** Changes that failed again and again are tried from time to time: what was in their way may have passed, or been mended. */
    private void applyPutAside() {
        var applied = 0;
        for (var letter : feed.deadLetters(FOLLOWER)) {
            try {
                changes.applyLate(letter.change());
            } catch (RuntimeException failure) {
                if (failure instanceof PlatformException known && known.code().kind() == ErrorKind.UNAVAILABLE) {
                    throw failure;
                }
                LOG.debug("Revision {} stays aside", letter.change().revision(), failure);
                continue;
            }
            repository.discard(letter);
            applied++;
        }
        if (applied > 0) {
            LOG.info("{} changes that had been put aside are in the index now", applied);
        }
    }

    /** How many changes the index has gone past because they could not be applied. */
    public int putAside() {
        return feed.deadLetters(FOLLOWER).size();
    }

    /** The node before may have been killed in the midst of its work: what it had written is compared, once, with what there is. */
    private void auditTakenOver() {
        for (var report : verify(true)) {
            if (report.outcome() != IndexReport.Outcome.WHOLE) {
                LOG.warn("The index that was taken over was not whole, and is now: {}", report);
            }
        }
    }

    /** Looks at the index as the definitions in force ask for it: those by which somebody asked may have been replaced meanwhile. */
    private void rebuildIfNeeded(String name, long toldUpTo) {
        building.lock();
        try {
            Optional<EntryIndex> needed;
            synchronized (indexes) {
                needed = indexes.named(name)
                        .filter(index -> indexes.mustBeRebuilt(index, toldUpTo, repository.lastRevision()));
            }
            needed.filter(index -> !closed).ifPresent(rebuild::run);
        } finally {
            building.unlock();
        }
    }

    /** Whether documents are built for these fields still: if not, there is no use in going on with a rebuild. */
    private boolean isInForce(EntryIndex index) {
        return indexes.named(index.name())
                .filter(now -> now.builder().schema().equals(index.builder().schema()))
                .isPresent();
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
        var reached = following.position();
        try {
            synchronized (indexes) {
                indexes.open(definitions.get(), reached, repository.lastRevision());
            }
        } catch (PlatformException failure) {
            requireUnavailable(failure);
            definitionsToOpen = true;
            health.doubt(failure);
            return;
        }
        if (duty.isHeld()) {
            // All are looked at in their turn: a rebuild by earlier definitions may end in between.
            indexes.all().forEach(index -> rebuilding.execute(() -> rebuildLogged(index.name(), reached)));
        }
    }

    private void rebuildLogged(String name, long toldUpTo) {
        try {
            rebuildIfNeeded(name, toldUpTo);
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.error("Index {} could not be rebuilt; the old one goes on answering", name, failure);
                health.doubt(failure);
            }
        }
    }

    private static void requireUnavailable(PlatformException failure) {
        if (failure.code().kind() != ErrorKind.UNAVAILABLE) {
            throw failure;
        }
    }

    /**
     * Compares every index with the repository, by count and revision.
     *
     * @param repair whether what differs is put right, or the index built anew where much does; on the node that keeps the index
     */
    public List<IndexReport> verify(boolean repair) {
        if (subscription == null) {
            throw new PlatformException(
                    ErrorCode.SEARCH_UNAVAILABLE, "The index is not open yet, so nothing can be said of it");
        }
        if (repair && !duty.isHeld()) {
            throw new PlatformException(
                    ErrorCode.SEARCH_UNAVAILABLE, "Another node keeps the index: ask that one for the repair");
        }
        var audit = new IndexAudit(engine, repository, Actor.system("index-audit"), this::awaitLast, this::rebuildNow);
        var reports = new ArrayList<IndexReport>();
        for (var index : indexes.all()) {
            reports.add(audit.of(index, repair));
        }
        return reports;
    }

    private void awaitLast() {
        try {
            awaitRevision(repository.lastRevision(), LONGEST_WAIT_OF_AUDIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rebuildNow(EntryIndex asked) {
        building.lock();
        try {
            indexes.named(asked.name()).ifPresent(rebuild::run);
        } finally {
            building.unlock();
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
                rebuilding.submit(() -> rebuildNow(index)).get();
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
        health.close();
        var following = subscription;
        if (following != null) {
            following.close();
        }
        rebuilding.shutdownNow();
        rebuilding.close();
    }
}
