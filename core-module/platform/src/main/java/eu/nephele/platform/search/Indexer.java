package eu.nephele.platform.search;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps the index in step with the change log and with the definitions. */
public final class Indexer implements AutoCloseable {

    public Indexer(
            SearchEngine engine, ContentRepository repository, ChangeFeed feed, Supplier<Definitions> definitions) {}

    /** Opens the indexes of all content types, rebuilds those that need it, and follows the change log from where they are. */
    public void start() {}

    /** To be called after definitions changed: new types are indexed, changed ones are rebuilt beside the running index. */
    public void definitionsChanged() {}

    /** Builds the indexes of a content type anew beside the running ones, which answer until they are done. */
    public void rebuild(String contentType) {}

    /** How many changes the index is behind. */
    public long lag() {
        return 0;
    }

    /** Waits until searches see the change of this revision, or the time has passed; answers whether they do. */
    public boolean awaitRevision(long revision, Duration atMost) throws InterruptedException {
        return false;
    }

    @Override
    public void close() {}
}
