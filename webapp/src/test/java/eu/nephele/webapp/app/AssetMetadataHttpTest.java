package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of an uploaded file, read and corrected over HTTP, by a server with a real worker process. */
class AssetMetadataHttpTest extends ServerTest {

    @Test
    void aFilmsDurationIsThereSoonAfterTheUploadAndCanBeCorrected() throws Exception {
        var id = upload("film.mp4");
        var read = awaitRead(id);

        assertThat(read.json().at("/metadata/duration").asDouble()).isEqualTo(3.0);
        assertThat(read.json().at("/metadata/width").asInt()).isEqualTo(320);
        assertThat(read.json().at("/metadata/videoCodec").asString()).isEqualTo("h264");

        var corrected = server.admin(
                "PATCH",
                "/.rest/editor/v1/assets/" + id,
                "{\"metadata\": {\"duration\": 2.75}, \"properties\": {\"licence\": \"CC0-1.0\", \"alt_sl\": \"Vzorec\", \"creator\": [\"Sample\"]}}",
                "If-Match",
                read.header("ETag"));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.json().at("/metadata/duration").asDouble()).isEqualTo(2.75);
        assertThat(corrected.json().at("/extracted/duration").asDouble()).isEqualTo(3.0);
        assertThat(corrected.json().at("/properties/alt_sl").asString()).isEqualTo("Vzorec");

        var stale = server.admin(
                "PATCH",
                "/.rest/editor/v1/assets/" + id,
                "{\"metadata\": {\"width\": 1}}",
                "If-Match",
                read.header("ETag"));
        assertThat(stale.status()).isEqualTo(409);
    }

    @Test
    void mistakesAreNamedAndStrangersSeeNothing() throws Exception {
        var id = upload("drawing.png");
        var path = "/.rest/editor/v1/assets/" + id;

        assertThat(server.admin("PATCH", path, "{\"metadata\": {\"pages\": \"many\"}}")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("metadata.pages");
        assertThat(server.admin("PATCH", path, "{\"properties\": {\"alt_xx\": \"x\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(server.admin("PATCH", path, "{\"meta\": {}}").status()).isEqualTo(400);
        assertThat(server.get(path).status()).isEqualTo(401);
        assertThat(server.admin("GET", "/.rest/editor/v1/assets/00000000-0000-4000-8000-000000000000", "")
                        .status())
                .isEqualTo(404);
    }

    private String upload(String name) throws Exception {
        try (var content = getClass().getResourceAsStream("/media/" + name)) {
            var uploaded = server.upload(name, content.readAllBytes());
            assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
            return uploaded.json().get("@id").asString();
        }
    }

    private Answer awaitRead(String id) throws IOException, InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var read = server.admin("GET", "/.rest/editor/v1/assets/" + id, "");
            if (!read.json().get("extraction").asString().equals("pending")
                    || Instant.now().isAfter(end)) {
                assertThat(read.json().get("extraction").asString())
                        .as(read.text())
                        .isEqualTo("done");
                return read;
            }
            Thread.sleep(50);
        }
    }
}
