package eu.nephele.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Sends files to a server as its clients do, and waits for what it finds out about them. */
final class MediaClient {

    private static final String ASSETS = "/.rest/editor/v1/assets";
    private static final int PART = 16 * 1024 * 1024;

    /** @param link that readers get it at */
    record Sent(String id, String path, String link) {}

    private final RunningServer server;

    MediaClient(RunningServer server) {
        this.server = server;
    }

    Sent send(String name, byte[] content) throws IOException, InterruptedException {
        var answer = tryToSend(name, content);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(name + ": " + answer.body());
        }
        return sent(answer.body());
    }

    /** A hostile file may be refused. */
    HttpResponse<String> tryToSend(String name, byte[] content) throws IOException, InterruptedException {
        var start = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.ofByteArrays(List.of(start, content, "\r\n--frontier--\r\n".getBytes()));
        return server.send(
                server.request(ASSETS)
                        .header("Content-Type", "multipart/form-data; boundary=frontier")
                        .POST(body),
                BodyHandlers.ofString());
    }

    /** A large file of noise, by the resumable protocol, part after part. */
    Sent sendLarge(String name, long bytes) throws IOException, InterruptedException {
        var begun = server.send(
                server.request("/.rest/editor/v1/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Long.toString(bytes))
                        .header(
                                "Upload-Metadata",
                                "filename " + Base64.getEncoder().encodeToString(name.getBytes()))
                        .POST(BodyPublishers.noBody()),
                BodyHandlers.ofString());
        var location = begun.headers().firstValue("Location").orElseThrow(() -> refused(begun));
        var part = new byte[PART];
        new Random(1).nextBytes(part);
        for (long offset = 0; ; ) {
            // Else all parts are alike.
            part[0] = (byte) (offset / PART);
            var length = (int) Math.min(PART, bytes - offset);
            var answer = server.send(
                    server.request(location)
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Offset", Long.toString(offset))
                            .header("Content-Type", "application/offset+octet-stream")
                            .method("PATCH", BodyPublishers.ofByteArray(part, 0, length)),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw refused(answer);
            }
            offset += length;
            if (offset == bytes) {
                return sent(details(answer.headers().firstValue("Content-Location").orElseThrow()));
            }
        }
    }

    /** Comes back when the file was read, or could not be. */
    void awaitRead(Sent asset) throws IOException, InterruptedException {
        while (field(details(ASSETS + "/" + asset.id()), "extraction").equals("pending")) {
            Thread.sleep(2);
        }
    }

    String pictureLink(Sent asset, String size) throws IOException, InterruptedException {
        var path = "%s/%s/rendition-link?size=%s".formatted(ASSETS, asset.id(), size);
        return field(server.manage("GET", path, "").body(), "link");
    }

    private String details(String path) throws IOException, InterruptedException {
        return server.manage("GET", path, "").body();
    }

    private static Sent sent(String json) {
        return new Sent(field(json, "@id"), field(json, "@path"), field(json, "@link"));
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(name)).matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return found.group(1);
    }

    private static IllegalStateException refused(HttpResponse<String> answer) {
        return new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
}
