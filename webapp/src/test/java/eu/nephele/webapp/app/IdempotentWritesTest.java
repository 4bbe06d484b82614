package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write with a key happens once, whatever the network does. */
class IdempotentWritesTest extends ServerTest {

    private static final String AUTHORS = ENTRIES + "author";

    private static TestingApplication.Answer create(TestingApplication server, String key, String body)
            throws Exception {
        return server.admin("POST", AUTHORS, body, "Idempotency-Key", key);
    }

    @Test
    void theSameRequestAgainIsAnsweredAsBeforeAndDoneOnce() throws Exception {
        var first = create(server, "k1", "{\"name\":\"Once Only\"}");
        var second = create(server, "k1", "{\"name\":\"Once Only\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherRequestWithTheKeyIsRefusedAndAnotherKeyIsAnotherWrite() throws Exception {
        var first = create(server, "k2", "{\"name\":\"Two\"}");

        var other = create(server, "k2", "{\"name\":\"Three\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(create(server, "k3", "{\"name\":\"Two\"}").json().get("@id"))
                .isNotEqualTo(first.json().get("@id"));
        assertThat(create(server, "x".repeat(201), "{}").status()).isEqualTo(400);
    }

    @Test
    void aRefusalIsRepeatedToo() throws Exception {
        assertThat(create(server, "k4", "{\"nome\":\"x\"}").status()).isEqualTo(400);
        assertThat(create(server, "k4", "{\"nome\":\"x\"}").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void manyAtOnceAreOneWrite() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> create(server, "k5", "{\"name\":\"Crowd\"}")))
                    .toList();
            var locations = new java.util.TreeSet<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
                locations.add(answer.get().header("Location"));
            }
            locations.remove("");
            assertThat(locations).hasSize(1);
        }
    }

    @Test
    void theAnswerIsKeptOverARestart(@TempDir Path data) throws Exception {
        String first;
        try (var before = TestingApplication.start(data)) {
            first = create(before, "k", "{\"name\":\"Kept\"}").text();
        }
        try (var after = TestingApplication.start(data)) {
            assertThat(create(after, "k", "{\"name\":\"Kept\"}").text()).isEqualTo(first);
        }
    }
}
