package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Errors as problem details (RFC 9457), with {@code code} and, where fields are concerned, {@code errors}. Outside the platform's own
 * interfaces, in Magnolia's form, which delivery clients test for: {@code {"error":{"code","message"}}}.
 */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(PlatformException error) {
        var problem = of(error.code(), String.valueOf(error.getMessage()), error.fields());
        error.details().forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail of(ErrorCode code, String message, List<FieldError> fields) {
        var problem = of(ErrorStatus.of(code), kebab(code.name()), message);
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields);
        }
        return problem;
    }

    static ProblemDetail of(HttpStatus status, String message) {
        return of(status, kebab(status.getReasonPhrase()), message);
    }

    /** For statuses that a protocol on top of HTTP has brought along. */
    public static ProblemDetail of(HttpStatusCode status, String code, String message) {
        var problem = ProblemDetail.forStatusAndDetail(status, message);
        problem.setType(URI.create("urn:nephele:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    /** Magnolia's form of the same error. */
    static Map<String, Object> magnoliaForm(ProblemDetail problem) {
        var code = String.valueOf(
                problem.getProperties() == null ? null : problem.getProperties().get("code"));
        var message = problem.getDetail() == null ? "" : problem.getDetail();
        return Map.of("error", Map.of("code", camel(code), "message", message));
    }

    /** Whether errors of this path are told as problem details. */
    static boolean speaksProblems(String path) {
        return path.startsWith("/.rest/editor")
                || path.startsWith("/.rest/ops")
                || path.startsWith("/.rest/definitions");
    }

    private static String kebab(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String camel(String kebab) {
        var words = new StringBuilder();
        for (var word : kebab.split("-")) {
            words.append(words.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return words.toString();
    }
}
