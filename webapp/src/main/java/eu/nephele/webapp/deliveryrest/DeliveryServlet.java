package eu.nephele.webapp.deliveryrest;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.EndpointDefinition.CachePolicy;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.DeliveryAnswer;
import eu.nephele.platform.delivery.DeliveryRequest;
import eu.nephele.webapp.http.CurrentActor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the delivery endpoints, {@code /.rest/delivery} and {@code /.rest/openapi.json}. To be mapped to {@code /.rest/delivery/*} (which
 * includes {@code /.rest/delivery}) and {@code /.rest/openapi.json}; endpoints may also lie elsewhere below {@code /.rest/}: where another
 * servlet owns those paths, a filter before it asks {@link #serves} and hands the request here. Reads no session, needs no authentication, and
 * answers OPTIONS itself, so security in front must let GET, HEAD and OPTIONS of these paths pass and leave their cache headers alone. Clients of
 * Magnolia send {@code [}, {@code ]} and {@code |} unencoded in queries: the container must be told to let them pass.
 */
public final class DeliveryServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int MAX_PARAMETERS = 1_000;
    private static final int WORTH_COMPRESSING_BYTES = 1_024;
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final Pattern EXPLAIN = Pattern.compile("(^|&)explain=true(&|$)");
    private static final Pattern NO_JSON = Pattern.compile("application/json\\s*;\\s*q=0(\\.0{1,3})?\\s*(,|$)");
    private static final Pattern GZIP = Pattern.compile("(^|[,\\s])gzip\\s*(;|,|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_GZIP =
            Pattern.compile("gzip\\s*;\\s*q=0(\\.0{1,3})?\\s*(,|$)", Pattern.CASE_INSENSITIVE);

    private final transient Delivery delivery;
    private final transient Supplier<Definitions> definitions;

    public DeliveryServlet(Delivery delivery, Supplier<Definitions> definitions) {
        this.delivery = delivery;
        this.definitions = definitions;
    }

    /** Whether the request is for a path that this servlet answers. */
    public boolean serves(HttpServletRequest request) {
        try {
            var path = RequestTarget.path(request);
            return path != null && (isDescription(path) || delivery.serves(path));
        } catch (PlatformException e) {
            return false;
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (RuntimeException e) {
            DeliveryErrors.write(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = RequestTarget.path(request);
        if (path == null) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, request.getRequestURI());
        }
        var rules = definitions.get().site().cors();
        var byOrigin = CrossOrigin.allow(rules, "/.rest/" + path, request, response);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                if (refusesJson(request)) {
                    DeliveryErrors.write(request, response, 406, "notAcceptable", "Only application/json is answered");
                    return;
                }
                var parameters = RequestTarget.parameters(request, MAX_PARAMETERS);
                var answer = isDescription(path)
                        ? description(path, parameters)
                        : delivery.answer(new DeliveryRequest(
                                path, parameters, list(request, "Accept-Language"), CurrentActor.orAnonymous()));
                write(request, response, answer, byOrigin);
            }
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOWED);
                if (byOrigin) {
                    response.setHeader("Vary", "Origin");
                }
                CrossOrigin.preflight(rules, "/.rest/" + path, request, response);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOWED);
                DeliveryErrors.write(
                        request, response, 405, "methodNotAllowed", "Only " + ALLOWED + " are answered here");
            }
        }
    }

    /** Whether the request is for more than visitors are told, so that whoever asks must log in first. */
    public boolean asksForExplanation(HttpServletRequest request) {
        return isExplained(request) && serves(request);
    }

    private static boolean isExplained(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && EXPLAIN.matcher(query).find();
    }

    private static boolean isDescription(String path) {
        return path.equals("delivery") || path.equals("delivery/") || path.equals("openapi.json");
    }

    private DeliveryAnswer description(String path, List<DeliveryRequest.Parameter> parameters) {
        return path.equals("openapi.json") ? delivery.openApi(parameters) : delivery.endpoints(parameters);
    }

    /** A list may come in several lines, which are one list; null when there is none. */
    private static @Nullable String list(HttpServletRequest request, String header) {
        var lines = request.getHeaders(header);
        return lines == null || !lines.hasMoreElements() ? null : String.join(", ", Collections.list(lines));
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, DeliveryAnswer answer, boolean byOrigin)
            throws IOException {
        var large = answer.body().json().length >= WORTH_COMPRESSING_BYTES;
        var compressed = large && acceptsGzip(request);
        var etag = '"' + answer.body().etag() + (compressed ? "-gzip\"" : "\"");
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", isExplained(request) ? "private, no-store" : cacheControl(answer.cache()));
        response.setHeader("Vary", vary(answer.negotiated(), byOrigin));
        if (answer.languageTag() != null) {
            response.setHeader("Content-Language", answer.languageTag());
        }
        if (!answer.surrogateKeys().isEmpty()) {
            response.setHeader("Surrogate-Key", answer.surrogateKeys());
        }
        if (isKnown(list(request, "If-None-Match"), answer.body().etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var bytes = compressed ? answer.body().gzip() : answer.body().json();
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static String vary(boolean byLanguage, boolean byOrigin) {
        var vary = byLanguage ? "Accept-Encoding, Accept-Language" : "Accept-Encoding";
        return byOrigin ? vary + ", Origin" : vary;
    }

    private static String cacheControl(CachePolicy policy) {
        var control = new StringJoiner(", ");
        control.add("public");
        control.add("max-age=" + policy.maxAge().toSeconds());
        control.add("s-maxage=" + policy.sharedMaxAge().toSeconds());
        if (policy.staleWhileRevalidate().isPositive()) {
            control.add(
                    "stale-while-revalidate=" + policy.staleWhileRevalidate().toSeconds());
        }
        return control.toString();
    }

    /** Either form of the answer will do: a client that has one need not fetch the other. */
    private static boolean isKnown(@Nullable String tags, String etag) {
        if (tags == null) {
            return false;
        }
        for (var tag : tags.split(",")) {
            var known = tag.strip();
            known = known.startsWith("W/") ? known.substring(2) : known;
            if (known.equals("*") || known.equals('"' + etag + '"') || known.equals('"' + etag + "-gzip\"")) {
                return true;
            }
        }
        return false;
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = list(request, "Accept-Encoding");
        return accepted != null
                && GZIP.matcher(accepted).find()
                && !NO_GZIP.matcher(accepted).find();
    }

    /** JSON is also the answer to who would rather have something else; only who says that JSON will not do gets none. */
    private static boolean refusesJson(HttpServletRequest request) {
        var accepted = list(request, "Accept");
        return accepted != null && NO_JSON.matcher(accepted).find();
    }
}
