package eu.nephele.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error to the client, in the form that its path speaks. */
public final class ErrorWriter {

    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json;

    public ErrorWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var path = originalPath(request);
        var problems = Problems.speaksProblems(path);
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        response.setContentType(problems ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (problem.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && !asksItself(request)) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    TokenLogin.isUsedBy(request)
                            ? "Bearer realm=\"Nephele\", error=\"invalid_token\""
                            : "Basic realm=\"Nephele\", charset=\"UTF-8\"");
        }
        if (problem.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE || problem.getStatus() == 429) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (!"HEAD".equals(request.getMethod())) {
            var body = problems ? problem : Problems.magnoliaForm(problem);
            response.getOutputStream().write(json.writeValueAsBytes(body));
        }
    }

    /** Whether a script of our own page asks, which shows its own log-in: the browser's question would be in its way. */
    private static boolean asksItself(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    private static String originalPath(HttpServletRequest request) {
        var forwarded = request.getAttribute("jakarta.servlet.error.request_uri");
        var path = forwarded instanceof String original ? original : request.getRequestURI();
        // A request that is no HTTP at all has none.
        return path == null ? "" : path;
    }
}
