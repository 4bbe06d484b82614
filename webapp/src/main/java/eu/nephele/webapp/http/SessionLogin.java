package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever has the cookie of an open session. What writes must also bring the session's token in {@code X-CSRF-Token}, which a page of
 * another origin can neither read nor guess.
 */
public final class SessionLogin extends OncePerRequestFilter {

    public static final String CSRF_HEADER = "X-CSRF-Token";

    /** Opens a new session whatever the old one was. */
    private static final String LOGIN = "/.rest/editor/v1/login";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Accounts accounts;
    private final ErrorWriter errors;

    public SessionLogin(Accounts accounts, ErrorWriter errors) {
        this.accounts = accounts;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = SessionCookie.secret(request);
        if (secret.isEmpty()
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || LOGIN.equals(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            accounts.withSession(secret.get()).ifPresent(SessionLogin::enter);
        } catch (PlatformException away) {
            errors.write(request, response, Problems.of(away));
            return;
        }
        if (hasEntered() && !READING.contains(request.getMethod()) && !hasToken(request, secret.get())) {
            var message =
                    "The header X-CSRF-Token is missing or not of this session: GET /.rest/editor/v1/me answers it";
            errors.write(request, response, Problems.of(ErrorCode.ACCESS_DENIED, message, List.of()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static void enter(Account account) {
        var authentication = new UsernamePasswordAuthenticationToken(account, null, List.of());
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static boolean hasEntered() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static boolean hasToken(HttpServletRequest request, String secret) {
        var given = request.getHeader(CSRF_HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        Sessions.csrfToken(secret).getBytes(StandardCharsets.UTF_8));
    }
}
