package eu.nephele.webapp.app;

import eu.nephele.platform.repository.PostgresqlSettings;
import eu.nephele.webapp.http.LocalToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * One node as operators run it: a process of its own, with its own data folder and port, that is started again when it ends because
 * the others gave it up.
 */
final class TestingNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So a node ends that has to be started again. */
    private static final int LOST = 75;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Path data;
    private final int port = freePort();
    private final List<String> settings;
    private final AtomicInteger givenUp = new AtomicInteger();
    private volatile Process process;
    private volatile String credentials = "";
    private volatile boolean wanted;

    /** @param url of the database, as this node reaches it */
    TestingNode(Path folder, String name, PostgresqlSettings database, String url, String... more) {
        this.data = folder.resolve(name);
        this.settings = new ArrayList<>(List.of(more));
        settings.addAll(List.of(
                "--nephele.data=" + data,
                "--nephele.light-modules=" + TestingApplication.MODULES,
                "--nephele.admin.password=secret",
                "--nephele.watch=false",
                "--nephele.repository.store=postgresql",
                "--nephele.repository.postgresql.url=" + url,
                "--nephele.repository.postgresql.user=" + database.user(),
                "--nephele.repository.postgresql.password=" + database.password(),
                "--nephele.repository.binaries.folder=" + folder.resolve("binaries"),
                "--server.address=127.0.0.1",
                "--server.port=" + port));
    }

    synchronized TestingNode start() throws IOException {
        Files.createDirectories(data);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NepheleApplication.class.getName()));
        command.addAll(settings);
        wanted = true;
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process = started;
        started.onExit().thenAccept(this::ended);
        return this;
    }

    private synchronized void ended(Process ended) {
        if (wanted && ended == process && ended.exitValue() == LOST) {
            givenUp.incrementAndGet();
            try {
                start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** How often the others went on without it, and it was started again. */
    int givenUp() {
        return givenUp.get();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if ((!process.isAlive() && process.exitValue() != LOST) || System.nanoTime() > end) {
                throw new IllegalStateException(Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        readCredentials();
    }

    /** Each start of a node makes others. */
    private void readCredentials() {
        var token = ServerFile.running(data).orElseThrow().token();
        credentials = TestingApplication.basic(LocalToken.NAME, token);
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("/.rest/ops/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Whether it writes the index that all nodes share. */
    boolean keepsIndex() throws IOException, InterruptedException {
        var status = admin("GET", "/.rest/ops/status", "application/json", "");
        return status.statusCode() == 200
                && JsonMapper.shared().readTree(status.body()).get("keepsIndex").asBoolean();
    }

    HttpResponse<String> publish(String articleId) throws IOException, InterruptedException {
        return admin("POST", TestingApplication.ENTRIES + "article/" + articleId + "/publish", "application/json", "");
    }

    /** How many live articles are found, by what search and facets go over; -1 where searching is not possible yet. */
    int total(String... filters) throws IOException, InterruptedException {
        var answer = get("/.rest/delivery/articles?limit=1&facets=country&" + String.join("&", filters));
        return answer.statusCode() == 200
                ? JsonMapper.shared().readTree(answer.body()).get("total").asInt()
                : -1;
    }

    /** Whether the index has what the repository has, entry by entry, by revision. */
    boolean isIndexWhole() throws IOException, InterruptedException {
        var verified = admin("POST", "/.rest/ops/index/verify", "application/json", "");
        return verified.statusCode() == 200
                && JsonMapper.shared().readTree(verified.body()).get("whole").asBoolean();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a command on this machine, which spares each request the slow check of a password. */
    HttpResponse<String> admin(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var answer = send(method, path, type, body);
        if (answer.statusCode() == 401) {
            // It was started again meanwhile.
            readCredentials();
            answer = send(method, path, type, body);
        }
        return answer;
    }

    /** The cookie of a new session of the administrator. */
    String logIn() throws IOException, InterruptedException {
        var body = BodyPublishers.ofString("{\"user\":\"admin\",\"password\":\"secret\"}");
        var request = HttpRequest.newBuilder(uri("/.rest/editor/v1/login"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(body);
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    HttpResponse<String> withSession(String cookie, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("Cookie", cookie);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", credentials)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    void kill() throws InterruptedException {
        wanted = false;
        process.destroyForcibly();
        process.waitFor();
    }

    /** As supervisors stop it: SIGTERM, then wait. */
    void stop() throws InterruptedException {
        wanted = false;
        process.destroy();
        if (!process.waitFor(PATIENCE)) {
            throw new IllegalStateException("The node did not stop within %s of SIGTERM".formatted(PATIENCE));
        }
    }

    String logged() throws IOException {
        return Files.readString(log());
    }

    @Override
    public void close() {
        wanted = false;
        process.destroyForcibly();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
