package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.ExternalUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Lets in whom an identity provider knows, by the authorization code flow with PKCE. What is kept of it is a session of our own, as after a
 * password; roles follow the provider's claims at each log-in.
 */
public final class OpenIdLogin implements ClientRegistrationRepository, Iterable<ClientRegistration> {

    /** Where a browser begins; the name of the one provider is part of the path. */
    public static final String START = "/.rest/editor/v1/login/openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);
    private static final String BASE = "/.rest/editor/v1/login";
    private static final String PROVIDER = "openid";
    private static final String CALLBACK = BASE + "/callback/" + PROVIDER;
    private static final String LOGIN_PAGE = "/admin/";
    private static final String EVERYBODY = "*";

    private final OpenIdSettings settings;
    private final Accounts accounts;
    private final ErrorWriter errors;
    private volatile @Nullable ClientRegistration registration;

    public OpenIdLogin(OpenIdSettings settings, Accounts accounts, ErrorWriter errors) {
        this.settings = settings;
        this.accounts = accounts;
        this.errors = errors;
    }

    public HttpSecurity addTo(HttpSecurity http) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(this, BASE);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.oauth2Login(login -> login.clientRegistrationRepository(this)
                .authorizedClientRepository(new KeepNothing())
                .loginPage(LOGIN_PAGE)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(resolver)
                        .authorizationRequestRepository(new LoginRequestCookie()))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(BASE + "/callback/*"))
                .successHandler(this::enter)
                .failureHandler(this::refuse)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(OpenIdLogin.this::refuse);
                        return filter;
                    }
                }));
    }

    /** Asked for at the first log-in, not at the start: the provider may be down then. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!PROVIDER.equals(id)) {
            return null;
        }
        var known = registration;
        if (known == null) {
            var secret = settings.clientSecret();
            var builder = discovered()
                    .registrationId(PROVIDER)
                    .clientId(settings.clientId())
                    .redirectUri("{baseUrl}" + CALLBACK)
                    .scope(settings.scopes());
            known = (secret == null
                            ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            : builder.clientSecret(secret))
                    .build();
            registration = known;
        }
        return known;
    }

    private ClientRegistration.Builder discovered() {
        try {
            return ClientRegistrations.fromIssuerLocation(settings.issuer());
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "The identity provider {} tells nothing of itself: {}",
                    settings.issuer(),
                    unreachable.getMessage());
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The identity provider does not answer; log in with a password, or try again later",
                    unreachable);
        }
    }

    @Override
    public Iterator<ClientRegistration> iterator() {
        return List.<ClientRegistration>of().iterator();
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        try {
            var known = (OidcUser) authentication.getPrincipal();
            var user = new ExternalUser(
                    settings.issuer(),
                    known.getSubject(),
                    first(known.getPreferredUsername(), known.getEmail(), known.getSubject()),
                    first(known.getFullName(), known.getPreferredUsername(), ""),
                    first(known.getEmail(), ""),
                    roles(known));
            var origin = String.valueOf(request.getRemoteAddr());
            var account = accounts.enter(user, origin);
            SessionCookie.secret(request).ifPresent(accounts::logOut);
            SessionCookie.set(request, response, accounts.logIn(account, origin));
            response.sendRedirect(settings.afterLogin());
        } catch (PlatformException refusal) {
            tell(request, response, refusal);
        }
    }

    /** A person is sent back to the log-in page, which says what happened; a program gets problem details. */
    private void tell(HttpServletRequest request, HttpServletResponse response, PlatformException refusal)
            throws IOException {
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            var reason = switch (refusal.code()) {
                case STORE_UNAVAILABLE -> "unavailable";
                case ACCESS_DENIED -> "refused";
                default -> "failed";
            };
            response.sendRedirect(LOGIN_PAGE + "?login=" + reason);
        } else {
            errors.write(request, response, Problems.of(refusal));
        }
    }

    private Set<String> roles(OidcUser user) {
        var roles = new TreeSet<String>();
        var claim = user.getClaims().get(settings.rolesClaim());
        var values = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        for (var value : values) {
            var role = settings.roles().get(String.valueOf(value));
            if (role != null) {
                roles.add(role);
            }
        }
        var everybody = settings.roles().get(EVERYBODY);
        if (everybody != null) {
            roles.add(everybody);
        }
        return roles;
    }

    /** The provider's tokens are not needed once it has said who it is. */
    private static final class KeepNothing implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    }

    private static String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlatformException told) {
                tell(request, response, told);
                return;
            }
        }
        LOG.info("A log-in at the identity provider was refused: {}", reason.getMessage());
        var message = "The log-in at the identity provider did not succeed; begin again at " + START;
        tell(request, response, new PlatformException(ErrorCode.NOT_AUTHENTICATED, message));
    }
}
