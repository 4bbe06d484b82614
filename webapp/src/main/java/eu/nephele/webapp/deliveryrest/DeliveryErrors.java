package eu.nephele.webapp.deliveryrest;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.webapp.http.ErrorStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes errors in Magnolia's form: {@code {"error":{"code","message"}}}. What is our fault is logged, and told to nobody else. */
final class DeliveryErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryErrors.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final String RETRY_SECONDS = "2";

    private DeliveryErrors() {}

    static void write(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        if (failure instanceof PlatformException known && known.code().kind() != ErrorKind.DEFECT) {
            if (known.code().kind() == ErrorKind.UNAVAILABLE) {
                response.setHeader("Retry-After", RETRY_SECONDS);
                LOG.debug("{} was not answered", request.getRequestURI(), known);
            }
            write(request, response, ErrorStatus.of(known.code()).value(), code(known.code()), message(known));
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            write(request, response, 500, "unknown", "Something went wrong on the server; its log says what");
        }
    }

    static void write(HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), response.getOutputStream())) {
            json.writeStartObject();
            json.writeName("error");
            json.writeStartObject();
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", message);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** What is out of reach is told without its address, settings and users: those are for the log and the status for administrators. */
    private static String message(PlatformException failure) {
        return switch (failure.code()) {
            case SEARCH_UNAVAILABLE -> "Searching is not possible at the moment; try again in some seconds";
            case STORE_UNAVAILABLE -> "This content cannot be read at the moment; try again in some seconds";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String code(ErrorCode code) {
        return switch (code) {
            case INVALID_QUERY -> "invalidQuery";
            case INVALID_VALUE -> "invalidValueFormat";
            case PATH_NOT_FOUND -> "pathNotFound";
            case ACCESS_DENIED -> "accessDenied";
            case SEARCH_UNAVAILABLE, STORE_UNAVAILABLE, NOT_SHOWN_YET -> "unavailable";
            default -> code.kind() == ErrorKind.NOT_FOUND ? "notFound" : "badRequest";
        };
    }
}
