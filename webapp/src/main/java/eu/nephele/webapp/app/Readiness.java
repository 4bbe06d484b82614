package eu.nephele.webapp.app;

import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.Indexer;
import org.springframework.stereotype.Component;

/** Whether the server can do its work: content is loaded and the index has once caught up with it. */
@Component
class Readiness {

    private final ContentRepository repository;
    private final Indexer indexer;
    private volatile String phase = "starting";
    private volatile boolean ready;

    Readiness(ContentRepository repository, Indexer indexer) {
        this.repository = repository;
        this.indexer = indexer;
    }

    boolean isReady() {
        return ready;
    }

    /** What the server is at, in a word or two for operators. */
    String phase() {
        return phase;
    }

    long revision() {
        return repository.lastRevision();
    }

    long indexLag() {
        return indexer.lag();
    }

    int indexPutAside() {
        return indexer.putAside();
    }

    /** Whether the search engine could be reached the last time. */
    boolean isSearchReachable() {
        return indexer.isReachable();
    }

    boolean keepsIndex() {
        return indexer.keepsIndex();
    }

    /** Why it could not be reached, or the index not be looked after; empty while all is well. */
    String searchProblem() {
        return indexer.problem();
    }

    void enter(String newPhase) {
        phase = newPhase;
    }

    void ready() {
        phase = "ready";
        ready = true;
    }
}
