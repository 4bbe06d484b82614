package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchEngine.IndexBuild;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A generation being built. Requests go out while the next documents are being made, but never more than a few at once. */
final class RunningBuild implements IndexBuild {

    private static final int IN_FLIGHT = 2;

    private final ElasticsearchIndex index;
    private final Generation generation;
    private final BulkWriter writer;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile long position;

    RunningBuild(ElasticsearchIndex index, Generation generation, BulkWriter writer) {
        this.index = index;
        this.generation = generation;
        this.writer = writer;
    }

    Generation generation() {
        return generation;
    }

    long position() {
        return position;
    }

    void reach(long reached) {
        position = Math.max(position, reached);
    }

    /** What changes while it is being built. */
    void apply(IndexBatch batch) {
        writer.write(generation, batch.documents(), batch.deletions(), false);
    }

    @Override
    public void add(List<IndexDocument> documents) {
        documents.forEach(generation.schema()::requireFit);
        requireRunning();
        if (documents.isEmpty()) {
            return;
        }
        room.acquireUninterruptibly();
        Thread.ofVirtual().name("index-build").start(() -> {
            try {
                writer.write(generation, documents, List.of(), false);
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                room.release();
            }
        });
    }

    @Override
    public void finish(long completeUpTo) {
        room.acquireUninterruptibly(IN_FLIGHT);
        room.release(IN_FLIGHT);
        index.finish(this, completeUpTo);
    }

    void requireRunning() {
        if (!index.isRunning(this)) {
            throw new IllegalStateException(
                    "This build of " + generation.schema().index() + " is over");
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed instanceof PlatformException known
                    ? new PlatformException(known.code(), String.valueOf(known.getMessage()), known)
                    : failed;
        }
    }

    @Override
    public void close() {
        room.acquireUninterruptibly(IN_FLIGHT);
        room.release(IN_FLIGHT);
        index.abandon(this);
    }
}
