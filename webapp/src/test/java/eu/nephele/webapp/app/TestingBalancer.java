package eu.nephele.webapp.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A reverse proxy for reads that does what config/nginx.conf asks for: nodes in turn, and the next where one refuses or is not ready. */
final class TestingBalancer implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<TestingNode> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    TestingBalancer(TestingNode... nodes) throws IOException {
        this.nodes = List.of(nodes);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        HttpResponse<byte[]> answer = null;
        var first = turn.getAndIncrement();
        for (var attempt = 0; attempt < nodes.size() && (answer == null || answer.statusCode() >= 502); attempt++) {
            answer = ask(nodes.get(Math.floorMod(first + attempt, nodes.size())), exchange, answer);
        }
        if (answer == null) {
            exchange.sendResponseHeaders(502, -1);
        } else {
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private @Nullable HttpResponse<byte[]> ask(
            TestingNode node, HttpExchange exchange, @Nullable HttpResponse<byte[]> otherwise) {
        try {
            var request = HttpRequest.newBuilder(
                            node.uri(exchange.getRequestURI().toString()))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException refused) {
            return otherwise;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
