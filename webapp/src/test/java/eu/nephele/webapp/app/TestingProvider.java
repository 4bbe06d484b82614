package eu.nephele.webapp.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An OpenID Connect provider in a process of its own, whose log-in page takes any name and the claims that are to be made of it. */
final class TestingProvider implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestingProvider(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static TestingProvider start(Path folder) throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("provider.log").toFile());
        builder.environment().put("SERVER_HOSTNAME", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("JSON_CONFIG", "{\"interactiveLogin\": true}");
        var provider = new TestingProvider(builder.start(), port);
        provider.awaitReady();
        return provider;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/partners";
    }

    /** Fills the log-in page that the browser was sent to, and answers where it is sent back to. */
    URI logIn(URI page, String subject, String claims) throws IOException, InterruptedException {
        var form = "username=%s&claims=%s"
                .formatted(
                        URLEncoder.encode(subject, StandardCharsets.UTF_8),
                        URLEncoder.encode(claims, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(response.statusCode() + " " + response.body())));
    }

    private void awaitReady() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IllegalStateException("The identity provider did not start");
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
