package eu.nephele.webapp.editorui;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Serves the editor: its assets may be kept for ever, its page never, as it names the assets. Every address below {@code /admin/} that is
 * no asset is the page, which knows its own addresses.
 */
public final class EditorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String ASSETS = "/assets/";

    /** What the page says in place of the nonce that styles made at run time carry. */
    private static final String NONCE = "__NONCE__";

    private static final String NOT_BUILT = """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Nephele</title>
            <h1>The editor is not part of this build</h1>
            <p>The server and its interfaces work. To have the editor, install Node.js 20.19 or newer with npm, run
            <code>./nephele build</code> and start again.</p>
            """;

    private final transient EditorFiles files;
    private final transient SecureRandom random = new SecureRandom();

    public EditorServlet(EditorFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        if (path == null) {
            response.setHeader("Location", request.getRequestURI() + "/");
            response.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.startsWith(ASSETS)) {
            asset(path.substring(ASSETS.length()), request, response);
        } else {
            page(response);
        }
    }

    private void asset(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = files.asset(name, request.getHeader("Accept-Encoding"));
        response.setHeader("Vary", "Accept-Encoding");
        if (found.isEmpty()) {
            // Somebody who has the page of an older build open: the page tells her to load it again.
            response.setHeader("Cache-Control", "no-store");
            answer(response, HttpServletResponse.SC_NOT_FOUND, "text/plain;charset=UTF-8", new byte[0]);
            return;
        }
        var asset = found.get();
        if (asset.encoding() != null) {
            response.setHeader("Content-Encoding", asset.encoding());
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        answer(response, HttpServletResponse.SC_OK, asset.contentType(), asset.bytes());
    }

    private void page(HttpServletResponse response) throws IOException {
        var nonce = nonce();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        var page = files.page();
        var status = page.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
        var html = page.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(NOT_BUILT);
        answer(
                response,
                status,
                "text/html;charset=UTF-8",
                html.replace(NONCE, nonce).getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing from elsewhere, no script in the page, no style that the page did not make itself. Pictures and frames: content and its preview. */
    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self'",
                "connect-src 'self'",
                "frame-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private String nonce() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static void answer(HttpServletResponse response, int status, String contentType, byte[] body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
