package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.platform.search.TestingIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server is killed, paused or robbed of its data while content is written: nothing is lost, nothing doubled. */
class ClusterFailureTest {

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> INDEX = List.of("champion-live");

    @TempDir
    Path folder;

    private DevelopmentServer server;
    private TestingIndexer indexing;
    private ElasticsearchSearchEngine engine;

    @BeforeEach
    void start() throws Exception {
        server = DevelopmentServer.start(TestingElasticsearch.home(), data());
        engine = new ElasticsearchSearchEngine(ElasticsearchSettings.of(server.uri(), "failing"));
        indexing = new TestingIndexer(engine);
        indexing.indexer().start();
        indexing.save("before");
        indexing.awaitIndexed(PATIENCE);
    }

    @AfterEach
    void stop() {
        indexing.close();
        server.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void aKilledServerIsMissedBySearchesAloneAndCatchesUp() throws Exception {
        var writing = indexing.writeInBackground();
        server.kill();

        assertUnavailableInTime();
        writing.awaitMore(20);
        restart();
        writing.awaitMore(20);
        writing.stop();

        indexing.awaitIndexed(PATIENCE);
        indexing.assertWhole();
    }

    @Test
    void aServerThatHangsIsGivenUpInTimeAndThenNotAskedForAWhile() throws Exception {
        var writing = indexing.writeInBackground();
        signal("STOP");
        try {
            for (var i = 0; i < 3; i++) {
                assertUnavailableInTime();
            }
            var start = System.nanoTime();
            assertUnavailableInTime();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
            writing.awaitMore(20);
        } finally {
            signal("CONT");
        }
        writing.stop();

        indexing.awaitIndexed(PATIENCE);
        indexing.assertWhole();
        assertThat(searchOnceAskedAgain()).isPositive();
    }

    @Test
    void aServerThatComesBackEmptyIsFilledAgain() throws Exception {
        var writing = indexing.writeInBackground();
        server.kill();
        deleteData();
        writing.awaitMore(10);
        restart();
        writing.awaitMore(10);
        writing.stop();

        indexing.awaitWhole(PATIENCE);
        assertThat(searchOnceAskedAgain()).isEqualTo(indexing.written());
    }

    @Test
    void aSnapshotIsOverWhenTheServerWasStartedAnew() throws Exception {
        var snapshot = engine.hold(INDEX);
        assertThat(inSnapshot(snapshot).snapshot()).isNotNull();
        server.kill();
        restart();
        searchOnceAskedAgain();

        var page = inSnapshot(snapshot);

        assertThat(page.snapshot()).isNull();
        assertThat(page.total()).isEqualTo(1);
    }

    private SearchResult inSnapshot(String snapshot) {
        return engine.search(INDEX, SearchRequest.of(new Query.All(), 1).in(snapshot));
    }

    @Test
    void whatDiffersIsFoundAndPutRight() throws Exception {
        indexing.save("lost");
        indexing.save("old");
        indexing.awaitIndexed(PATIENCE);
        indexing.damage();

        assertThat(indexing.differences()).isEqualTo("1 missing, 1 outdated, 1 surplus");
        indexing.indexer().verify(true);

        indexing.assertWhole();
    }

    @Test
    void withoutAServerAtTheStartEverythingButSearchingWorks() throws Exception {
        indexing.close();
        var port = server.uri().getPort();
        server.kill();
        engine = new ElasticsearchSearchEngine(ElasticsearchSettings.of(server.uri(), "later"));
        indexing = new TestingIndexer(engine);

        indexing.indexer().start();
        indexing.save("meanwhile");
        assertThat(indexing.indexer().isReachable()).isFalse();
        assertUnavailableInTime();

        server = DevelopmentServer.start(TestingElasticsearch.home(), data(), port);
        indexing.awaitWhole(PATIENCE);
        assertThat(searchOnceAskedAgain()).isEqualTo(1);
    }

    private void assertUnavailableInTime() {
        var start = System.nanoTime();
        assertThatThrownBy(this::search)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SEARCH_UNAVAILABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_MOST);
    }

    /** Searches are refused for a while after a server did not answer, also when it does again. */
    private long searchOnceAskedAgain() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return search();
            } catch (PlatformException refused) {
                if (System.nanoTime() > deadline) {
                    throw refused;
                }
                Thread.sleep(100);
            }
        }
    }

    private long search() {
        return engine.search(INDEX, SearchRequest.of(new Query.All(), 1)).total();
    }

    private void restart() {
        server = DevelopmentServer.start(
                TestingElasticsearch.home(), data(), server.uri().getPort());
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, "" + server.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    private void deleteData() throws IOException {
        try (var paths = Files.walk(data())) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
