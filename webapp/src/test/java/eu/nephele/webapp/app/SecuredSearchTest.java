package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.search.elasticsearch.TestingAuthority;
import eu.nephele.platform.search.elasticsearch.TestingElasticsearch;
import eu.nephele.platform.search.elasticsearch.TestingFront;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on a real Elasticsearch behind TLS, which does not accept its key at first. */
class SecuredSearchTest {

    private static final String FACETS = "/.rest/delivery/articles?country=AT&facets=country";
    private static final String KEY = "a2V5LWlkOmtleS1zZWNyZXQ=";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void withARefusedKeyEverythingButSearchingWorksAndSearchingFollowsOnceItIsAccepted() throws Exception {
        var authority = new TestingAuthority(folder.resolve("authority"), "authority");
        try (var front = TestingFront.secured(TestingElasticsearch.uri(), authority.identity("ip:127.0.0.1"))
                        .acceptingApiKey("c29tZTpvdGhlcg==");
                var server = TestingApplication.start(
                        folder.resolve("data"),
                        "--nephele.sample-content=false",
                        "--nephele.search.engine=elasticsearch",
                        "--nephele.search.elasticsearch.uris=" + front.uri(),
                        "--nephele.search.elasticsearch.api-key=" + KEY,
                        "--nephele.search.elasticsearch.ca-certificate=" + authority.certificate(),
                        "--nephele.search.elasticsearch.index-prefix=" + TestingElasticsearch.newPrefix())) {
            publish(server, "meanwhile");
            assertThat(server.get("/.rest/delivery/articles/meanwhile").status())
                    .isEqualTo(200);
            for (var i = 0; i < 5; i++) {
                var refused = server.get(FACETS);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("2");
                assertThat(refused.text())
                        .as("settings are none of a visitor's business")
                        .doesNotContain("api-key");
            }
            var status = server.admin("GET", "/.rest/ops/status", "").json();
            assertThat(status.get("searchReachable").asBoolean()).isFalse();
            assertThat(status.get("searchProblem").asString()).contains("nephele.search.elasticsearch.api-key");

            front.acceptingApiKey(KEY);
            await(server, () -> {
                var found = server.get(FACETS);
                return found.status() == 200 && found.json().get("total").asInt() == 1;
            });
            await(server, () -> {
                var verified = server.admin("POST", "/.rest/ops/index/verify", "");
                return verified.status() == 200 && verified.json().get("whole").asBoolean();
            });
        }
    }

    private static void publish(TestingApplication server, String name) throws Exception {
        var id = server.admin(
                        "POST",
                        ENTRIES + "article",
                        "{\"@name\":\"%s\",\"title\":\"Wood\",\"country\":\"AT\"}".formatted(name))
                .json()
                .get("@id")
                .asString();
        assertThat(server.admin("POST", ENTRIES + "article/" + id + "/publish", "")
                        .status())
                .isEqualTo(200);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(TestingApplication server, Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime())
                    .as(server.admin("GET", "/.rest/ops/status", "").text())
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }
}
