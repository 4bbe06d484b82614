package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Elasticsearch server of one node as a child process, for tests and development: on the loopback address, without security, unless
 * its data folder has a {@code config} with users and a certificate.
 * It ends with the process that started it.
 */
public final class DevelopmentServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final Process process;
    private final URI uri;

    private DevelopmentServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param home where {@code development/elasticsearch} puts it together: {@code development/elasticsearch/target/server}
     * @param data where it keeps its data and its log
     */
    public static DevelopmentServer start(Path home, Path data, String... jvmOptions) {
        return start(home, data, 0, jvmOptions);
    }

    /** As the other one, on a port that is known before. */
    public static DevelopmentServer start(Path home, Path data, int port, String... jvmOptions) {
        if (Files.notExists(home.resolve("lib"))) {
            throw unavailable(
                    "there is no server in %s; `mvn -pl development/elasticsearch process-classes` puts it there"
                            .formatted(home));
        }
        try {
            Files.createDirectories(data);
            var ports = data.resolve("logs").resolve("http.ports");
            Files.deleteIfExists(ports);
            var process = new ProcessBuilder(command(home.toAbsolutePath(), data.toAbsolutePath(), port, jvmOptions))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("server.log").toFile())
                    .start();
            return new DevelopmentServer(process, awaitAddress(process, ports, data));
        } catch (IOException failure) {
            throw unavailable(String.valueOf(failure.getMessage()));
        }
    }

    private static List<String> command(Path home, Path data, int port, String... jvmOptions) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.resolve("classes.jsa"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                home.resolve("lib") + "/*",
                "eu.nephele.development.elasticsearch.ServerProcess",
                home.toString(),
                data.toString(),
                "" + port));
        return command;
    }

    private static URI awaitAddress(Process process, Path ports, Path data) {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        try {
            while (System.nanoTime() < end && process.isAlive()) {
                if (Files.exists(ports)) {
                    return URI.create("http://" + Files.readAllLines(ports).getFirst());
                }
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException failure) {
            process.destroyForcibly();
            throw unavailable(failure.toString());
        }
        process.destroyForcibly();
        throw unavailable("it did not start; %s says why".formatted(data.resolve("server.log")));
    }

    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it without a warning, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException gone) {
            kill();
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static PlatformException unavailable(String why) {
        return new PlatformException(
                ErrorCode.SEARCH_UNAVAILABLE, "The development server of Elasticsearch cannot be started: " + why);
    }
}
