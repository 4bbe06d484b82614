package eu.nephele.webapp.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writing requests that a page of another origin makes: browsers send a remembered password along by themselves. A client that
 * is no browser sends no {@code Origin} and is not concerned.
 */
public final class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ErrorWriter writer;

    public SameOrigin(ErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !READING.contains(request.getMethod()) && !isSame(origin, request)) {
            var message = "Pages of other origins may not write";
            writer.write(request, response, Problems.of(HttpStatus.FORBIDDEN, message));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSame(String origin, HttpServletRequest request) {
        try {
            var parsed = URI.create(origin);
            var port = parsed.getPort() >= 0 ? parsed.getPort() : "https".equals(parsed.getScheme()) ? 443 : 80;
            return request.getScheme().equals(parsed.getScheme())
                    && request.getServerName().equalsIgnoreCase(parsed.getHost())
                    && request.getServerPort() == port;
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }
}
