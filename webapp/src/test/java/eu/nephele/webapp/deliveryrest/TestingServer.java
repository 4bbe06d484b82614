package eu.nephele.webapp.deliveryrest;

import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;

/** A Tomcat with one servlet, on a free port of the loopback interface; requests are sent byte by byte as they are written. */
final class TestingServer implements AutoCloseable {

    /** @param headers by name in small letters */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Tomcat tomcat = new Tomcat();

    TestingServer(HttpServlet servlet) throws LifecycleException, IOException {
        tomcat.setBaseDir(Files.createTempDirectory("nephele-server").toString());
        tomcat.setPort(0);
        var connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("relaxedQueryChars", "[]|");
        connector.setProperty("relaxedPathChars", "[]|");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "delivery", servlet);
        context.addServletMappingDecoded("/.rest/*", "delivery");
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** @param headers names and values in turn */
    Answer get(String target, String... headers) throws IOException {
        return send("GET", target, headers);
    }

    Answer raw(String target) throws IOException {
        return send("GET", target);
    }

    Answer send(String method, String target, String... headers) throws IOException {
        var request =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (var index = 0; index < headers.length; index += 2) {
            request.append(headers[index])
                    .append(": ")
                    .append(headers[index + 1])
                    .append("\r\n");
        }
        request.append("\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream().readAllBytes());
        }
    }

    private static Answer answer(byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, end).split("\r\n");
        var headers = new HashMap<String, String>();
        for (var line = 1; line < lines.length; line++) {
            var colon = lines[line].indexOf(':');
            headers.merge(
                    lines[line].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[line].substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        var body = new ByteArrayOutputStream();
        body.write(bytes, end + 4, bytes.length - end - 4);
        var chunked = "chunked".equals(headers.get("transfer-encoding"));
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                chunked ? unchunked(body.toByteArray()) : body.toByteArray());
    }

    private static byte[] unchunked(byte[] bytes) {
        var body = new ByteArrayOutputStream();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var start = 0; start < text.length(); ) {
            var end = text.indexOf("\r\n", start);
            var length = Integer.parseInt(text.substring(start, end), 16);
            body.write(bytes, end + 2, length);
            start = end + 2 + length + 2;
            if (length == 0) {
                break;
            }
        }
        return body.toByteArray();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
