package eu.nephele.webapp.uploads;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import me.desair.tus.server.TusFileUploadService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * An answer of the protocol whose refusals have words: the library announces a body of no bytes before it refuses, and an offset that a part had before it was
 * thrown away again.
 */
final class TusAnswer extends HttpServletResponseWrapper {

    private static final int NO_SUCH_VERSION = 412;
    private static final int DAMAGED = 460;

    private final HttpServletResponse response;
    private int refusedWith;
    private String reason = "";

    TusAnswer(HttpServletResponse response) {
        super(response);
        this.response = response;
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        refusedWith = status;
        reason = String.valueOf(message);
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    boolean isRefused() {
        return refusedWith > 0;
    }

    void tell(HttpServletRequest request, ErrorWriter errors) throws IOException {
        response.reset();
        response.setHeader("Tus-Resumable", TusFileUploadService.TUS_API_VERSION);
        if (refusedWith == NO_SUCH_VERSION) {
            response.setHeader("Tus-Version", TusFileUploadService.TUS_API_VERSION);
        }
        errors.write(request, response, Problems.of(HttpStatusCode.valueOf(refusedWith), code(), message()));
    }

    private String code() {
        return switch (refusedWith) {
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_GONE -> "not-found";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "too-large";
            case DAMAGED -> "checksum-mismatch";
            default -> "upload-refused";
        };
    }

    /** What editors may meet, in their language; mistakes of a client in the words of the library. */
    private String message() {
        return switch (refusedWith) {
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_GONE ->
                say("There is no such upload: it was finished, given up, or left alone for too long");
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> say("The upload is larger than allowed");
            case DAMAGED -> say("This part of the file was damaged on the way: it can be sent again");
            default -> reason;
        };
    }
}
