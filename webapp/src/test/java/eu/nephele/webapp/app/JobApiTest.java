package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bulk action over HTTP. */
class JobApiTest extends ServerTest {

    private static final String JOBS = "/.rest/editor/v1/jobs";

    @Test
    void manyEntriesArePublishedInTheBackgroundAndTakenBack() throws Exception {
        for (var number : IntStream.range(0, 30).toArray()) {
            server.admin("POST", ENTRIES + "article", "{\"title\":\"Bulk %d\",\"country\":\"AT\"}".formatted(number));
        }
        var request =
                "{\"contentType\":\"article\",\"action\":\"publish\",\"selection\":{\"filters\":[\"country:eq:AT\"]}}";

        assertThat(server.admin("POST", JOBS + "/preview", request)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(30);
        var started = server.admin("POST", JOBS, request);
        assertThat(started.status()).isEqualTo(202);
        var job = JOBS + "/" + started.json().get("id").asString();
        awaitState(job, "finished");
        assertThat(server.get("/.rest/delivery/articles/bulk-7").status()).isEqualTo(200);
        var results = server.admin("GET", job + "/rows", "").json().get("rows").findValuesAsString("result");
        assertThat(results.stream().collect(Collectors.toSet())).containsExactly("done");

        assertThat(server.admin("POST", job + "/undo", "").status()).isEqualTo(202);
        awaitState(job, "undone");
        assertThat(server.get("/.rest/delivery/articles/bulk-7").status()).isEqualTo(404);
        assertThat(server.admin("POST", JOBS, "{\"contentType\":\"article\",\"action\":\"burn\"}")
                        .status())
                .isEqualTo(400);
    }

    private void awaitState(String job, String state) throws Exception {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!server.admin("GET", job, "").json().get("state").asString().equals(state)) {
            assertThat(System.nanoTime())
                    .as(server.admin("GET", job, "").text())
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
