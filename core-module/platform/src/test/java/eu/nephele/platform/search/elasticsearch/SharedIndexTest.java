package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that share an index, of which one writes it. */
class SharedIndexTest {

    private static final String INDEX = "champion-live";
    private static final IndexSchema SCHEMA = new IndexSchema(INDEX, Map.of("topic", FieldKind.KEYWORD), 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String prefix = TestingElasticsearch.newPrefix();
    private final SearchEngine writer = TestingElasticsearch.engine(prefix);
    private final SearchEngine reader = TestingElasticsearch.engine(prefix);

    @AfterEach
    void close() {
        writer.close();
        reader.close();
        TestingElasticsearch.forget(prefix, INDEX);
    }

    @Test
    void theOtherLearnsHowFarAnIndexIsThatWasBuiltAfterItOpenedThem() throws Exception {
        writer.open(SCHEMA);
        reader.open(SCHEMA);
        build(5);
        awaitPosition(5);

        apply("a", 7);
        awaitPosition(7);
        assertThat(found()).isEqualTo(1);

        build(8);
        awaitPosition(8);
        apply("b", 9);
        awaitPosition(9);
        assertThat(found()).isEqualTo(1);
    }

    @Test
    void aLookThatWasUnderWayWhileABuildEndedDoesNotBringTheOldIndexBack() throws Exception {
        try (var front = TestingFront.open(TestingElasticsearch.uri());
                var slow = new ElasticsearchSearchEngine(ElasticsearchSettings.of(front.uri(), prefix));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            build(writer, 5);
            var answer = front.hold("/_mapping");
            var look = threads.submit(() -> slow.position(INDEX));
            answer.awaitAnswer();
            build(slow, 7);
            answer.release();

            assertThat(look.get()).isEqualTo(7);
            apply(slow, "a", 8);
            assertThat(found()).as("written to the index that is in use").isEqualTo(1);
        }
    }

    private void build(long position) {
        build(writer, position);
    }

    private static void build(SearchEngine engine, long position) {
        try (var build = engine.rebuild(SCHEMA)) {
            build.finish(position);
        }
    }

    private void apply(String id, long position) {
        apply(writer, id, position);
    }

    private static void apply(SearchEngine engine, String id, long position) {
        engine.apply(
                INDEX,
                new IndexBatch(
                        List.of(new IndexDocument(id, position, Map.of("topic", List.of("wood")))),
                        List.of(),
                        position));
    }

    private long found() {
        return reader.search(List.of(INDEX), SearchRequest.of(new Query.All(), 1))
                .total();
    }

    private void awaitPosition(long position) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (reader.position(INDEX) != position) {
            assertThat(System.nanoTime()).as("at " + reader.position(INDEX)).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
