package eu.nephele.webapp.deliveryrest;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.timedtext.TimedTextFormat;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Serves {@code /.rest/tracks/<entry>/<kind>.<locale>.vtt} (or {@code .srt}), for {@code track} elements on any page that may read delivery. The
 * address stays when the file behind it is another.
 */
public final class TrackServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String RULES_OF = "/.rest/delivery/tracks";
    private static final Pattern PATH = Pattern.compile(
            "/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z]{1,30})\\.([A-Za-z0-9-]{2,35})\\.(vtt|srt)");

    private final transient Delivery delivery;
    private final transient Supplier<Definitions> definitions;

    public TrackServlet(Delivery delivery, Supplier<Definitions> definitions) {
        this.delivery = delivery;
        this.definitions = definitions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var rules = definitions.get().site().cors();
            if (CrossOrigin.allow(rules, RULES_OF, request, response)) {
                response.setHeader("Vary", "Origin");
            }
            answer(request, response);
        } catch (RuntimeException failure) {
            DeliveryErrors.write(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, path);
        }
        var format = TimedTextFormat.of(parts.group(4));
        var text = delivery.track(parts.group(1), parts.group(2), parts.group(3), format);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "public, max-age=60, must-revalidate");
        response.setHeader("Surrogate-Key", "entry-" + parts.group(1));
        if (new ServletWebRequest(request, response).checkNotModified(etag(bytes))) {
            return;
        }
        response.setContentType(format.mediaType() + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static String etag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
