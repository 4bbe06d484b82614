package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.Leases.DeadNode;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process among the nodes that share a database: its number, its heartbeat, its leases, and its eye on the others. */
final class ClusterNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
    private static final int NUMBERS = 1000;
    private static final int BEATS_PER_TIMEOUT = 5;

    /** While the database is away it is asked often, so that no node comes back much later than the others. */
    private static final Duration LONGEST_REST_OUT_OF_TOUCH = Duration.ofSeconds(1);

    private final Database database;
    private final Leases leases;
    private final String place;
    private final Duration timeout;
    private final int number;
    private final Thread heart =
            Thread.ofPlatform().daemon().name("node-heartbeat").unstarted(this::beat);
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile Consumer<DeadNode> undertaker = dead -> {};
    private volatile Runnable whenLost = () -> {};
    private volatile long lastBeat = System.nanoTime();
    private volatile boolean inTouch = true;
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile @Nullable Thread recovery;
    private long inTouchSince = System.nanoTime();

    private ClusterNode(Database database, String place, Duration timeout) {
        this.database = database;
        this.leases = new Leases(database, UUID.randomUUID().toString(), timeout);
        this.place = place;
        this.timeout = timeout;
        this.number = takeNumber();
    }

    /** @param place names the data folder, which one process alone can have */
    static ClusterNode join(Database database, String place, Duration timeout) {
        var node = new ClusterNode(database, place, timeout);
        LOG.info("This is node {} of those that share the database", node.number);
        node.heart.start();
        return node;
    }

    private int takeNumber() {
        for (var candidate = 1; candidate <= NUMBERS; candidate++) {
            if (leases.takeNumber(candidate, place)) {
                return candidate;
            }
        }
        throw new PlatformException(
                ErrorCode.STORE_UNAVAILABLE,
                "No number is free for this node: %d were started within an hour, and died".formatted(NUMBERS));
    }

    int number() {
        return number;
    }

    Leases leases() {
        return leases;
    }

    Lease lease(String name) {
        if (wanted.add(name)) {
            take(name);
        }
        return () -> held.contains(name) && isFresh();
    }

    /** From now on dead nodes are handed over, each to one node; what it throws makes another try follow. */
    void recoverOthers(Consumer<DeadNode> recovery) {
        undertaker = recovery;
    }

    /** Recovers at once what ran in this data folder before, for it is dead for sure. */
    void recoverFormerSelf() {
        leases.dead(place).forEach(this::recover);
    }

    /** Runs when this node was given up for dead by the others: it must be started anew. */
    void onLost(Runnable action) {
        whenLost = action;
    }

    /** Refuses at once where the database has not answered lately, or others have taken over. */
    void requireInTouch() {
        if (lost) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "This node was out of touch for so long that the others went on without it: it has to be started again");
        }
        if (!inTouch) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The database does not answer; published content goes on being served, and changes are taken again when it is back");
        }
    }

    private boolean isFresh() {
        return !lost && System.nanoTime() - lastBeat < timeout.toNanos() * 2 / 3;
    }

    private void beat() {
        while (!closed && !lost) {
            try {
                renew();
                takeWanted();
                if (System.nanoTime() - inTouchSince > timeout.toNanos()) {
                    recoverDead();
                }
            } catch (PlatformException failure) {
                outOfTouch(failure);
            } catch (RuntimeException failure) {
                LOG.error("The heartbeat of this node stumbled", failure);
            }
            LockSupport.parkNanos(rest());
        }
    }

    private long rest() {
        var usual = timeout.toNanos() / BEATS_PER_TIMEOUT;
        return inTouch ? usual : Math.min(usual, LONGEST_REST_OUT_OF_TOUCH.toNanos());
    }

    /** On a thread of its own: whoever recovers much must not fall silent meanwhile, and be taken for dead too. */
    private void recoverDead() {
        var running = recovery;
        if (running != null && running.isAlive()) {
            return;
        }
        var dead = leases.dead("");
        if (!dead.isEmpty()) {
            recovery =
                    Thread.ofPlatform().daemon().name("node-recovery").start(() -> dead.forEach(this::recoverLogged));
        }
    }

    private void recoverLogged(DeadNode dead) {
        try {
            recover(dead);
        } catch (RuntimeException failure) {
            LOG.warn("Node {} could not be recovered yet, another try follows: {}", dead.number(), failure.toString());
        }
    }

    private void renew() {
        var begun = System.nanoTime();
        var mine = leases.renew();
        lastBeat = begun;
        held.retainAll(mine);
        if (!inTouch) {
            LOG.warn("The database answers again");
            inTouchSince = System.nanoTime();
            inTouch = true;
        }
        if (!mine.contains(Leases.nodeLease(number)) && !closed) {
            lose();
        }
    }

    /** Another node has recovered this one, which must not write any more. */
    void lose() {
        if (!lost) {
            lost = true;
            held.clear();
            LOG.error(
                    "The other nodes went on without this one, for it was silent for {}: it has to be started again",
                    timeout);
            Thread.ofVirtual().start(whenLost);
        }
    }

    private void takeWanted() {
        wanted.forEach(this::take);
    }

    private void take(String name) {
        if (!lost && !closed && !held.contains(name) && leases.take(name)) {
            held.add(name);
            LOG.info("This node has the duty `{}` now", name);
        }
    }

    private void outOfTouch(PlatformException failure) {
        if (inTouch && !closed) {
            inTouch = false;
            database.abandonAnswers();
            LOG.error("{}; changes are refused until it is back", failure.getMessage());
        }
    }

    private void recover(DeadNode dead) {
        if (leases.claim(dead, place)) {
            LOG.warn("Node {} is dead: this one recovers what it saved last", dead.number());
            try {
                undertaker.accept(dead);
            } catch (RuntimeException failure) {
                leases.giveUp(dead);
                throw failure;
            }
            leases.recovered(dead);
            LOG.info("Node {} was recovered", dead.number());
        }
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
        LockSupport.unpark(heart);
        try {
            heart.join(timeout.toMillis());
            var running = recovery;
            if (running != null) {
                running.join(timeout.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!lost) {
            try {
                leases.releaseAll();
            } catch (PlatformException unreachable) {
                LOG.warn("The other nodes will see this one end by its silence: {}", unreachable.getMessage());
            }
        }
    }
}
