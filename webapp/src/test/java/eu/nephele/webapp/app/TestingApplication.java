package eu.nephele.webapp.app;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a free port, with the modules of {@code src/test/resources/light-modules} and the password {@code secret}. */
final class TestingApplication implements AutoCloseable {

    static final Path MODULES = Path.of("src/test/resources/light-modules").toAbsolutePath();
    static final String ENTRIES = "/.rest/editor/v1/entries/";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;

    private TestingApplication(ConfigurableApplicationContext context) {
        this.context = context;
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        this.base = "http://127.0.0.1:" + port;
    }

    /** Starts and waits until it is ready. */
    static TestingApplication start(Path data, String... settings) throws IOException, InterruptedException {
        return start(MODULES, data, settings);
    }

    static TestingApplication start(Path modules, Path data, String... settings)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(settings));
        arguments.addAll(List.of(
                "--nephele.data=" + data, "--nephele.light-modules=" + modules, "--nephele.admin.password=secret"));
        if (arguments.stream().noneMatch(setting -> setting.startsWith("--server.port"))) {
            arguments.add("--server.port=0");
        }
        var server = new TestingApplication(NepheleApplication.application().run(arguments.toArray(String[]::new)));
        server.awaitReady();
        return server;
    }

    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(request("GET", path, "", headers));
    }

    /** The routes of all controllers: {@code GET /.rest/editor/v1/me}. */
    Set<String> routes() {
        var routes = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(pattern -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        routes.add("ANY " + pattern);
                    }
                    methods.forEach(method -> routes.add(method + " " + pattern));
                }));
        return routes;
    }

    /** As somebody with a password. */
    Answer as(String user, String password, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(request(method, path, body, "Authorization", basic(user, password)));
    }

    /** As the administrator. */
    Answer admin(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", basic("admin", "secret")));
        return send(request(method, path, body, all.toArray(String[]::new)));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    HttpRequest.Builder request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    Answer upload(String fileName, byte[] content, String... headers) throws IOException, InterruptedException {
        return uploadTo("/.rest/editor/v1/assets", fileName, content, headers);
    }

    Answer uploadTo(String path, String fileName, byte[] content, String... headers)
            throws IOException, InterruptedException {
        var start = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(fileName);
        var parts = List.of(start.getBytes(StandardCharsets.UTF_8), content, "\r\n--frontier--\r\n".getBytes());
        var request = request("POST", path, "", "Content-Type", "multipart/form-data; boundary=frontier");
        request.header("Authorization", basic("admin", "secret"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofByteArrays(parts)));
    }

    /** Sends what no HTTP client would. */
    String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A part of the running server. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return URI.create(base).getPort();
    }

    static String basic(String name, String password) {
        var credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (get("/.rest/ops/health/ready").status() != 200) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(get("/.rest/ops/health/ready").text());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
