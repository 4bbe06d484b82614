package eu.nephele.webapp.mediafiles;

import eu.nephele.platform.media.Asset;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Headers that keep an uploaded file from running in a visitor's browser: only types that cannot are shown in place, all others are downloaded. */
final class SafeServing {

    private static final Set<String> SHOWN_IN_PLACE = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "image/tiff",
            "image/svg+xml",
            "application/pdf",
            "text/plain");

    private SafeServing() {}

    /** @param toKeep whether the file is wanted as a file, not to be looked at */
    static void apply(Asset asset, HttpServletResponse response, boolean toKeep) {
        var type = asset.mimeType();
        var inPlace = SHOWN_IN_PLACE.contains(type) || type.startsWith("video/") || type.startsWith("audio/");
        var disposition = inPlace && !toKeep ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setContentType(type.equals("text/plain") ? "text/plain;charset=UTF-8" : type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(asset.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        // A sandboxed PDF stays blank in some browsers, and a PDF has no access to this origin anyway.
        if (!type.equals("application/pdf")) {
            response.setHeader(
                    "Content-Security-Policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox");
        }
    }
}
