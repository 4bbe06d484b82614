package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks for a password, or says why the given one was refused. */
public final class AuthenticationErrors implements AuthenticationEntryPoint {

    private final ErrorWriter writer;

    public AuthenticationErrors(ErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var problem = exception instanceof PasswordCheck.Refused refused
                ? Problems.of(refused.reason())
                : Problems.of(ErrorCode.NOT_AUTHENTICATED, "Name and password are needed", List.of());
        writer.write(request, response, problem);
    }
}
