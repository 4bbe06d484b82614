package eu.nephele.platform.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param id the node's UUID
 * @param path in the workspace {@code dam}
 * @param mimeType as found in the file
 * @param size in bytes
 * @param contentHash SHA-256 of the content in hexadecimal digits; empty for files from before it was kept
 * @param width in pixels, of pictures
 * @param crop the part that pictures of it show, as editors set it: {@code 0.1,0.2,0.5,0.6} is left, top, width and height as shares
 * @param scan what holds it back from readers, if anything
 */
public record Asset(
        String id,
        String path,
        String fileName,
        String mimeType,
        long size,
        String contentHash,
        @Nullable Long width,
        @Nullable Long height,
        @Nullable String crop,
        Scan scan,
        long revision,
        Instant lastModified) {

    /** The value that content refers to it by. */
    public String key() {
        return "jcr:" + id;
    }

    /** The path it is served at; with the state of the file, so that caches may keep what is there for ever. */
    public String link() {
        return "/dam/" + key() + "/"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20")
                + (contentHash.isEmpty() ? "" : "?v=" + version());
    }

    /** Changes with the content. */
    public String version() {
        return contentHash.isEmpty() ? Long.toString(revision) : contentHash.substring(0, 12);
    }
}
