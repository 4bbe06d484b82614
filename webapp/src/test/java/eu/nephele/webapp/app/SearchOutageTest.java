package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.search.elasticsearch.DevelopmentServer;
import eu.nephele.platform.search.elasticsearch.TestingElasticsearch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on a real Elasticsearch: what readers and editors see while it is gone, and when it is back. */
class SearchOutageTest {

    private static final String FACETS = "/.rest/delivery/articles?country=AT&facets=country";
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void withoutTheSearchEngineOnlySearchingIsMissing() throws Exception {
        var search = startSearch(0);
        var port = search.uri().getPort();
        try (var server = TestingApplication.start(folder.resolve("data"), settings(search))) {
            publish(server, "before");
            awaitTotal(server, 1);

            search.kill();
            assertUnavailable(server);
            assertThat(isReachable(server))
                    .as("the status tells what visitors see")
                    .isFalse();
            publish(server, "meanwhile");
            assertThat(server.get("/.rest/delivery/articles/meanwhile").status())
                    .as("what is read by its path is there at once")
                    .isEqualTo(200);

            search = startSearch(port);
            awaitTotal(server, 2);
            var verified = server.admin("POST", "/.rest/ops/index/verify", "");
            assertThat(verified.json().get("whole").asBoolean())
                    .as(verified.text())
                    .isTrue();
            awaitReachable(server);
            search.kill();
        }
        startsAllTheSame(search);
    }

    /** The engine is looked after every two seconds while it is in doubt. */
    private static void awaitReachable(TestingApplication server) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isReachable(server)) {
            assertThat(System.nanoTime()).as("still not reachable").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static boolean isReachable(TestingApplication server) throws Exception {
        return server.admin("GET", "/.rest/ops/status", "")
                .json()
                .get("searchReachable")
                .asBoolean();
    }

    private void startsAllTheSame(DevelopmentServer gone) throws Exception {
        try (var server = TestingApplication.start(folder.resolve("data"), settings(gone))) {
            assertThat(server.get("/.rest/delivery/articles/meanwhile").status())
                    .isEqualTo(200);
            assertUnavailable(server);
            var list = server.admin("GET", ENTRIES + "article?q=wood", "");
            assertThat(list.status()).isEqualTo(503);
            assertThat(list.json().get("detail").asString())
                    .as("editors are not told where the search server is")
                    .startsWith("Searching is not possible at the moment");
            var refused = server.admin("POST", "/.rest/ops/index/verify", "");
            assertThat(refused.status()).isEqualTo(503);
        }
    }

    @Test
    void verifyingIsForAdministrators() throws Exception {
        try (var server = TestingApplication.start(folder.resolve("data"))) {
            assertThat(server.send(server.request("POST", "/.rest/ops/index/verify", ""))
                            .status())
                    .isEqualTo(401);
            var verified = server.admin("POST", "/.rest/ops/index/verify?repair=true", "");
            assertThat(verified.status()).isEqualTo(200);
            assertThat(verified.json().get("indexes").findValuesAsString("outcome"))
                    .isNotEmpty()
                    .containsOnly("WHOLE");
            assertThat(server.admin("POST", "/.rest/ops/index/verify?fast=true", "")
                            .status())
                    .isEqualTo(400);
        }
    }

    private DevelopmentServer startSearch(int port) {
        return DevelopmentServer.start(TestingElasticsearch.home(), folder.resolve("search"), port);
    }

    private static String[] settings(DevelopmentServer search) {
        return List.of(
                        "--nephele.sample-content=false",
                        "--nephele.search.engine=elasticsearch",
                        "--nephele.search.elasticsearch.uris=" + search.uri(),
                        "--nephele.search.elasticsearch.index-prefix=outage")
                .toArray(String[]::new);
    }

    private static void publish(TestingApplication server, String name) throws Exception {
        var body = "{\"@name\":\"%s\",\"title\":\"Wood\",\"country\":\"AT\"}".formatted(name);
        var id = server.admin("POST", ENTRIES + "article", body)
                .json()
                .get("@id")
                .asString();
        var published = server.admin("POST", ENTRIES + "article/" + id + "/publish", "");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private static void assertUnavailable(TestingApplication server) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 5; i++) {
            var start = System.nanoTime();
            var answer = server.get(FACETS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_MOST);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            statuses.add(answer.status());
        }
        assertThat(statuses).containsOnly(503);
    }

    private static void awaitTotal(TestingApplication server, int total) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = server.get(FACETS);
            if (answer.status() == 200 && answer.json().get("total").asInt() == total) {
                return;
            }
            assertThat(System.nanoTime()).as(answer.text()).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
