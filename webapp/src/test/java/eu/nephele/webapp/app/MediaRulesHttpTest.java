package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.media.TestingScanner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The way of a file from its upload to readers, with all that may stand in it, through a whole server. */
class MediaRulesHttpTest {

    private static final String ASSETS = "/.rest/editor/v1/assets";
    private static final byte[] PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>".getBytes(StandardCharsets.UTF_8);

    @Test
    void readersGetAFileWhenTheScannerHasFoundItCleanAndAnEntryIsPublishedNoSooner(@TempDir Path data)
            throws Exception {
        var scanner = TestingScanner.onPort(0);
        var port = scanner.port();
        scanner.close();
        try (var server = start(data, "--nephele.media.virus-scan.address=tcp://127.0.0.1:" + port)) {
            var asset = upload(server, "cover.svg", PICTURE);
            var id = asset.get("@id").asString();
            assertThat(asset.get("scan").asString()).isEqualTo("pending");
            assertThat(server.get(asset.get("@link").asString()).status()).isEqualTo(404);
            awaitNote(server, id, "cannot be reached");

            var article = create(server, "{\"title\":\"Cover\",\"cover\":\"%s\"}".formatted(id));
            var early = publish(server, article);
            assertThat(early.status()).isEqualTo(400);
            assertThat(early.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("cover");
            assertThat(early.text()).contains("held back until it has been scanned for viruses");

            try (var back = TestingScanner.onPort(port)) {
                var ill = upload(server, "ill.txt", "a VIRUS".getBytes(StandardCharsets.UTF_8));
                var details = awaitScan(server, ill.get("@id").asString(), "infected");
                assertThat(details.get("scanNote").asString()).isEqualTo("Infected: Test.Virus");
                assertThat(server.get(ill.get("@link").asString()).status()).isEqualTo(404);
                assertThat(awaitScan(server, id, "clean").get("live").asBoolean())
                        .isTrue();
                assertThat(server.get(asset.get("@link").asString()).status()).isEqualTo(200);
                assertThat(back.sizes()).hasSize(2);
            }
            var notifications =
                    server.admin("GET", "/.rest/editor/v1/notifications", "").text();
            assertThat(notifications).contains("file.quarantine", "/ill.txt", "Test.Virus");

            var published = publish(server, article);
            assertThat(published.status()).as(published.text()).isEqualTo(200);
            assertThat(published.json().get("warnings").toString()).contains("altText", "no alternative text");
            var report = server.admin(
                            "GET", TestingApplication.ENTRIES + "article/" + article + "/publication-check", "")
                    .json();
            assertThat(report.get("publishable").asBoolean()).isTrue();
            assertThat(report.get("findings").get(0).get("severity").asString()).isEqualTo("warning");
        }
    }

    @Test
    void theFilesOfAnOrganisationHaveRoomUpToItsQuota(@TempDir Path data) throws Exception {
        try (var server = start(data, "--nephele.media.quotas.drava=100KB")) {
            var made = server.admin("POST", "/.rest/editor/v1/users", """
                    {"name":"mira","roles":["superuser"],"organisations":["drava"]}
                    """);
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            var password = made.json().get("password").asString();
            var mira = TestingApplication.basic("mira", password);

            var begun = server.send(server.request(
                    "POST",
                    "/.rest/editor/v1/uploads",
                    "",
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Length",
                    "102401",
                    "Authorization",
                    mira));
            assertThat(begun.status()).as(begun.text()).isEqualTo(413);
            assertThat(begun.json().get("code").asString()).isEqualTo("quota-exceeded");
            assertThat(begun.json().get("detail").asString()).contains("The files of drava take 0 of 102,400 bytes");

            var start = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n";
            var form = start + "x".repeat(60 * 1024) + "\r\n--frontier--\r\n";
            var sent = new String[] {"Content-Type", "multipart/form-data; boundary=frontier", "Authorization", mira};
            assertThat(server.send(server.request("POST", ASSETS, form, sent)).status())
                    .isEqualTo(201);
            assertThat(server.send(server.request("POST", ASSETS, form, sent)).status())
                    .isEqualTo(413);
            var room = server.as("mira", password, "GET", ASSETS + "/quota", "").json();
            assertThat(room.get("used").asInt()).isEqualTo(60 * 1024);
            assertThat(room.get("allowed").asInt()).isEqualTo(100 * 1024);
            assertThat(server.admin("GET", ASSETS + "/quota", "").text()).isEqualTo("{}");
        }
    }

    @Test
    void filesFromBeforeAScannerWasAskedAreScannedWhenItIs(@TempDir Path data) throws Exception {
        String ill;
        String link;
        try (var server = start(data, "--nephele.media.virus-scan.address=")) {
            var asset = upload(server, "ill.txt", "a VIRUS".getBytes(StandardCharsets.UTF_8));
            ill = asset.get("@id").asString();
            link = asset.get("@link").asString();
            assertThat(server.get(link).status()).isEqualTo(200);
            assertThat(server.admin("GET", "/.rest/ops/status", "").json().get("virusScan"))
                    .isNull();
        }
        try (var scanner = TestingScanner.onPort(0);
                var server = start(data, "--nephele.media.virus-scan.address=" + scanner.address())) {
            awaitScan(server, ill, "infected");

            assertThat(server.get(link).status()).isEqualTo(404);
            assertThat(server.admin("GET", "/.rest/ops/status", "")
                            .json()
                            .get("virusScan")
                            .toString())
                    .isEqualTo("{\"reachable\":true,\"waiting\":0,\"unscanned\":0}");
        }
    }

    private static TestingApplication start(Path data, String setting) throws Exception {
        return TestingApplication.start(data, "--nephele.sample-content=false", setting);
    }

    private static JsonNode upload(TestingApplication server, String name, byte[] content) throws Exception {
        var answer = server.upload(name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String create(TestingApplication server, String properties) throws Exception {
        var created = server.admin("POST", TestingApplication.ENTRIES + "article", properties);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("@id").asString();
    }

    private static TestingApplication.Answer publish(TestingApplication server, String id) throws Exception {
        return server.admin("POST", TestingApplication.ENTRIES + "article/" + id + "/publish", "{}");
    }

    private static void awaitNote(TestingApplication server, String id, String words) throws Exception {
        await(
                server,
                id,
                details -> details.has("scanNote")
                        && details.get("scanNote").asString().contains(words));
    }

    private static JsonNode awaitScan(TestingApplication server, String id, String state) throws Exception {
        return await(server, id, details -> details.get("scan").asString().equals(state));
    }

    private static JsonNode await(
            TestingApplication server, String id, java.util.function.Predicate<JsonNode> condition) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        var details = server.admin("GET", ASSETS + "/" + id, "").json();
        while (!condition.test(details) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            details = server.admin("GET", ASSETS + "/" + id, "").json();
        }
        assertThat(condition.test(details)).as(details.toString()).isTrue();
        return details;
    }
}
