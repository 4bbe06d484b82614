package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.jspecify.annotations.Nullable;

/**
 * The newest state that is on disk: what readers and followers of the change log see, so that nobody knows of a save which a
 * crash could take back. All saves that wait while a flush runs share the next one.
 */
final class DurableHead {

    private final Supplier<NodeState> newest;
    private final Flush flush;
    private final AtomicLong saves = new AtomicLong();
    private final AtomicLong flushes = new AtomicLong();
    private final ReentrantLock flushing = new ReentrantLock();
    private final ReentrantLock watching = new ReentrantLock();
    private final Condition moved = watching.newCondition();
    private volatile NodeState root;
    private volatile long durableSaves;
    private volatile @Nullable IOException broken;

    DurableHead(Supplier<NodeState> newest, Flush flush) {
        this.newest = newest;
        this.flush = flush;
        this.root = newest.get();
    }

    NodeState root() {
        return root;
    }

    long revision() {
        return ChangeLog.lastRevision(root);
    }

    long flushes() {
        return flushes.get();
    }

    /** Counts a save, which must have been made. */
    void saved() {
        saves.incrementAndGet();
    }

    /** How many saves were made: what to wait for. */
    long saves() {
        return saves.get();
    }

    /** Returns when the save is on disk and seen by readers. */
    void await(long save) {
        if (durableSaves >= save) {
            return;
        }
        flushing.lock();
        try {
            if (durableSaves < save) {
                flush();
            }
        } finally {
            flushing.unlock();
        }
    }

    private void flush() {
        requireSound();
        var covered = saves.get();
        var state = newest.get();
        try {
            flush.flush();
        } catch (IOException failure) {
            broken = failure;
            requireSound();
        }
        flushes.incrementAndGet();
        durableSaves = covered;
        watching.lock();
        try {
            root = state;
            moved.signalAll();
        } finally {
            watching.unlock();
        }
    }

    /** A failed flush leaves unknown what is on disk: nothing more is accepted until a restart reads it anew. */
    void requireSound() {
        var failure = broken;
        if (failure != null) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The repository takes no more changes, for it could not write to disk (%s); free or repair the disk, then restart"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    /** Shows readers the newest state, which must be on disk: after a compaction, the old one's segments may go. */
    void refresh() {
        flushing.lock();
        try {
            flush();
        } finally {
            flushing.unlock();
        }
    }

    boolean awaitRevisionAfter(long revision, Duration atMost) throws InterruptedException {
        var nanos = atMost.toNanos();
        watching.lock();
        try {
            while (revision() <= revision && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            watching.unlock();
        }
        return revision() > revision;
    }

    /** Puts on disk what has been saved. */
    @FunctionalInterface
    interface Flush {
        void flush() throws IOException;
    }
}
