package eu.nephele.platform.feed;

import eu.nephele.api.content.Change;
import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.DeadLetter;
import eu.nephele.platform.repository.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener's way through the log. Its thread is interrupted only while it waits, never inside the listener. */
final class Follower implements ChangeFeed.Subscription, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** How often a follower looks whether the duty has come to it, and, until then, how far the other node is. */
    private static final Duration OFF_DUTY = Duration.ofMillis(200);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final String name;
    private final ChangeListener listener;
    private final ContentRepository repository;
    private final FeedSettings settings;
    private final Lease duty;
    private final LongSupplier place;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long position;
    private volatile boolean closed;
    private boolean waiting;
    private boolean onDuty;

    /** @param place where the listener is, which is asked whenever the duty comes to this node, and while it is elsewhere */
    Follower(
            String name,
            Lease duty,
            LongSupplier place,
            ChangeListener listener,
            ContentRepository repository,
            FeedSettings settings) {
        this.name = name;
        this.duty = duty;
        this.place = place;
        this.listener = listener;
        this.repository = repository;
        this.settings = settings;
        this.thread = Thread.ofVirtual().name("follower-" + name).unstarted(this);
    }

    void start() {
        position = place.getAsLong();
        onDuty = duty.isHeld();
        if (position > repository.lastRevision()) {
            LOG.warn(
                    "{} is at revision {}, but the change log ends at {}: it follows another log, and should start anew",
                    name,
                    position,
                    repository.lastRevision());
        }
        thread.start();
    }

    @Override
    public void run() {
        var failures = 0;
        while (!closed) {
            try {
                if (takesTheDuty()) {
                    idle(() -> repository.awaitChangeAfter(position, duty == Lease.ALWAYS ? LONGEST_WAIT : OFF_DUTY));
                    var changes = repository.changesAfter(position, settings.batchSize());
                    if (!closed && !changes.isEmpty() && duty.isHeld()) {
                        deliver(changes);
                    }
                }
                failures = 0;
            } catch (Closed closing) {
                return;
            } catch (RuntimeException failure) {
                if (isUnavailable(failure)) {
                    LOG.warn("{} waits at revision {}: {}", name, position, failure.getMessage());
                } else {
                    LOG.error("{} could not go on after revision {}; it tries again", name, position, failure);
                }
                pause(++failures);
            }
        }
    }

    private boolean takesTheDuty() {
        if (!duty.isHeld()) {
            onDuty = false;
            moveTo(place.getAsLong());
            idle(() -> {
                Thread.sleep(OFF_DUTY);
                return true;
            });
            return false;
        }
        if (!onDuty) {
            moveTo(place.getAsLong());
            onDuty = true;
            LOG.info("{} goes on here after revision {}", name, position);
        }
        return true;
    }

    private void deliver(List<Change> changes) {
        var failure = attempt(changes);
        if (failure == null) {
            moveTo(changes.getLast().revision());
        } else if (changes.size() == 1) {
            putAside(changes.getFirst(), failure);
            moveTo(changes.getFirst().revision());
        } else {
            for (var change : changes) {
                if (!closed) {
                    deliver(List.of(change));
                }
            }
        }
    }

    /** What the last attempt failed with; null when one succeeded. A closed follower gives up with neither. */
    private @Nullable Throwable attempt(List<Change> changes) {
        for (var failures = 1; ; failures++) {
            try {
                listener.apply(changes);
                return null;
            } catch (Throwable failure) {
                if (failures >= settings.attempts() && !isUnavailable(failure)) {
                    return failure;
                }
                LOG.warn(
                        "{} failed {} times at revisions {} to {}: {}",
                        name,
                        failures,
                        changes.getFirst().revision(),
                        changes.getLast().revision(),
                        failure.toString());
                pause(failures);
                if (closed) {
                    throw new Closed();
                }
            }
        }
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof PlatformException known && known.code().kind() == ErrorKind.UNAVAILABLE;
    }

    private void putAside(Change change, Throwable failure) {
        LOG.error("{} puts aside revision {}, {}", name, change.revision(), change.location(), failure);
        if (!repository.putAside(new DeadLetter(name, change, failure.toString(), Instant.now()))) {
            LOG.error("{} has too many dead letters: revision {} is in this log only", name, change.revision());
        }
    }

    private void pause(int failures) {
        idle(() -> {
            Thread.sleep(settings.pauseAfter(failures));
            return true;
        });
    }

    /** Waits so that closing may cut it short. */
    private void idle(Waiting wait) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting = true;
        } finally {
            lock.unlock();
        }
        try {
            wait.forIt();
        } catch (InterruptedException closing) {
            LOG.debug("{} was woken to close", name);
        } finally {
            lock.lock();
            waiting = false;
            lock.unlock();
            // An interrupt that came after the wait must not reach the listener.
            Thread.interrupted();
        }
    }

    private void moveTo(long revision) {
        lock.lock();
        try {
            position = revision;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long lag() {
        return Math.max(0, repository.lastRevision() - position);
    }

    @Override
    public boolean awaitPosition(long revision, Duration atMost) throws InterruptedException {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position < revision && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return position >= revision;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (waiting) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
        try {
            if (thread != Thread.currentThread() && !thread.join(LONGEST_CLOSE)) {
                LOG.error("{} has not come back from its listener within {}", name, LONGEST_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Waiting {
        boolean forIt() throws InterruptedException;
    }

    private static final class Closed extends RuntimeException {
        Closed() {
            super(null, null, false, false);
        }
    }
}
