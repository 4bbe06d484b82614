package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchEngine.IndexBuild;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Builds an index anew from the repository, beside the one in use. */
final class IndexRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int BATCH = 200;

    private final SearchEngine engine;
    private final ContentRepository repository;
    private final Actor actor;
    private final Predicate<EntryIndex> cancelled;

    IndexRebuild(SearchEngine engine, ContentRepository repository, Actor actor, Predicate<EntryIndex> cancelled) {
        this.engine = engine;
        this.repository = repository;
        this.actor = actor;
        this.cancelled = cancelled;
    }

    /** Answers whether it came to its end. */
    boolean run(EntryIndex index) {
        var start = System.nanoTime();
        // Changes from here on reach the new index too; the walk sees all before.
        try (var build = engine.rebuild(index.builder().schema())) {
            var position = repository.lastRevision();
            var count = repository.read(actor, reader -> {
                try (var batches = new Batches(index, build)) {
                    reader.walk(
                            index.perspective(),
                            index.type().workspace(),
                            Set.of(index.type().nodeType()),
                            batches::add);
                    batches.flush();
                    return batches.written();
                } catch (Cancelled closing) {
                    return -1;
                }
            });
            if (count < 0) {
                return false;
            }
            build.finish(position);
            // An empty index is built at each first start for each type: nothing an operator has to know.
            LOG.atLevel(count == 0 ? Level.DEBUG : Level.INFO)
                    .log(
                            "Index {} was built: {} entries in {} ms",
                            index.name(),
                            count,
                            (System.nanoTime() - start) / 1_000_000);
            return true;
        }
    }

    /** While entries are read, those before them are analyzed and written: reading is one thread's work, the rest that of all processors. */
    private final class Batches implements AutoCloseable {

        private final EntryIndex index;
        private final IndexBuild build;
        private final ExecutorService writing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("index-documents").factory());
        private List<ContentNode> waiting = new ArrayList<>(BATCH);
        private Future<Integer> underWay = CompletableFuture.completedFuture(0);
        private int count;

        Batches(EntryIndex index, IndexBuild build) {
            this.index = index;
            this.build = build;
        }

        void add(ContentNode entry) {
            if (cancelled.test(index)) {
                throw new Cancelled();
            }
            if (index.holds(index.perspective(), index.type().workspace(), entry)) {
                waiting.add(entry);
                if (waiting.size() == BATCH) {
                    flush();
                }
            }
        }

        /** One batch is under way at most, so that no more than two are in memory. */
        void flush() {
            count += awaitWritten();
            var batch = waiting;
            waiting = new ArrayList<>(BATCH);
            underWay = writing.submit(() -> write(batch));
        }

        private int write(List<ContentNode> batch) {
            var documents = batch.parallelStream()
                    .map(this::document)
                    .filter(Objects::nonNull)
                    .toList();
            build.add(documents);
            return documents.size();
        }

        int written() {
            count += awaitWritten();
            underWay = CompletableFuture.completedFuture(0);
            return count;
        }

        private int awaitWritten() {
            try {
                return underWay.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(failure.getCause());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }

        @Override
        public void close() {
            writing.close();
        }

        /** One entry that cannot be indexed must not keep all others out. */
        private @Nullable IndexDocument document(ContentNode entry) {
            try {
                return index.builder().build(entry);
            } catch (RuntimeException failure) {
                LOG.error("{} is left out of index {}", entry.path(), index.name(), failure);
                return null;
            }
        }
    }

    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super(null, null, false, false);
        }
    }
}
