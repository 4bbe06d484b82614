package eu.nephele.webapp.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Answers as JSON what the container or the firewall refuses before any of our doors is reached: {@code %2f}, {@code %00}, broken headers. */
public final class MalformedRequests extends ErrorReportValve {

    private final ErrorWriter writer;

    public MalformedRequests(ErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(request, response, Problems.of(status, message(status)));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST
                ? "The request is not well-formed: its path, parameters or headers have characters that are not allowed there"
                : status.getReasonPhrase();
    }
}
