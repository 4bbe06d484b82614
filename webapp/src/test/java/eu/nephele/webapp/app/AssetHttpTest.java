package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploading assets, and serving them whole, in parts, and never as something that runs. */
class AssetHttpTest extends ServerTest {

    private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);

    @Test
    void anUploadedFileIsServedAtOnceUnderItsIdAndAnyPath() throws Exception {
        var uploaded = server.upload("notes.txt", TEXT);
        assertThat(uploaded.status()).isEqualTo(201);
        var id = uploaded.json().get("@id").asString();
        assertThat(id).matches("jcr:[0-9a-f-]{36}");

        for (var path : new String[] {"", "/notes.txt", "/any/folder/name.png", "/notes.txt?v=2"}) {
            var served = server.get("/dam/" + id + path);
            assertThat(served.status()).as(path).isEqualTo(200);
            assertThat(served.response().body()).isEqualTo(TEXT);
        }
        assertThat(server.get(uploaded.json().get("@link").asString()).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(server.get("/dam/" + id + "/notes.txt?v=other").header("Cache-Control"))
                .isEqualTo("public, max-age=60, must-revalidate");
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws Exception {
        var link = link("known.txt", TEXT);
        var first = server.get(link);

        assertThat(server.get(link, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(server.get(link, "If-Modified-Since", first.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        assertThat(server.get(link, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0",
        "bytes=2-4, 234",
        "bytes=7-, 789",
        "bytes=-2, 89",
        "bytes=5-100, 56789",
        "bytes=-100, 0123456789"
    })
    void aRangeIsServedAlone(String range, String part) throws Exception {
        var served = server.get(link("range.txt", TEXT), "Range", range);

        assertThat(served.status()).isEqualTo(206);
        assertThat(served.text()).isEqualTo(part);
        assertThat(served.header("Content-Range")).endsWith("/10");
        assertThat(served.header("Content-Length")).isEqualTo(String.valueOf(part.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=4-2", "lines=1-2", "bytes=", "bytes=a-b", "bytes=0-1,3-4"})
    void aRangeThatCannotBeServedAloneGivesTheWholeFile(String range) throws Exception {
        var served = server.get(link("whole.txt", TEXT), "Range", range);

        assertThat(served.status()).isEqualTo(200);
        assertThat(served.response().body()).isEqualTo(TEXT);
    }

    @Test
    void aRangeBehindTheEndIsNotSatisfiable() throws Exception {
        var served = server.get(link("end.txt", TEXT), "Range", "bytes=10-");

        assertThat(served.status()).isEqualTo(416);
        assertThat(served.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(served.response().body()).isEmpty();
    }

    @Test
    void aRangeOfAnotherStateGivesTheWholeFile() throws Exception {
        var link = link("state.txt", TEXT);
        var etag = server.get(link).header("ETag");

        assertThat(server.get(link, "Range", "bytes=1-2", "If-Range", etag).status())
                .isEqualTo(206);
        assertThat(server.get(link, "Range", "bytes=1-2", "If-Range", "\"old\"").status())
                .isEqualTo(200);
        assertThat(server.get(link, "Range", "bytes=1-2", "If-Range", "W/" + etag)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
                "<?xml version=\"1.0\"?><x xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>alert(1)</h:script></x>"
            })
    void whatCouldRunInABrowserIsDownloadedAndSandboxed(String content) throws Exception {
        var served = server.get(link("innocent.png", content.getBytes(StandardCharsets.UTF_8)));

        assertThat(served.header("Content-Disposition")).startsWith("attachment");
        assertThat(served.header("Content-Security-Policy")).contains("sandbox");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Content-Type")).doesNotStartWith("image/png");
    }

    @Test
    void aVectorPictureIsShownWithoutItsScriptsAndInASandbox() throws Exception {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><g id=\"sign\"/></svg>";

        var served = server.get(link("sign.svg", svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(served.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(served.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(served.text()).contains("sign").doesNotContain("alert");
    }

    @Test
    void aReplacedFileIsServedUnderTheSameIdAndBrowsersThatHaveTheOldOneAskAgain() throws Exception {
        var before = server.upload("price.txt", "old".getBytes(StandardCharsets.UTF_8))
                .json();
        var id = before.get("@id").asString();
        var etag = server.get("/dam/" + id + "/price.txt").header("ETag");
        var body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"price.txt\"\r\n\r\nnew\r\n--b--\r\n";

        var replaced = server.admin(
                "POST",
                "/.rest/editor/v1/assets/" + id + "/file",
                body,
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(server.get("/dam/" + id + "/price.txt", "If-None-Match", etag)
                        .text())
                .isEqualTo("new");
        assertThat(replaced.json().get("@link").asString())
                .isNotEqualTo(before.get("@link").asString());
        assertThat(server.admin("DELETE", "/.rest/editor/v1/assets/" + id, "").status())
                .isEqualTo(204);
        assertThat(server.get("/dam/" + id + "/price.txt").status()).isEqualTo(404);
        assertThat(server.admin("GET", "/.rest/editor/v1/assets?trash=true", "").text())
                .contains(id);
        assertThat(server.admin("POST", "/.rest/editor/v1/assets/" + id + "/restore", "")
                        .json()
                        .get("live")
                        .asBoolean())
                .isTrue();
        assertThat(server.get("/dam/" + id + "/price.txt").text()).isEqualTo("new");
        var many = "{\"ids\": [\"%s\"], \"properties\": {\"licence\": \"CC0-1.0\"}}".formatted(id);
        assertThat(server.admin("PATCH", "/.rest/editor/v1/assets", many)
                        .json()
                        .at("/results/0/properties/licence")
                        .asString())
                .isEqualTo("CC0-1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..\\\\..\\\\boot.ini",
                "a%0d%0aSet-Cookie: x.txt",
                "x;y=z.txt",
                "žába \u202Etxt.exe",
                "...",
                ""
            })
    void hostileFileNamesReachNeitherPathsNorHeaders(String name) throws Exception {
        var uploaded = server.upload(name, TEXT);

        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        var path = uploaded.json().get("@path").asString();
        assertThat(path)
                .startsWith("/uploads/")
                .doesNotContain("..", "\\", "\u202E")
                .matches("(/[^/]+){4}");
        var served = server.get(uploaded.json().get("@link").asString());
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Set-Cookie")).isEmpty();
        assertThat(served.response().body()).isEqualTo(TEXT);
    }

    @Test
    void aFileAtTheLimitIsKeptAndALargerOneIsRefused() throws Exception {
        assertThat(server.upload("full.bin", new byte[1024 * 1024]).status()).isEqualTo(201);
        var refused = server.upload("over.bin", new byte[1024 * 1024 + 1]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("code").asString()).isEqualTo("too-large");
    }

    @Test
    void anUploadWithoutAFileIsRefused() throws Exception {
        var refused = server.admin(
                "POST",
                "/.rest/editor/v1/assets",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(server.upload("empty.txt", new byte[0]).status()).isEqualTo(400);
        assertThat(server.admin("POST", "/.rest/editor/v1/assets", "{}").status())
                .isBetween(400, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dam",
                "/dam/",
                "/dam/jcr:00000000-0000-4000-8000-000000000000/x",
                "/dam/jcr:nonsense",
                "/dam/../.rest/ops/status",
                "/dam/%2e%2e/x",
                "/dam/jcr:00000000-0000-4000-8000-000000000000%00"
            })
    void whatIsNoAssetIsNotFound(String path) throws Exception {
        assertThat(server.get(path).status()).isIn(400, 401, 404);
    }

    @Test
    void theMissingAssetIsToldAsJson() throws Exception {
        var missing = server.get("/dam/jcr:00000000-0000-4000-8000-000000000000/x.png");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().at("/error/code").asString()).isEqualTo("assetNotFound");
    }

    private String link(String name, byte[] content) throws Exception {
        Answer uploaded = server.upload(name, content);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        return uploaded.json().get("@link").asString();
    }
}
