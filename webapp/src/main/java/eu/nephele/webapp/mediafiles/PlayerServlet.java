package eu.nephele.webapp.mediafiles;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.externalvideo.ExternalVideo;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.Problems;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.HttpHeaders;

/**
 * Serves {@code /.player?url=}: a page with the player of a film that lies with others, and nothing else. Pages of this server show it in a frame after their
 * visitor agreed. Only this page may load from the provider's host; theirs may not.
 */
public final class PlayerServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient ErrorWriter errors;
    private final transient SecureRandom random = new SecureRandom();

    public PlayerServlet(ErrorWriter errors) {
        this.errors = errors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var address = request.getParameter("url");
            page(ExternalVideo.require(address == null ? "" : address), response);
        } catch (PlatformException error) {
            errors.write(request, response, Problems.of(error));
        }
    }

    private void page(ExternalVideo video, HttpServletResponse response) throws IOException {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().encodeToString(bytes);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        // The provider learns that this site shows the film, which it insists on, not on which page.
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-%s'; frame-src https://%s; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
                        .formatted(nonce, video.host()));
        var html = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <style nonce="%2$s">html, body, iframe { margin: 0; width: 100%%; height: 100%%; border: 0; background: #000; display: block }</style></head>
                <body><iframe src="%3$s" title="%1$s" allow="fullscreen; picture-in-picture; encrypted-media" allowfullscreen></iframe></body>
                </html>
                """.formatted(video.provider(), nonce, video.embedUrl().replace("&", "&amp;"));
        var content = html.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
