package eu.nephele.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers in the browser itself, for some minutes, which log-in at the identity provider it has begun: whichever node the browser comes back
 * to can finish it. What is in it (state, nonce, code verifier) concerns that browser alone.
 */
public final class LoginRequestCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String NAME = "nephele-login";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        var state = request.getParameter("state");
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .findFirst()
                .map(cookie -> read(cookie.getValue()))
                .filter(begun -> begun.getState() != null && begun.getState().equals(state))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, begun == null ? "" : written(begun), begun == null ? Duration.ZERO : LASTS);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var begun = loadAuthorizationRequest(request);
        set(request, response, "", Duration.ZERO);
        return begun;
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/.rest/editor/v1/login")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String written(OAuth2AuthorizationRequest begun) {
        var members = new LinkedHashMap<String, Object>();
        members.put("authorizationUri", begun.getAuthorizationUri());
        members.put("requestUri", begun.getAuthorizationRequestUri());
        members.put("clientId", begun.getClientId());
        members.put("redirectUri", begun.getRedirectUri());
        members.put("scopes", begun.getScopes());
        members.put("state", begun.getState());
        members.put("additional", begun.getAdditionalParameters());
        members.put("attributes", begun.getAttributes());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(members));
    }

    private static @Nullable OAuth2AuthorizationRequest read(String value) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            var members = JSON.readTree(json);
            var scopes = new java.util.LinkedHashSet<String>();
            members.get("scopes").forEach(scope -> scopes.add(scope.asString()));
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(members.get("authorizationUri").asString())
                    .authorizationRequestUri(members.get("requestUri").asString())
                    .clientId(members.get("clientId").asString())
                    .redirectUri(members.get("redirectUri").asString())
                    .scopes(Set.copyOf(scopes))
                    .state(members.get("state").asString())
                    .additionalParameters(map(members.get("additional").toString()))
                    .attributes(attributes ->
                            attributes.putAll(map(members.get("attributes").toString())))
                    .build();
        } catch (IllegalArgumentException | NullPointerException | JacksonException forged) {
            return null;
        }
    }

    private static Map<String, Object> map(String json) {
        return JSON.readValue(json, new TypeReference<HashMap<String, Object>>() {});
    }
}
