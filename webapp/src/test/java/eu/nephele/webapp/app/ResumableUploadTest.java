package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that are interrupted, go on, or end: over the tus protocol, with a real server that is also stopped in between. */
class ResumableUploadTest {

    private static final String UPLOADS = "/.rest/editor/v1/uploads";

    @Test
    void anUploadBrokenOffGoesOnAtItsOffsetAfterARestartAndIsTheSameFile(@TempDir Path data) throws Exception {
        var content = noise(3_000_000, 1);
        String location;
        try (var server = start(data)) {
            location = begin(server, content.length, "film.bin", "");
            assertThat(append(server, location, 0, Arrays.copyOf(content, 1_000_000))
                            .header("Upload-Offset"))
                    .isEqualTo("1000000");
            breakOff(server, location, 1_000_000, Arrays.copyOfRange(content, 1_000_000, 2_500_000));
        }
        try (var server = start(data)) {
            var offset = offset(server, location);
            assertThat(offset).isBetween(1_000_000, 2_500_000);
            assertThat(append(server, location, offset - 1, new byte[10]).status())
                    .isEqualTo(409);

            var last = append(server, location, offset, Arrays.copyOfRange(content, offset, content.length));

            assertThat(last.status()).as(last.text()).isEqualTo(204);
            var asset = server.admin("GET", last.header("Content-Location"), "").json();
            assertThat(asset.get("size").asInt()).isEqualTo(content.length);
            assertThat(asset.get("contentHash").asString()).isEqualTo(hash(content));
            assertThat(server.get(asset.get("@link").asString()).response().body())
                    .isEqualTo(content);
            assertThat(server.admin("HEAD", location, "", "Tus-Resumable", "1.0.0")
                            .status())
                    .isEqualTo(404);
            assertThat(parts(data)).isZero();
        }
    }

    /** The library writes the offset down at the end of a part; a server that was killed, or stopped in a hurry, has not come to it. */
    @Test
    void bytesThatAKilledServerHadNoTimeToAccountForAreSentAgain(@TempDir Path data) throws Exception {
        var content = noise(3_000_000, 4);
        try (var server = start(data)) {
            var location = begin(server, content.length, "film.bin", "");
            append(server, location, 0, Arrays.copyOf(content, 1_000_000));
            Files.write(
                    data.resolve("media/uploads/uploads")
                            .resolve(location.substring(location.lastIndexOf('/') + 1))
                            .resolve("data"),
                    noise(700_000, 5),
                    StandardOpenOption.APPEND);

            assertThat(offset(server, location)).isEqualTo(1_000_000);
            var last = append(server, location, 1_000_000, Arrays.copyOfRange(content, 1_000_000, content.length));

            assertThat(last.status()).as(last.text()).isEqualTo(204);
            assertThat(server.admin("GET", last.header("Content-Location"), "")
                            .json()
                            .get("contentHash")
                            .asString())
                    .isEqualTo(hash(content));
        }
    }

    @Test
    void aLongPartIsAccountedForWhileItComes(@TempDir Path data) throws Exception {
        try (var server = TestingApplication.start(data, "--nephele.sample-content=false")) {
            var content = noise(20_000_000, 6);
            var location = begin(server, content.length, "film.bin", "");
            var info = data.resolve("media/uploads/uploads")
                    .resolve(location.substring(location.lastIndexOf('/') + 1))
                    .resolve("info");
            var atFirst = Files.readAllBytes(info);
            try (var socket = sendPart(server, location, 0, 20_000_000, Arrays.copyOf(content, 12_000_000))) {
                var end = Instant.now().plus(Duration.ofSeconds(30));
                while (Arrays.equals(Files.readAllBytes(info), atFirst)
                        && Instant.now().isBefore(end)) {
                    Thread.sleep(50);
                }
                assertThat(Files.readAllBytes(info)).isNotEqualTo(atFirst);
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void aSecondCopyIsToldOrReusedAndMistakesLeaveNothing(@TempDir Path data) throws Exception {
        try (var server = start(data)) {
            var content = noise(50_000, 2);
            var first = whole(server, content, "first.bin", "");
            assertThat(first.header("Nephele-Duplicate-Of")).isEmpty();

            var second = whole(server, content, "second.bin", "");
            assertThat(second.header("Nephele-Duplicate-Of")).startsWith("jcr:");
            assertThat(second.header("Content-Location")).isNotEqualTo(first.header("Content-Location"));
            var reused = whole(server, content, "third.bin", ",reuse " + base64("true"));
            assertThat(reused.header("Content-Location"))
                    .isIn(first.header("Content-Location"), second.header("Content-Location"));
            assertThat(server.admin("GET", "/.rest/editor/v1/assets?contentHash=" + hash(content), "")
                            .json()
                            .get("results"))
                    .hasSize(2);

            // A checksum that does not fit: the part is not taken, and can be sent again.
            var location = begin(server, content.length, "checked.bin", "");
            var wrong =
                    append(server, location, 0, content, "Upload-Checksum", "sha1 " + base64("not this one, surely"));
            assertThat(wrong.status()).isEqualTo(460);
            assertThat(wrong.json().get("detail").asString()).contains("damaged on the way", "sent again");
            assertThat(offset(server, location)).isZero();

            // Given up: the parts are gone at once.
            append(server, location, 0, Arrays.copyOf(content, 10_000));
            assertThat(server.admin("DELETE", location, "", "Tus-Resumable", "1.0.0")
                            .status())
                    .isEqualTo(204);
            assertThat(parts(data)).isZero();

            // Longer than announced, too large, in a folder that is none, without log-in.
            var longer = begin(server, 10, "longer.bin", "");
            var tooLong = append(server, longer, 0, new byte[20]);
            assertThat(tooLong.status()).isBetween(400, 413);
            assertThat(tooLong.json().get("detail").asString()).contains("exceeds the declared upload length 10");
            var tooLarge = post(server, 6_000_000, "large.bin", "");
            assertThat(tooLarge.status()).isEqualTo(413);
            assertThat(tooLarge.json().get("detail").asString()).contains("larger than allowed");
            assertThat(append(server, UPLOADS + "/none", 0, new byte[20])
                            .json()
                            .get("detail")
                            .asString())
                    .contains("no such upload");
            assertThat(server.send(server.request("POST", UPLOADS, "", "Tus-Resumable", "1.0.0", "Upload-Length", "5"))
                            .status())
                    .isEqualTo(401);
            var nowhere = begin(server, 5, "x.bin", ",folder " + base64("/../etc"));
            var refused = append(server, nowhere, 0, new byte[5]);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("invalid-value");
            server.admin("DELETE", longer, "", "Tus-Resumable", "1.0.0");
            assertThat(parts(data)).isZero();
        }
    }

    @Test
    void anUploadReplacesTheFileOfAnAsset(@TempDir Path data) throws Exception {
        try (var server = start(data)) {
            var before = server.admin(
                            "GET",
                            whole(server, noise(50_000, 5), "old.bin", "").header("Content-Location"),
                            "")
                    .json();
            var replaces = ",replaces " + base64(before.get("@id").asString());
            var content = noise(60_000, 6);

            var location = begin(server, content.length, "new.bin", replaces);
            append(server, location, 0, Arrays.copyOf(content, 20_000));
            var last = append(server, location, 20_000, Arrays.copyOfRange(content, 20_000, content.length));

            var after = server.admin("GET", last.header("Content-Location"), "").json();
            assertThat(after.get("@id")).isEqualTo(before.get("@id"));
            assertThat(after.get("@path")).isEqualTo(before.get("@path"));
            assertThat(after.get("fileName").asString()).isEqualTo("new.bin");
            assertThat(after.get("contentHash").asString()).isEqualTo(hash(content));
            assertThat(server.get(after.get("@link").asString()).response().body())
                    .isEqualTo(content);

            // Refused before anything is sent.
            assertThat(post(server, 10, "x.bin", ",replaces " + base64("jcr:00000000-0000-0000-0000-000000000000"))
                            .status())
                    .isEqualTo(404);
            assertThat(parts(data)).isZero();
        }
    }

    @Test
    void whatNobodyGoesOnWithIsGoneWithinAMinute(@TempDir Path data) throws Exception {
        try (var server = start(data, "--nephele.media.upload-patience=1s")) {
            var location = begin(server, 1_000_000, "left.bin", "");
            append(server, location, 0, noise(900_000, 3));
            assertThat(parts(data)).isPositive();

            var end = Instant.now().plus(Duration.ofSeconds(60));
            while (parts(data) > 0 && Instant.now().isBefore(end)) {
                Thread.sleep(500);
            }
            assertThat(parts(data)).isZero();
        }
    }

    private static TestingApplication start(Path data, String... more) throws IOException, InterruptedException {
        var settings = new java.util.ArrayList<>(java.util.List.of(more));
        settings.addAll(java.util.List.of("--nephele.media.max-file-size=5MB", "--nephele.sample-content=false"));
        return TestingApplication.start(data, settings.toArray(String[]::new));
    }

    private static Answer whole(TestingApplication server, byte[] content, String name, String more) throws Exception {
        return append(server, begin(server, content.length, name, more), 0, content);
    }

    private static String begin(TestingApplication server, int length, String name, String more) throws Exception {
        var begun = post(server, length, name, more);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.header("Location");
    }

    private static Answer post(TestingApplication server, int length, String name, String more) throws Exception {
        return server.admin(
                "POST",
                UPLOADS,
                "",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(length),
                "Upload-Metadata",
                "filename " + base64(name) + more);
    }

    private static Answer append(TestingApplication server, String location, int offset, byte[] part, String... headers)
            throws Exception {
        var request = server.request(
                "PATCH", location, "", "Tus-Resumable", "1.0.0", "Upload-Offset", Integer.toString(offset));
        request.header("Content-Type", "application/offset+octet-stream");
        request.header("Authorization", TestingApplication.basic("admin", "secret"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request.method("PATCH", BodyPublishers.ofByteArray(part)));
    }

    /** Announces all and sends a part, then the connection is gone. */
    private static void breakOff(TestingApplication server, String location, int offset, byte[] part) throws Exception {
        try (var socket = sendPart(server, location, offset, 2_000_000, part)) {
            Thread.sleep(300);
            assertThat(socket.isConnected()).isTrue();
        }
        Thread.sleep(500);
    }

    /** The connection stays open, for less than announced has been sent. */
    private static Socket sendPart(TestingApplication server, String location, int offset, int announced, byte[] part)
            throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream()
                .write(("PATCH " + location
                                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                                + offset
                                + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                                + announced
                                + "\r\nAuthorization: "
                                + TestingApplication.basic("admin", "secret") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
        return socket;
    }

    private static int offset(TestingApplication server, String location) throws Exception {
        var head = server.admin("HEAD", location, "", "Tus-Resumable", "1.0.0");
        assertThat(head.status()).isBetween(200, 204);
        return Integer.parseInt(head.header("Upload-Offset"));
    }

    private static long parts(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("media/uploads"))) {
            return files.filter(file -> file.getFileName().toString().equals("data"))
                    .count();
        }
    }

    private static byte[] noise(int length, int seed) {
        var noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static String hash(byte[] content) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
