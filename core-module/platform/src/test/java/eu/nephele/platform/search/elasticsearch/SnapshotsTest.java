package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots as points in time of the cluster, between nodes and as time passes. */
class SnapshotsTest {

    private static final String INDEX = "champion-live";
    private static final IndexSchema SCHEMA = new IndexSchema(INDEX, Map.of("topic", FieldKind.KEYWORD), 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String prefix = TestingElasticsearch.newPrefix();
    private Instant now = Instant.now();
    private final SearchEngine one = engine();
    private final SearchEngine another = engine();

    private SearchEngine engine() {
        return new ElasticsearchSearchEngine(ElasticsearchSettings.of(TestingElasticsearch.uri(), prefix), () -> now);
    }

    @BeforeEach
    void fill() {
        one.open(SCHEMA);
        another.open(SCHEMA);
        try (var build = one.rebuild(SCHEMA)) {
            build.add(List.of(document("a"), document("b"), document("c"), document("d")));
            build.finish(0);
        }
    }

    @AfterEach
    void close() {
        one.close();
        another.close();
        TestingElasticsearch.forget(prefix, INDEX);
    }

    @Test
    void anotherNodeGoesOnWithIt() {
        var first = page(one, 2, null, one.hold(List.of(INDEX)));
        one.apply(INDEX, new IndexBatch(List.of(), List.of(new IndexBatch.Deletion("c", 9)), 0));

        var second = page(another, 9, first.hits().getLast().cursor(), first.snapshot());

        assertThat(second.hits().stream().map(SearchResult.Hit::id)).containsExactly("c", "d");
        assertThat(second.total()).isEqualTo(4);
    }

    @Test
    void oneIsOverAfterHalfAnHour() {
        var snapshot = one.hold(List.of(INDEX));
        now = now.plus(Duration.ofMinutes(29));
        assertThat(page(one, 2, null, snapshot).snapshot()).isNotNull();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(page(one, 2, null, snapshot).snapshot()).isNull();
    }

    @Test
    void theClusterHoldsNothingMoreForOneThatWasReleased() throws Exception {
        var before = held();
        var snapshot = one.hold(List.of(INDEX));
        assertThat(held()).isEqualTo(before + 1);

        one.release(snapshot);

        var until = System.nanoTime() + PATIENCE.toNanos();
        while (held() > before && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void noneIsHeldOfSoManyIndexesThatItsNameWouldNotGoIntoAnAddress() throws Exception {
        // Few, but of names that cannot be packed.
        var random = new Random(1);
        var many = new ArrayList<String>();
        for (var i = 0; i < 14; i++) {
            many.add(random.ints(180, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
            one.open(new IndexSchema(many.getLast(), SCHEMA.fields(), 1));
            try (var build = one.rebuild(new IndexSchema(many.getLast(), SCHEMA.fields(), 1))) {
                build.finish(0);
            }
        }
        try {
            var before = held();

            assertThat(one.hold(many)).isNull();

            assertThat(held()).isEqualTo(before);
        } finally {
            many.forEach(one::drop);
        }
    }

    private static long held() throws Exception {
        var asked = HttpRequest.newBuilder(URI.create(
                        TestingElasticsearch.uri() + "/_nodes/stats/indices/search?filter_path=**.open_contexts"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared()
                    .readTree(answer)
                    .findValue("open_contexts")
                    .asLong();
        }
    }

    private static IndexDocument document(String id) {
        return new IndexDocument(id, 1, Map.of("topic", List.of("wood")));
    }

    private static SearchResult page(SearchEngine engine, int limit, String after, String snapshot) {
        return engine.search(
                List.of(INDEX),
                new SearchRequest(new Query.All(), Map.of(), List.of(), List.of(), 0, limit, after, true, snapshot));
    }
}
