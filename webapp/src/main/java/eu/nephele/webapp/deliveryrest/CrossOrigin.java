package eu.nephele.webapp.deliveryrest;

import eu.nephele.platform.definition.SiteDefinition.CorsRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets pages of other origins read answers, where a rule of the site says so. Never with credentials: there are none to read with. */
final class CrossOrigin {

    private static final String ANY = "*";
    private static final String EXPOSED = "ETag, Content-Language, Surrogate-Key";
    private static final String PREFLIGHT_SECONDS = "600";
    private static final List<String> ANSWERED = List.of("GET", "HEAD", "OPTIONS");

    private CrossOrigin() {}

    /**
     * Adds the headers for the origin, if a rule allows it.
     *
     * @return whether another origin could get other headers, so that caches must keep them apart
     */
    static boolean allow(List<CorsRule> rules, String path, HttpServletRequest request, HttpServletResponse response) {
        var rule = rule(rules, path);
        if (rule == null) {
            return false;
        }
        var origin = request.getHeader("Origin");
        if (rule.allowedOrigins().contains(ANY)) {
            response.setHeader("Access-Control-Allow-Origin", ANY);
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
            return false;
        }
        if (origin != null && rule.allowedOrigins().contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        return true;
    }

    /** Answers what a browser asks before it sends a request that is not a simple one. */
    static void preflight(List<CorsRule> rules, String path, HttpServletRequest request, HttpServletResponse response) {
        var rule = rule(rules, path);
        if (rule == null
                || request.getHeader("Access-Control-Request-Method") == null
                || response.getHeader("Access-Control-Allow-Origin") == null) {
            return;
        }
        var methods = rule.allowedMethods().isEmpty()
                ? ANSWERED
                : rule.allowedMethods().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .filter(ANSWERED::contains)
                        .toList();
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", methods));
        if (!rule.allowedHeaders().isEmpty()) {
            response.setHeader("Access-Control-Allow-Headers", String.join(", ", rule.allowedHeaders()));
        }
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }

    private static @Nullable CorsRule rule(List<CorsRule> rules, String path) {
        for (var rule : rules) {
            if (rule.uris().isEmpty() || rule.uris().stream().anyMatch(uri -> matches(uri, path))) {
                return rule;
            }
        }
        return null;
    }

    private static boolean matches(String pattern, String path) {
        return pattern.endsWith(ANY)
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                        || path.equals(
                                pattern.substring(0, pattern.length() - 1).replaceFirst("/$", ""))
                : path.equals(pattern);
    }
}
