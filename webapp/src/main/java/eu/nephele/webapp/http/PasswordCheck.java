package eu.nephele.webapp.http;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Verifies HTTP Basic credentials: those of an account, or the token that this process wrote for its own machine. */
public final class PasswordCheck implements AuthenticationProvider {

    /** Why a log-in was refused. */
    static final class Refused extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final PlatformException reason;

        Refused(PlatformException reason) {
            super(String.valueOf(reason.getMessage()), reason);
            this.reason = reason;
        }

        PlatformException reason() {
            return reason;
        }
    }

    private final Accounts accounts;
    private final LocalToken localToken;

    public PasswordCheck(Accounts accounts, LocalToken localToken) {
        this.accounts = accounts;
        this.localToken = localToken;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var name = request.getName();
        var password = request.getCredentials() instanceof String text ? text : "";
        var origin = request.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getRemoteAddress()).orElse("")
                : "";
        try {
            var account = localToken.accepts(name, password, origin)
                    ? Account.unstored(LocalToken.NAME)
                    : accounts.authenticate(name, password, origin);
            return new UsernamePasswordAuthenticationToken(account, null, List.of());
        } catch (PlatformException refusal) {
            throw new Refused(refusal);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
