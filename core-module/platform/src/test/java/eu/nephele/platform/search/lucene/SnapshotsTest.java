package eu.nephele.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long snapshots are kept, and that what they and other views held is let go. */
class SnapshotsTest {

    private static final IndexSchema BOATS = new IndexSchema("boat-live", Map.of("topic", FieldKind.KEYWORD), 1);
    private static final IndexSchema YARDS = new IndexSchema("yard-live", Map.of("topic", FieldKind.KEYWORD), 1);
    private static final List<String> BOTH = List.of("boat-live", "yard-live");

    private final AtomicLong now = new AtomicLong(1);
    private final LuceneSearchEngine engine = new LuceneSearchEngine(null, now::get);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void oneIsOverTwoMinutesAfterItWasReadFromLast() {
        build(BOATS);
        var snapshot = engine.hold(List.of("boat-live"));

        pass(Duration.ofSeconds(100));
        assertThat(isThere(snapshot)).isTrue();
        pass(Duration.ofSeconds(100));
        assertThat(isThere(snapshot)).isTrue();
        pass(Duration.ofSeconds(121));
        assertThat(isThere(snapshot)).isFalse();
    }

    @Test
    void oneIsOverAfterHalfAnHourHoweverOftenItIsReadFrom() {
        build(BOATS);
        var snapshot = engine.hold(List.of("boat-live"));
        for (var minute = 1; minute < 30; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(isThere(snapshot)).as("minute %d", minute).isTrue();
        }

        pass(Duration.ofMinutes(1));

        assertThat(isThere(snapshot)).isFalse();
    }

    @Test
    void whatWasHeldOrSearchedTogetherIsLetGo() throws IOException {
        try (var boats = new IndexInUse(new Generations(null), BOATS);
                var yards = new IndexInUse(new Generations(null), YARDS);
                var snapshots = new Snapshots(now::get)) {
            var before = references(boats);
            for (var i = 0; i < 3; i++) {
                try (var view = SearchView.of(List.of(boats, yards))) {
                    assertThat(view.searcher().getIndexReader().numDocs()).isZero();
                    assertThat(references(boats)).isGreaterThan(before);
                }
            }
            assertThat(references(boats)).as("after searches").isEqualTo(before);

            var released = snapshots.keep(BOTH, SearchView.of(List.of(boats, yards)));
            var forgotten = snapshots.keep(BOTH, SearchView.of(List.of(boats, yards)));
            try (var view = snapshots.view(released, BOTH)) {
                snapshots.release(released);
                assertThat(view.searcher().getIndexReader().numDocs())
                        .as("while it is read")
                        .isZero();
            }
            assertThat(snapshots.view(released, BOTH)).isNull();
            pass(Duration.ofMinutes(3));
            assertThat(snapshots.view(forgotten, BOTH)).isNull();
            assertThat(references(boats)).as("after snapshots").isEqualTo(before);
        }
    }

    private static int references(IndexInUse index) throws IOException {
        var searchers = index.current().searchers();
        var searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().getRefCount();
        } finally {
            searchers.release(searcher);
        }
    }

    private void build(IndexSchema schema) {
        engine.open(schema);
        try (var build = engine.rebuild(schema)) {
            build.finish(0);
        }
        engine.apply(
                schema.index(),
                new IndexBatch(List.of(new IndexDocument("a", 1, Map.of("topic", List.of("wood")))), List.of(), 0));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private boolean isThere(String snapshot) {
        var request = SearchRequest.of(new Query.All(), 1).in(snapshot);
        return engine.search(List.of("boat-live"), request).snapshot() != null;
    }
}
