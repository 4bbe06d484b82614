package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nginx does with config/nginx.conf, where it is installed: before two nodes that answer as Nephele does. */
class ProxyFileTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer one;
    private HttpServer two;
    private Process nginx;
    private int port;

    @BeforeEach
    void start() throws Exception {
        var program = List.of("/usr/sbin/nginx", "/usr/bin/nginx").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "nginx is not installed");
        one = node("one");
        two = node("two");
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        // By addresses, as the file says for an nginx that cannot ask for names again.
        var file = Files.readString(Path.of("../config/nginx.conf"))
                .replaceAll("(?m)^ *resolver .*$", "")
                .replace("node-1:8080 resolve", "127.0.0.1:" + one.getAddress().getPort())
                .replace("node-2:8080 resolve", "127.0.0.1:" + two.getAddress().getPort())
                .replace("listen 8080;", "listen 127.0.0.1:%d;".formatted(port));
        Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off;\npid %s/nginx.pid;\nerror_log stderr;\n".formatted(folder) + file);
        nginx = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (var end = System.nanoTime() + PATIENCE_NANOS; !answers(); Thread.sleep(20)) {
            assertThat(nginx.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
            one.stop(0);
            two.stop(0);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Says who it is and which port it was asked at; searches are unavailable. */
    private static HttpServer node(String name) throws IOException {
        var node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> answer(exchange, 200, name));
        node.createContext(
                "/port",
                exchange -> answer(
                        exchange,
                        200,
                        String.valueOf(exchange.getRequestHeaders().getFirst("X-Forwarded-Port"))));
        node.createContext("/search", exchange -> answer(exchange, 503, name));
        node.start();
        return node;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, text.length());
            exchange.getResponseBody().write(text.getBytes());
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private List<String> nodesOf(String... headers) {
        return IntStream.range(0, 12)
                .mapToObj(_ -> {
                    try {
                        return get("/", headers).body();
                    } catch (IOException | InterruptedException failure) {
                        throw new AssertionError(failure);
                    }
                })
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void searchesThatAllNodesRefuseTakeNothingElseAway() throws Exception {
        for (var round = 0; round < 6; round++) {
            assertThat(get("/search").statusCode()).isEqualTo(503);
            assertThat(get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPersonStaysAtOneNodeAndAllOthersGoToEach() {
        assertThat(nodesOf("Cookie", "a=b; nephele-session=0123456789; c=d")).hasSize(1);
        assertThat(nodesOf("Authorization", "Basic YWRtaW46c2VjcmV0")).hasSize(1);
        assertThat(nodesOf("Cookie", "a=b")).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whenHerNodeIsGoneTheOtherAnswers() {
        var session = new String[] {"Cookie", "nephele-session=0123456789"};
        var hers = nodesOf(session).getFirst();
        (hers.equals("one") ? one : two).stop(0);

        assertThat(nodesOf(session)).containsExactly(hers.equals("one") ? "two" : "one");
    }

    /** Or pages of this port would count as another origin's. */
    @Test
    void aNodeLearnsThePortThatItIsAskedAt() throws Exception {
        assertThat(get("/port").body()).isEqualTo("" + port);
    }
}
