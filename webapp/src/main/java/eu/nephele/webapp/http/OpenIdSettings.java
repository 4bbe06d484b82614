package eu.nephele.webapp.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logging in at an identity provider by OpenID Connect.
 *
 * @param issuer its address, whose {@code .well-known/openid-configuration} tells the rest
 * @param rolesClaim the claim of the ID token that lists groups or roles there
 * @param roles what a value of that claim gives here: role names by value; * is what everybody gets
 * @param afterLogin the page that the browser is sent to
 */
public record OpenIdSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        List<String> scopes,
        String rolesClaim,
        Map<String, String> roles,
        String afterLogin) {

    public OpenIdSettings {
        scopes = List.copyOf(scopes);
        roles = Map.copyOf(roles);
    }

    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + "]";
    }
}
