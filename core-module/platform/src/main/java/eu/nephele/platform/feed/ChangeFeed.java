package eu.nephele.platform.feed;

import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.DeadLetter;
import eu.nephele.platform.repository.Lease;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** Hands the change log to listeners, each on its own virtual thread with its own cursor. Close it before the repository. */
public final class ChangeFeed implements AutoCloseable {

    private final ContentRepository repository;
    private final FeedSettings settings;
    private final List<Subscription> followers = new CopyOnWriteArrayList<>();

    public ChangeFeed(ContentRepository repository) {
        this(repository, FeedSettings.DEFAULTS);
    }

    public ChangeFeed(ContentRepository repository, FeedSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Calls the listener with all changes after the revision, and goes on until it is closed. The listener keeps its own place:
     * it hands in the revision it has applied durably.
     */
    public Subscription follow(String name, long afterRevision, ChangeListener listener) {
        return follow(name, Lease.ALWAYS, () -> afterRevision, listener);
    }

    /**
     * Calls the listener while this node has the duty, so that of several nodes one does. The place, which all nodes must be able to
     * tell, is the revision that was applied durably: it is asked when the duty comes to this node, and while it is elsewhere.
     */
    public Subscription follow(String name, Lease duty, LongSupplier place, ChangeListener listener) {
        var follower = new Follower(name, duty, place, listener, repository, settings);
        followers.add(follower);
        follower.start();
        return follower;
    }

    /** The changes that the named follower could not apply. */
    public List<DeadLetter> deadLetters(String name) {
        return repository.deadLetters(name);
    }

    /** Ends all subscriptions, each after the call that it is in. */
    @Override
    public void close() {
        followers.forEach(Subscription::close);
    }

    /** One listener's place in the log. */
    public interface Subscription extends AutoCloseable {

        String name();

        /** The last revision that was applied, or put aside as a dead letter. */
        long position();

        /** How many changes it is behind. */
        long lag();

        /** Waits until the position has reached the revision, or the time has passed; answers whether it has. */
        boolean awaitPosition(long revision, Duration atMost) throws InterruptedException;

        /** Ends it after the call that the listener is in. */
        @Override
        void close();
    }
}
