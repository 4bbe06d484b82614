package eu.nephele.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.TestingRepository;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An indexer that follows a repository in memory with the champions of {@link Champions}; closes its engine with itself. */
public final class TestingIndexer implements AutoCloseable {

    private static final String INDEX = "champion-live";

    private final ContentRepository repository = TestingRepository.inMemory();
    private final ChangeFeed feed = new ChangeFeed(repository);
    private final SearchEngine engine;
    private final Indexer indexer;
    private final AtomicInteger written = new AtomicInteger();

    public TestingIndexer(SearchEngine engine) {
        this.engine = engine;
        repository.register(TestingRepository.workspace("champions", "cat:champion", "cat:note"));
        this.indexer = new Indexer(engine, repository, feed, Champions::definitions);
    }

    public Indexer indexer() {
        return indexer;
    }

    public int written() {
        return written.get();
    }

    public void save(String name) {
        var entry = Champions.champion(name, "title", "Wood " + name);
        repository.write(TestingRepository.SYSTEM, writer -> {
            var location = TestingRepository.live("champions", entry.path());
            var change = TestingRepository.change(writer, Change.Kind.SAVED, location, entry);
            var properties = new LinkedHashMap<>(entry.properties());
            properties.put(SystemProperties.REVISION, Value.of(change.revision()));
            writer.put(location, entry.withProperties(properties));
            writer.record(change);
            return null;
        });
        written.incrementAndGet();
    }

    /** New entries one after the other, each fourth saved once more, until it is stopped. */
    public final class Writing {

        private final Thread thread = Thread.ofPlatform().start(this::run);
        private volatile boolean stopped;

        private void run() {
            for (var number = 0; !stopped; number++) {
                save("written-" + number);
                if (number % 4 == 0) {
                    save("written-" + number);
                    written.decrementAndGet();
                }
                pause();
            }
        }

        /** Waits until so many more were written: writing must not wait for the index. */
        public void awaitMore(int count) {
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            var wanted = written.get() + count;
            while (written.get() < wanted) {
                assertThat(System.nanoTime()).as("writing goes on").isLessThan(end);
                pause();
            }
        }

        public void stop() throws InterruptedException {
            stopped = true;
            thread.join();
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public Writing writeInBackground() {
        return new Writing();
    }

    public void awaitIndexed(Duration atMost) throws InterruptedException {
        assertThat(indexer.awaitRevision(repository.lastRevision(), atMost)).isTrue();
    }

    public void awaitWhole(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (!indexer.isReachable() || !"0 missing, 0 outdated, 0 surplus".equals(differences())) {
            assertThat(System.nanoTime()).as("the index is whole in time").isLessThan(end);
            Thread.sleep(200);
        }
        assertWhole();
    }

    public void assertWhole() {
        assertThat(indexer.verify(false))
                .allSatisfy(
                        report -> assertThat(report.outcome()).as("%s", report).isEqualTo(IndexReport.Outcome.WHOLE));
    }

    /** Of the live champions. */
    public String differences() {
        var report = indexer.verify(false).stream()
                .filter(index -> FieldNames.index(index.contentType(), index.perspective())
                        .equals(INDEX))
                .findFirst()
                .orElseThrow();
        return "%d missing, %d outdated, %d surplus".formatted(report.missing(), report.outdated(), report.surplus());
    }

    /** Behind the indexer's back: one entry is lost, one has a revision it never had, one is there that never was. */
    public void damage() {
        var revisions = engine.revisions(INDEX, "", 10);
        var lost = revisions.get(0);
        var old = revisions.get(1);
        engine.apply(
                INDEX,
                new IndexBatch(
                        List.of(new IndexDocument("surplus", 1, Map.of())),
                        List.of(new IndexBatch.Deletion(lost.id(), lost.revision())),
                        0));
        engine.apply(
                INDEX,
                new IndexBatch(List.of(new IndexDocument(old.id(), old.revision() + 1_000, Map.of())), List.of(), 0));
    }

    @Override
    public void close() {
        feed.close();
        indexer.close();
        engine.close();
        repository.close();
    }
}
