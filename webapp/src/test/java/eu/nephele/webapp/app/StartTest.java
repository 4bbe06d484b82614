package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** Starting, stopping, starting again. */
class StartTest {

    @TempDir
    Path data;

    @Test
    void sampleContentIsLoadedOnceWithItsReferencesAndFiles() throws Exception {
        String id;
        try (var server = TestingApplication.start(data)) {
            var article = server.get("/.rest/delivery/articles/first").json();
            assertThat(article.at("/author/name").asString()).isEqualTo("Ana");
            assertThat(server.get(article.at("/cover/@link").asString()).text()).startsWith("<svg");
            id = article.get("@id").asString();
        }
        try (var server = TestingApplication.start(data)) {
            assertThat(server.get("/.rest/delivery/articles/first")
                            .json()
                            .get("@id")
                            .asString())
                    .isEqualTo(id);
            assertThat(server.get("/.rest/delivery/articles")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void anInterruptedLoadGoesOnAtTheNextStart() throws Exception {
        Files.createDirectories(data);
        new SampleMarker(data).begin();
        try (var server = TestingApplication.start(data)) {
            assertThat(server.get("/.rest/delivery/articles/first").status()).isEqualTo(200);
        }
        new SampleMarker(data).begin();
        try (var server = TestingApplication.start(data)) {
            assertThat(server.get("/.rest/delivery/articles")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(new SampleMarker(data).isDone()).isTrue();
    }

    @Test
    void anEmptyServerStaysEmptyAndItsFileForCommandsIsPrivateAndGoesAway() throws Exception {
        var file = data.resolve("server.json");
        try (var server = TestingApplication.start(data, "--nephele.sample-content=false")) {
            assertThat(server.get("/.rest/delivery/articles")
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(ServerFile.running(data))
                    .hasValueSatisfying(running -> assertThat(running.port()).isEqualTo(server.port()));
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void theCommandImportsThroughTheServerAndWithoutOne() throws Exception {
        var lines = data.resolve("lines.ndjson");
        Files.writeString(
                lines, "{\"externalId\":\"x:1\",\"title\":\"One\"}\n{\"externalId\":\"x:2\",\"titel\":\"Two\"}\n");
        var folder = data.resolve("data");
        String[] command = {
            lines.toString(),
            "--type",
            "article",
            "--publish",
            "--nephele.data=" + folder,
            "--nephele.light-modules=" + TestingApplication.MODULES
        };
        assertThat(ImportCommand.run(command)).isEqualTo(1);
        try (var server = TestingApplication.start(folder)) {
            assertThat(server.get("/.rest/delivery/articles?title=One")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
            Files.writeString(lines, "{\"externalId\":\"x:2\",\"title\":\"Two\"}\n");
            assertThat(ImportCommand.run(command)).isZero();
            assertThat(server.get("/.rest/delivery/articles/two").status()).isEqualTo(200);
        }
    }

    @Test
    void theDataFolderBelongsToOneServer() throws Exception {
        try (var server = TestingApplication.start(data)) {
            assertThat(server.get("/").status()).isEqualTo(200);
            assertThatThrownBy(() -> TestingApplication.start(data))
                    .hasStackTraceContaining("belongs to another process");
        }
    }

    @Test
    void theDataFolderOfAnotherProcessIsRefusedAtOnce() throws Exception {
        var holder = Files.writeString(data.resolve("Holder.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.*;
                void main(String[] arguments) throws Exception {
                    var file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    IO.println(file.tryLock() != null);
                    IO.readln();
                }
                """);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java, holder.toString(), data.resolve("server.lock").toString())
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("true");

            assertThatThrownBy(() -> TestingApplication.start(data))
                    .hasStackTraceContaining("belongs to another process");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aServerFileLeftBehindDoesNotKeepAnImportOut() throws Exception {
        var folder = Files.createDirectories(data.resolve("data"));
        var lines = Files.writeString(data.resolve("lines.ndjson"), "{\"externalId\":\"x:1\",\"title\":\"One\"}\n");
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        new ServerFile(ProcessHandle.current().pid(), free, "token").write(folder);

        assertThat(ImportCommand.run(new String[] {
                    lines.toString(),
                    "--type",
                    "article",
                    "--nephele.data=" + folder,
                    "--nephele.light-modules=" + TestingApplication.MODULES
                }))
                .isZero();
    }

    @Test
    void aTakenPortIsSaidAtOnce() throws Exception {
        try (var server = TestingApplication.start(data.resolve("one"))) {
            assertThatThrownBy(() -> TestingApplication.start(data.resolve("two"), "--server.port=" + server.port()))
                    .isInstanceOf(PortInUseException.class);
        }
    }

    @Test
    void theStartPageLeadsToEveryEndpointAndNeedsNothingFromElsewhere() throws Exception {
        try (var server = TestingApplication.start(data)) {
            var page = server.get("/");

            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(page.text())
                    .contains("href=\"/.rest/delivery/articles?limit=3\"", ">ready<")
                    .contains("http://127.0.0.1:" + server.port() + "/.rest/editor/v1/entries/")
                    .doesNotContain("{{", "<script", "<link", "src=");
            var links = Pattern.compile("href=\"([^\"]+)\"")
                    .matcher(page.text())
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(links).hasSizeGreaterThan(4);
            for (var link : links) {
                assertThat(server.admin("GET", link, "").status()).as(link).isEqualTo(200);
            }
        }
    }

    @Test
    void anUnknownSettingStopsTheStart() {
        assertThatThrownBy(() -> TestingApplication.start(data, "--nephele.sample-contents=false"))
                .rootCause()
                .hasMessageContaining("nephele.sample-contents");
    }
}
