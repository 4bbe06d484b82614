package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong at the end of uploads: given up with one percent to go, a disk that is full. No half asset, nothing left behind, and on it goes. */
class UploadTroubleTest {

    private static final String UPLOADS = "/.rest/editor/v1/uploads";
    private static final String ASSETS = "/.rest/editor/v1/assets";

    @Test
    void givenUpAtNinetyNinePercentNothingIsLeftAndPutAsideItGoesOn(@TempDir Path data) throws Exception {
        try (var server = start(data)) {
            var content = noise(1_000_000, 1);
            var given = begin(server, content.length);
            assertThat(append(server, given, 0, Arrays.copyOf(content, 990_000)).status())
                    .isEqualTo(204);
            assertThat(server.admin("DELETE", given, "", "Tus-Resumable", "1.0.0")
                            .status())
                    .isEqualTo(204);
            assertThat(leftBehind(data)).isEmpty();
            assertThat(kept(server, content)).isZero();

            var aside = begin(server, content.length);
            append(server, aside, 0, Arrays.copyOf(content, 990_000));
            assertThat(kept(server, content)).isZero();
            var last = append(server, aside, 990_000, Arrays.copyOfRange(content, 990_000, content.length));
            assertThat(last.status()).isEqualTo(204);
            assertThat(server.admin("GET", last.header("Content-Location"), "")
                            .json()
                            .get("contentHash")
                            .asString())
                    .isEqualTo(hash(content));
            assertThat(kept(server, content)).isOne();
            assertThat(leftBehind(data)).isEmpty();
        }
    }

    @Test
    @EnabledIf("canMount")
    void aFullDiskIsToldAndTheUploadGoesOnWhenThereIsRoom(@TempDir Path data) throws Exception {
        var uploads = Files.createDirectories(data.resolve("media/uploads"));
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", uploads.toString()))
                .isZero();
        try (var server = start(data)) {
            var content = noise(3_000_000, 2);
            var location = begin(server, content.length);

            var full = append(server, location, 0, content);

            assertThat(full.status()).as(full.text()).isEqualTo(503);
            assertThat(full.json().get("detail").asString()).contains("disk is full", "can go on");
            assertThat(kept(server, content)).isZero();
            var offset = Integer.parseInt(
                    server.admin("HEAD", location, "", "Tus-Resumable", "1.0.0").header("Upload-Offset"));
            assertThat(offset).isBetween(0, 1_048_576);

            assertThat(run("mount", "-o", "remount,size=20m", uploads.toString()))
                    .isZero();
            var last = append(server, location, offset, Arrays.copyOfRange(content, offset, content.length));
            assertThat(last.status()).as(last.text()).isEqualTo(204);
            var asset = server.admin("GET", last.header("Content-Location"), "").json();
            assertThat(asset.get("contentHash").asString()).isEqualTo(hash(content));
            assertThat(kept(server, content)).isOne();
            assertThat(leftBehind(data)).isEmpty();
        } finally {
            run("umount", "-l", uploads.toString());
        }
    }

    static boolean canMount() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("mount");
        var mounted = "root".equals(System.getProperty("user.name"))
                && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
        if (mounted) {
            run("umount", folder.toString());
        }
        Files.delete(folder);
        return mounted;
    }

    @Test
    @EnabledIf("canMount")
    void aFileThatIsWholeIsKeptWhenTheStoreHasRoomAgain(@TempDir Path data, @TempDir Path store) throws Exception {
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", store.toString()))
                .isZero();
        try (var server = start(data, "--nephele.repository.binaries.folder=" + store)) {
            var content = noise(4_000_000, 3);
            var location = begin(server, content.length);

            var full = append(server, location, 0, content);

            assertThat(full.status()).as(full.text()).isEqualTo(503);
            assertThat(full.json().get("detail").asString()).contains("disk is full");
            assertThat(kept(server, content)).isZero();
            assertThat(files(store)).as("half a file in the store").isEmpty();
            assertThat(server.get("/.rest/ops/health/ready").status()).isEqualTo(200);
            assertThat(server.admin("HEAD", location, "", "Tus-Resumable", "1.0.0")
                            .status())
                    .isEqualTo(503);

            assertThat(run("mount", "-o", "remount,size=20m", store.toString())).isZero();
            var resumed = server.admin("HEAD", location, "", "Tus-Resumable", "1.0.0");
            assertThat(resumed.status()).isBetween(200, 204);
            assertThat(resumed.header("Upload-Offset")).isEqualTo("4000000");
            var asset =
                    server.admin("GET", resumed.header("Content-Location"), "").json();
            assertThat(asset.get("contentHash").asString()).isEqualTo(hash(content));
            assertThat(server.get(asset.get("@link").asString()).response().body())
                    .isEqualTo(content);
            assertThat(leftBehind(data)).isEmpty();
        } finally {
            run("umount", "-l", store.toString());
        }
    }

    private static TestingApplication start(Path data, String... more) throws IOException, InterruptedException {
        var settings = new ArrayList<>(List.of(more));
        settings.addAll(List.of("--nephele.media.max-file-size=5MB", "--nephele.sample-content=false"));
        return TestingApplication.start(data, settings.toArray(String[]::new));
    }

    private static String begin(TestingApplication server, int length) throws Exception {
        var begun = server.admin(
                "POST",
                UPLOADS,
                "",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(length),
                "Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString("film.bin".getBytes()));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.header("Location");
    }

    private static Answer append(TestingApplication server, String location, int offset, byte[] part) throws Exception {
        var request = server.request(
                "PATCH", location, "", "Tus-Resumable", "1.0.0", "Upload-Offset", Integer.toString(offset));
        request.header("Content-Type", "application/offset+octet-stream");
        request.header("Authorization", TestingApplication.basic("admin", "secret"));
        return server.send(request.method("PATCH", BodyPublishers.ofByteArray(part)));
    }

    /** How many assets have this content. */
    private static int kept(TestingApplication server, byte[] content) throws Exception {
        return server.admin("GET", ASSETS + "?contentHash=" + hash(content), "")
                .json()
                .get("results")
                .size();
    }

    private static List<Path> parts(Path data) throws IOException {
        return files(data.resolve("media/uploads")).stream()
                .filter(file -> file.getFileName().toString().equals("data"))
                .toList();
    }

    /** Parts, and copies that files are worked on in. */
    private static List<Path> leftBehind(Path data) throws IOException, InterruptedException {
        var left = List.<Path>of();
        for (var tries = 0; tries < 60; tries++) {
            left = new ArrayList<>(parts(data));
            left.addAll(files(data.resolve("media/work")));
            if (left.isEmpty()) {
                break;
            }
            // The reading of the file may be under way.
            Thread.sleep(1_000);
        }
        return left;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .toList();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static byte[] noise(int length, int seed) {
        var noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
