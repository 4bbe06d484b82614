package eu.nephele.webapp.http;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in programs that send an API token: {@code Authorization: Bearer nph_...}. */
public final class TokenLogin extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final ErrorWriter errors;

    public TokenLogin(Accounts accounts, ErrorWriter errors) {
        this.accounts = accounts;
        this.errors = errors;
    }

    static boolean isUsedBy(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUsedBy(request)) {
            try {
                var text = request.getHeader(HttpHeaders.AUTHORIZATION)
                        .substring(SCHEME.length())
                        .strip();
                var account = accounts.withToken(text, String.valueOf(request.getRemoteAddr()));
                var authentication = new UsernamePasswordAuthenticationToken(account, null, List.of());
                SecurityContextHolder.getContext().setAuthentication(authentication);
            } catch (PlatformException refusal) {
                errors.write(request, response, Problems.of(refusal));
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
