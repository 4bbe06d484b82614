package eu.nephele.api.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine that keeps indexes and answers searches: the extension point for Lucene, Elasticsearch and others. All methods
 * may be called from many threads. An engine that cannot be reached throws {@code PlatformException} with
 * {@code SEARCH_UNAVAILABLE}; a request it cannot understand, with {@code INVALID_QUERY}.
 */
public interface SearchEngine extends AutoCloseable {

    /** How long a snapshot is kept after it was last read from. */
    Duration SNAPSHOT_KEPT = Duration.ofMinutes(2);

    /** How long it is kept in all, however often it is read from. */
    Duration SNAPSHOT_KEPT_AT_MOST = Duration.ofMinutes(30);

    /** As many are held at once by one engine. */
    int MOST_SNAPSHOTS = 100;

    /**
     * Makes the index ready, and declares how documents will look from now on. Answers false when it must be rebuilt: it is new,
     * its data are damaged, its rebuild was never finished, or it was built by another schema or version. Until then an old
     * index goes on answering, and takes of new documents the fields it has; one that never was complete is SEARCH_UNAVAILABLE.
     */
    boolean open(IndexSchema schema);

    /** The place in the change log up to which the index is complete; 0 for an empty one. Survives a restart. */
    long position(String index);

    /**
     * Applies a batch. A document of the same revision replaces the one there is. A document that does not fit the declared
     * schema refuses the whole batch with INTERNAL. What it says is visible to searches that start later, and is durable no
     * later than the position is.
     */
    void apply(String index, IndexBatch batch);

    /** Starts a new index beside the one in use, which goes on being searched and updated until {@link IndexBuild#finish}. */
    IndexBuild rebuild(IndexSchema schema);

    /** Searches the indexes as if they were one. */
    SearchResult search(List<String> indexes, SearchRequest request);

    /**
     * Holds what the indexes have now, so that all pages of a search can be read from it ({@link SearchRequest#snapshot()}). It is over when
     * it is released, at the latest after the times above, and may be sooner, as when an index is rebuilt.
     *
     * @return its name, of letters, digits, - and _; null where too many are held
     */
    @Nullable
    String hold(List<String> indexes);

    /** One that is over is no error. */
    void release(String snapshot);

    /**
     * The tokens that a mistyped one may have been meant to be: those of any of the TOKENS fields that begin with the same
     * character and are within so many edits (a character more, less, another, or two exchanged), not itself; nor those with more
     * edits than half of the characters of the shorter one. The fewest edits first, then those of most documents, then by code point.
     *
     * @param edits 1 or 2
     */
    List<Spelling> spellings(List<String> indexes, List<String> fields, String token, int edits, int limit);

    /** Ids with their revisions, rising by id, after the given id (empty from the start): for comparing with the repository. */
    List<IdAndRevision> revisions(String index, String afterId, int limit);

    /** Whether all nodes search the same indexes, so that one of them keeps these, rather than each node its own. */
    default boolean isShared() {
        return false;
    }

    /** Forgets the index and its data. */
    void drop(String index);

    @Override
    void close();

    /** @param documents how many have the token in one of the fields: at least in the field where most have it */
    record Spelling(String token, int edits, long documents) {}

    record IdAndRevision(String id, long revision) {}

    /** An index being built. Not finished when closed, it is thrown away. */
    interface IndexBuild extends AutoCloseable {

        void add(List<IndexDocument> documents);

        /** Puts the new index in the place of the old one, complete up to the position. */
        void finish(long position);

        @Override
        void close();
    }
}
