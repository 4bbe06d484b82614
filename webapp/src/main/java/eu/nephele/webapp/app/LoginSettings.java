package eu.nephele.webapp.app;

import eu.nephele.webapp.http.OpenIdSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Other ways to log in than a password. */
record LoginSettings(@DefaultValue OpenId openId) {

    /**
     * An identity provider; none without an issuer.
     *
     * @param clientSecret none for a public client
     * @param rolesClaim the claim that lists groups or roles at the provider
     * @param roles role here by value of that claim; {@code *} is what everybody gets
     * @param afterLogin the page that the browser is sent to
     * @param label what the button of the log-in page says
     */
    record OpenId(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
            @DefaultValue("groups") String rolesClaim,
            @DefaultValue Map<String, String> roles,
            @DefaultValue("/admin/") String afterLogin,
            @DefaultValue("") String label) {

        OpenId {
            scopes = List.copyOf(scopes);
            roles = Map.copyOf(roles);
            if (!issuer.isBlank() && clientId.isBlank()) {
                throw new IllegalArgumentException("nephele.login.open-id.client-id is missing");
            }
            if (!afterLogin.startsWith("/") || afterLogin.startsWith("//")) {
                throw new IllegalArgumentException(
                        "nephele.login.open-id.after-login must be a path on this server, such as /admin/");
            }
        }

        @Nullable
        OpenIdSettings settings() {
            return issuer.isBlank()
                    ? null
                    : new OpenIdSettings(
                            issuer,
                            clientId,
                            clientSecret.isBlank() ? null : clientSecret,
                            scopes,
                            rolesClaim,
                            roles,
                            afterLogin);
        }

        @Override
        public String toString() {
            return "OpenId[" + issuer + "]";
        }
    }
}
