package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine.IdAndRevision;
import eu.nephele.api.search.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that has room for little at once turns writes away with 429: they go out again, later and in smaller requests. */
class BackPressureTest {

    private static final String INDEX = "champion-live";
    private static final IndexSchema SCHEMA = new IndexSchema(INDEX, Map.of("text", FieldKind.TOKENS), 1);
    private static final int DOCUMENTS = 1_200;
    private static final int BATCH = 200;

    /** One batch is about 400 kB. */
    private static final String LIMIT = "150kb";

    private static final int TOO_MANY_REQUESTS = 429;

    @TempDir
    Path folder;

    private DevelopmentServer server;
    private TestingFront front;
    private ElasticsearchSearchEngine engine;

    @BeforeEach
    void start() throws Exception {
        server = DevelopmentServer.start(
                TestingElasticsearch.home(), folder, "-Dsetting.indexing_pressure.memory.limit=" + LIMIT);
        front = TestingFront.open(server.uri());
        engine = new ElasticsearchSearchEngine(ElasticsearchSettings.of(front.uri(), "pressed"));
        engine.open(SCHEMA);
    }

    @AfterEach
    void stop() {
        engine.close();
        front.close();
        server.close();
    }

    @Test
    void nothingIsLostOrDoubledWhenRebuildAndChangesAreTurnedAway() throws Exception {
        try (var build = engine.rebuild(SCHEMA);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = threads.submit(() -> {
                for (var from = 0; from < DOCUMENTS; from += 2 * BATCH) {
                    engine.apply(INDEX, new IndexBatch(documents(from, BATCH, 2), List.of(), from + BATCH));
                }
            });
            for (var from = 0; from < DOCUMENTS; from += BATCH) {
                build.add(documents(from, BATCH, 1));
            }
            changes.get();
            build.finish(DOCUMENTS);
        }

        var refused = front.passed().stream()
                .filter(request -> request.status() == TOO_MANY_REQUESTS)
                .count();
        assertThat(refused).as("requests that the server turned away").isPositive();
        assertThat(engine.search(List.of(INDEX), SearchRequest.of(new Query.All(), 1))
                        .total())
                .isEqualTo(DOCUMENTS);
        assertThat(engine.revisions(INDEX, "", DOCUMENTS + 1))
                .extracting(IdAndRevision::revision)
                .hasSize(DOCUMENTS)
                .containsOnly(1L, 2L)
                .satisfies(revisions -> assertThat(revisions.stream().filter(revision -> revision == 2))
                        .as("changed while it was rebuilt")
                        .hasSize(DOCUMENTS / 2));
        assertThat(engine.position(INDEX)).isEqualTo(DOCUMENTS);
    }

    @Test
    void whatIsTurnedAwayIsSentAgainLaterAndLater() {
        engine.apply(INDEX, new IndexBatch(documents(0, BATCH, 1), List.of(), 1));

        var sent = front.passed().stream()
                .filter(request -> request.path().endsWith("/_bulk"))
                .toList();
        assertThat(sent.getFirst().status()).isEqualTo(TOO_MANY_REQUESTS);
        var second = sent.get(1).nanos() - sent.getFirst().nanos();
        assertThat(TimeUnit.NANOSECONDS.toMillis(second))
                .as("ms before the second attempt")
                .isGreaterThanOrEqualTo(100);
        assertThat(sent).as("a few attempts, each in half the size").hasSizeLessThan(30);
        assertThat(engine.revisions(INDEX, "", BATCH + 1)).hasSize(BATCH);
    }

    private static List<IndexDocument> documents(int from, int count, long revision) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new IndexDocument(
                        "d%05d".formatted(number),
                        revision,
                        Map.of("text", List.of("wood%d ".formatted(number).repeat(250)))))
                .toList();
    }
}
