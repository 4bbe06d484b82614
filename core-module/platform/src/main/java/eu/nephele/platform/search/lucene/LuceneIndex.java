package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.SearchEngine.IdAndRevision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** One generation of an index. Writes are one at a time; each compares revisions, so that an older one never wins. */
final class LuceneIndex implements AutoCloseable {

    private static final int MAX_TOMBSTONES = 100_000;
    private static final int ADDITIONS_BETWEEN_REFRESHES = 20_000;
    private static final Duration LONGEST_WAIT_WITHOUT_CHANGE = Duration.ofMinutes(1);
    private static final double WRITE_BUFFER_MEGABYTES = 32;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final IndexSchema schema;

    /** What was written since the last refresh, which the reader does not show yet. */
    private final Map<String, Long> unrefreshed = new HashMap<>();

    private final Map<String, Long> tombstones = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_TOMBSTONES;
        }
    };
    private volatile long position;
    private volatile boolean complete;
    private volatile boolean changedSinceCommit;
    private volatile boolean movedSinceCommit;
    private volatile long lastCommit = System.nanoTime();
    private @Nullable RevisionLookup lookup;
    private @Nullable IndexSearcher lookupSearcher;

    private LuceneIndex(Directory directory, IndexWriter writer, CommitState state) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.schema = state.schema();
        this.position = state.position();
        this.complete = state.complete();
        this.searchers = new SearcherManager(writer, null);
    }

    static LuceneIndex create(Directory directory, IndexSchema schema) throws IOException {
        var writer = new IndexWriter(directory, configuration(IndexWriterConfig.OpenMode.CREATE));
        var index = new LuceneIndex(directory, writer, new CommitState(schema, 0, false));
        index.changedSinceCommit = true;
        index.commit();
        return index;
    }

    /** Opens what was committed last. */
    static LuceneIndex open(Directory directory, String name) throws IOException {
        var writer = new IndexWriter(directory, configuration(IndexWriterConfig.OpenMode.APPEND));
        try {
            return new LuceneIndex(directory, writer, CommitState.read(name, writer));
        } catch (IOException | RuntimeException damaged) {
            writer.rollback();
            throw damaged;
        }
    }

    private static IndexWriterConfig configuration(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(StoredFields.tokens())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
    }

    IndexSchema schema() {
        return schema;
    }

    SearcherManager searchers() {
        return searchers;
    }

    long position() {
        return position;
    }

    boolean isComplete() {
        return complete;
    }

    /** False after a failure of the disk that Lucene does not go on from. */
    boolean isUsable() {
        return writer.isOpen();
    }

    synchronized void apply(IndexBatch batch) throws IOException {
        // By one thread: each thread would leave a segment of its own, which merges must read again.
        for (var write : winning(batch.documents())) {
            write(write);
        }
        for (var deletion : batch.deletions()) {
            delete(deletion);
        }
        position = Math.max(position, batch.position());
        if (batch.documents().isEmpty() && batch.deletions().isEmpty()) {
            movedSinceCommit = true;
        } else {
            refresh();
            changedSinceCommit = true;
        }
    }

    /** Adds without showing it to searches at once. */
    synchronized void add(List<IndexDocument> documents) throws IOException {
        try {
            winning(documents).parallelStream().forEach(write -> {
                try {
                    write(write);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        if (unrefreshed.size() > ADDITIONS_BETWEEN_REFRESHES) {
            refresh();
        }
    }

    synchronized void finish(long completeUpTo) throws IOException {
        refresh();
        position = Math.max(position, completeUpTo);
        complete = true;
        changedSinceCommit = true;
        commit();
    }

    /**
     * The position is read before the commit: documents that arrive meanwhile may be in it with a position that lacks them, so
     * that they are applied again, and never the other way round.
     */
    void commit() throws IOException {
        if (changedSinceCommit || movedSinceCommit) {
            synchronized (this) {
                changedSinceCommit = false;
                movedSinceCommit = false;
                writer.setLiveCommitData(
                        new CommitState(schema, position, complete).asUserData().entrySet());
            }
            writer.commit();
            lastCommit = System.nanoTime();
        }
    }

    /** A position that moved on while nothing changed waits longer: repeating changes of other indexes costs little. */
    void commitIfDue() throws IOException {
        var waited = Duration.ofNanos(System.nanoTime() - lastCommit);
        if (changedSinceCommit || waited.compareTo(LONGEST_WAIT_WITHOUT_CHANGE) > 0) {
            commit();
        }
    }

    List<IdAndRevision> revisions(String afterId, int limit) throws IOException {
        var searcher = searchers.acquire();
        try {
            return IdsInOrder.after(searcher.getIndexReader(), afterId, limit);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        releaseLookup();
        IOUtils.close(searchers, writer::rollback, directory);
    }

    /** Decides one by one which documents win, and answers those. */
    private Collection<Write> winning(List<IndexDocument> documents) throws IOException {
        var writes = new LinkedHashMap<String, Write>();
        for (var document : documents) {
            var known = known(document.id());
            var newest = Math.max(known, tombstones.getOrDefault(document.id(), RevisionLookup.NONE));
            if (newest <= document.revision()) {
                var earlier = writes.get(document.id());
                var replaces = earlier == null ? known != RevisionLookup.NONE : earlier.replaces();
                writes.put(document.id(), new Write(document, replaces));
                tombstones.remove(document.id());
                unrefreshed.put(document.id(), document.revision());
            }
        }
        return writes.values();
    }

    private record Write(IndexDocument document, boolean replaces) {}

    private void write(Write write) throws IOException {
        var stored = StoredFields.of(write.document(), schema);
        if (write.replaces()) {
            writer.updateDocument(new Term(StoredFields.ID, write.document().id()), stored);
        } else {
            writer.addDocument(stored);
        }
    }

    private void delete(IndexBatch.Deletion deletion) throws IOException {
        if (known(deletion.id()) > deletion.revision()) {
            return;
        }
        writer.deleteDocuments(new Term(StoredFields.ID, deletion.id()));
        tombstones.merge(deletion.id(), deletion.revision(), Math::max);
        unrefreshed.put(deletion.id(), RevisionLookup.NONE);
    }

    private long known(String id) throws IOException {
        var written = unrefreshed.get(id);
        if (written != null) {
            return written;
        }
        if (lookup == null) {
            lookupSearcher = searchers.acquire();
            lookup = new RevisionLookup(lookupSearcher.getIndexReader());
        }
        return lookup.revision(id);
    }

    private void refresh() throws IOException {
        releaseLookup();
        searchers.maybeRefreshBlocking();
        unrefreshed.clear();
    }

    private void releaseLookup() throws IOException {
        if (lookupSearcher != null) {
            searchers.release(lookupSearcher);
            lookupSearcher = null;
            lookup = null;
        }
    }
}
