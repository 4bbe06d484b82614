package eu.nephele.webapp.http;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns what controllers throw into an answer. What is our fault is logged with its cause, and the client is told no more than that. */
@RestControllerAdvice
public final class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorWriter writer;

    public ErrorAdvice(ErrorWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void platformError(PlatformException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (error.code().kind() == ErrorKind.DEFECT) {
            defect(error, request, response);
            return;
        }
        if (error.code().kind() == ErrorKind.UNAVAILABLE) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), error.getMessage());
        }
        // Why, with addresses of the search server, is in the log and for administrators in the status.
        var problem = error.code() == ErrorCode.SEARCH_UNAVAILABLE
                ? Problems.of(
                        error.code(),
                        say("Searching is not possible at the moment; try again in some seconds"),
                        error.fields())
                : Problems.of(error);
        writer.write(request, response, problem);
    }

    @ExceptionHandler
    void tooLargeUpload(MaxUploadSizeExceededException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = Problems.of(ErrorCode.TOO_LARGE, say("The upload is larger than allowed"), List.of());
        writer.write(request, response, problem);
    }

    @ExceptionHandler
    void brokenUpload(MultipartException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var message = "The body is no complete multipart/form-data with a field `file`";
        writer.write(request, response, Problems.of(ErrorCode.BAD_REQUEST, message, List.of()));
    }

    @ExceptionHandler
    void suspicious(RequestRejectedException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var message = "The request has characters that are allowed in no parameter or header";
        writer.write(request, response, Problems.of(ErrorCode.BAD_REQUEST, message, List.of()));
    }

    @ExceptionHandler
    void wrongValue(MethodArgumentTypeMismatchException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var expected =
                "must be %s".formatted(error.getRequiredType() == boolean.class ? "true or false" : "a whole number");
        var message = "%s is `%s`, but %s".formatted(error.getName(), error.getValue(), expected);
        var field = new FieldError(error.getName(), "type", expected);
        writer.write(request, response, Problems.of(ErrorCode.BAD_REQUEST, message, List.of(field)));
    }

    @ExceptionHandler
    void undecodable(InvalidParameterException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var message = "The parameters are too many, or not percent-encoded UTF-8";
        writer.write(request, response, Problems.of(ErrorCode.BAD_REQUEST, message, List.of()));
    }

    @ExceptionHandler
    void anythingElse(Exception error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            var detail = known.getBody().getDetail();
            writer.write(request, response, Problems.of(status, detail == null ? status.getReasonPhrase() : detail));
            return;
        }
        if (clientHasGone(error)) {
            return;
        }
        defect(error, request, response);
    }

    private void defect(Exception error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), error);
        var message = say("Something went wrong on the server; its log says what");
        writer.write(request, response, Problems.of(ErrorCode.INTERNAL, message, List.of()));
    }

    private static boolean clientHasGone(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("ClientAbortException")
                    || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
