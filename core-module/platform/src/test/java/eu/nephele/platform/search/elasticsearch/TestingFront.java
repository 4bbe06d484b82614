package eu.nephele.platform.search.elasticsearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a secured cluster: it may speak TLS, and lets through who brings the right credentials; everything else is the real
 * server's answer. Refuses in the words of Elasticsearch. Remembers what went through it.
 */
public final class TestingFront implements AutoCloseable {

    /** @param nanos when it came */
    public record Passed(String path, int status, long nanos) {}

    private static final String REFUSAL = """
            {"error":{"root_cause":[{"type":"security_exception","reason":"%1$s"}],"type":"security_exception","reason":"%1$s"},"status":%2$d}""";

    private final URI target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private volatile String accepted = "";
    private volatile Duration delay = Duration.ZERO;

    private TestingFront(URI target, HttpServer server) {
        this.target = target;
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Without TLS. */
    public static TestingFront open(URI target) throws IOException {
        return new TestingFront(target, HttpServer.create(anyPort(), 0));
    }

    public static TestingFront secured(URI target, SSLContext identity) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new TestingFront(target, server);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Everybody else is refused from now on. */
    public TestingFront acceptingApiKey(String key) {
        accepted = "ApiKey " + key;
        return this;
    }

    /** Each answer comes so much later from now on. */
    public void delay(Duration by) {
        delay = by;
    }

    public URI uri() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** In the order in which they were answered. */
    public List<Passed> passed() {
        return passed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var came = System.nanoTime();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            var credentials = exchange.getRequestHeaders().getFirst("Authorization");
            if (!accepted.isEmpty() && !accepted.equals(credentials)) {
                refuse(exchange, 401, "unable to authenticate");
                passed.add(new Passed(path, 401, came));
            } else {
                var response = ask(exchange);
                Thread.sleep(delay);
                hold(exchange);
                passed.add(new Passed(path, response.statusCode(), came));
                send(exchange, response.statusCode(), header(response, "Content-Type"), response.body());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer of the server that is kept back. */
    public static final class Held {

        private final String pathEnd;
        private final CountDownLatch answered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Held(String pathEnd) {
            this.pathEnd = pathEnd;
        }

        public void awaitAnswer() throws InterruptedException {
            answered.await();
        }

        public void release() {
            released.countDown();
        }
    }

    /** Keeps back the next answer to a request whose path ends so, until it is released. */
    public Held hold(String pathEnd) {
        var next = new Held(pathEnd);
        held.set(next);
        return next;
    }

    private void hold(HttpExchange exchange) throws InterruptedException {
        var next = held.get();
        if (next != null
                && exchange.getRequestURI().getPath().endsWith(next.pathEnd)
                && held.compareAndSet(next, null)) {
            next.answered.countDown();
            next.released.await();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (var name : List.of("Content-Type", "Accept")) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        exchange.getRequestBody().readAllBytes();
        send(
                exchange,
                status,
                "application/vnd.elasticsearch+json;compatible-with=9",
                REFUSAL.formatted(why, status).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static void send(HttpExchange exchange, int status, @Nullable String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("X-elastic-product", "Elasticsearch");
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        var head = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
