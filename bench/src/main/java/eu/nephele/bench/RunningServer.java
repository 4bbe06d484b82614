package eu.nephele.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server started as its operator starts it, by the launcher, on a free port and a data folder of its own. */
final class RunningServer implements AutoCloseable {

    static final String PASSWORD = "bench-password-of-this-run";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final long startMillis;

    private RunningServer(Process process, int port, long startMillis) {
        this.process = process;
        this.port = port;
        this.startMillis = startMillis;
    }

    /** Starts and waits until the given path answers 200. */
    static RunningServer start(Path root, Path data, String firstPath) throws IOException, InterruptedException {
        return start(root, data, firstPath, Map.of());
    }

    /** @param settings by their variables of the environment */
    static RunningServer start(Path root, Path data, String firstPath, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var started = System.nanoTime();
        var process = launch(root, data, settings, "run", "--empty", "--port", Integer.toString(port), "--data", data.toString());
        var server = new RunningServer(process, port, 0);
        while (!server.answers(firstPath)) {
            if (!process.isAlive() || System.nanoTime() - started > TimeUnit.MINUTES.toNanos(10)) {
                throw new IllegalStateException("The server did not start; see " + data.resolveSibling("server.log"));
            }
            Thread.sleep(5);
        }
        return new RunningServer(process, port, (System.nanoTime() - started) / 1_000_000);
    }

    static Process launch(Path root, Path data, String... arguments) throws IOException {
        return launch(root, data, Map.of(), arguments);
    }

    private static Process launch(Path root, Path data, Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(root.resolve("nephele").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("NEPHELE_ADMIN_PASSWORD", PASSWORD);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                data.resolveSibling("server.log").toFile()));
        return builder.start();
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return get(path).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    long startMillis() {
        return startMillis;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path))).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A request of the administrator's, to be completed and sent. */
    HttpRequest.Builder request(String path) {
        var credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes());
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url(path)))
                .header("Authorization", "Basic " + credentials);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), handler);
    }

    HttpResponse<String> manage(String method, String path, String json) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes());
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Resident memory in MB, as the operating system counts it. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
