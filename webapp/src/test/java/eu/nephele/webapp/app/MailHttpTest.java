package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mention on its way to a mailbox, with a mail server that is away at first and a restart in between. */
class MailHttpTest {

    private static final String EDITOR = "/.rest/editor/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void aMentionWaitsForTheMailServerSurvivesARestartAndArrivesOnce(@TempDir Path data) throws Exception {
        var setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var mail = new GreenMail(setup);
        String password;
        String entry;
        try (var server = start(data, setup.getPort())) {
            var ben = server.admin(
                    "POST",
                    EDITOR + "users",
                    "{\"name\":\"ben\",\"fullName\":\"Ben Sample\",\"email\":\"ben@example.org\",\"roles\":[\"superuser\"]}");
            password = ben.json().get("password").asString();
            assertThat(server.as("ben", password, "PUT", EDITOR + "notifications/preferences", "{\"language\":\"de\"}")
                            .json())
                    .isEqualTo(
                            json(
                                    "{\"mail\":\"immediately\",\"language\":\"de\",\"available\":true,\"address\":\"ben@example.org\",\"daily\":\"07:00\"}"));
            assertThat(server.as("ben", password, "PUT", EDITOR + "notifications/preferences", "{\"language\":\"xx\"}")
                            .status())
                    .isEqualTo(400);
            entry = server.admin("POST", TestingApplication.ENTRIES + "article", "{\"title\":\"Spoons\"}")
                    .json()
                    .get("@id")
                    .asString();
            var said = server.admin(
                    "POST",
                    TestingApplication.ENTRIES + "article/" + entry + "/comments",
                    "{\"text\":\"Right, @ben?\",\"field\":\"title\"}");
            assertThat(said.status()).isEqualTo(201);

            var notified = server.as("ben", password, "GET", EDITOR + "notifications", "")
                    .json();
            assertThat(notified.get("unread").asInt()).isEqualTo(1);
            assertThat(notified.at("/titles/" + entry).asString()).isEqualTo("Spoons");
            await(() -> status(server).path("lastFailure").isString());
            assertThat(status(server).get("waiting").asInt()).isEqualTo(1);
        }
        mail.start();
        try (var server = start(data, setup.getPort())) {
            await(() -> mail.getReceivedMessages().length == 1);
            await(() -> status(server).get("waiting").asInt() == 0);
            var letter = mail.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("admin hat Sie in einem Kommentar zu „Spoons“ erwähnt");
            assertThat(letter.getAllRecipients()[0].toString()).isEqualTo("Ben Sample <ben@example.org>");

            server.as("ben", password, "PUT", EDITOR + "notifications/preferences", "{\"mail\":\"none\"}");
            server.admin(
                    "POST",
                    TestingApplication.ENTRIES + "article/" + entry + "/comments",
                    "{\"text\":\"Again, @ben\"}");
            assertThat(status(server).get("waiting").asInt()).isZero();
            assertThat(server.as("ben", password, "PUT", EDITOR + "notifications/read", "")
                            .status())
                    .isEqualTo(204);
            assertThat(server.as("ben", password, "GET", EDITOR + "notifications", "")
                            .json()
                            .get("unread")
                            .asInt())
                    .isZero();
        } finally {
            mail.stop();
        }
        assertThat(List.of(mail.getReceivedMessages())).hasSizeLessThanOrEqualTo(1);
    }

    private static TestingApplication start(Path data, int port) throws IOException, InterruptedException {
        return TestingApplication.start(
                data,
                "--nephele.mail.host=127.0.0.1",
                "--nephele.mail.port=" + port,
                "--nephele.mail.security=none",
                "--nephele.mail.from=Nephele <nephele@example.org>",
                "--nephele.mail.editor-url=https://cms.example.org/");
    }

    private static JsonNode status(TestingApplication server) throws IOException, InterruptedException {
        return server.admin("GET", "/.rest/ops/status", "").json().get("mail");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
