package eu.nephele.platform.feed;

import eu.nephele.platform.repository.ContentRepository;

/** Hands the change log to listeners, each on its own thread with its own cursor. */
public final class ChangeFeed implements AutoCloseable {

    public ChangeFeed(ContentRepository repository) {}

    /** Calls the listener with all changes after the revision, and goes on until it is closed. */
    public Subscription follow(String name, long afterRevision, ChangeListener listener) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {}

    /** One listener's place in the log. */
    public interface Subscription extends AutoCloseable {

        String name();

        /** The last revision that was applied, or put aside as a dead letter. */
        long position();

        /** How many changes it is behind. */
        long lag();

        @Override
        void close();
    }
}
