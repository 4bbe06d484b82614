package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of browsers: the cookie, the token that writes need, and their end. */
class LoginTest extends ServerTest {

    private static final String LOGIN = "/.rest/editor/v1/login";
    private static final String ME = "/.rest/editor/v1/me";

    @Test
    void aPasswordOpensASessionThatReads() throws Exception {
        var answer = logIn("admin", "secret");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("name").asString()).isEqualTo("admin");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(get(ME, cookie(answer)).json().get("csrfToken").asString()).isEqualTo(token(answer));
        assertThat(get(ENTRIES + "article", cookie(answer)).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsForTlsAloneWhereTlsIsSpoken(@org.junit.jupiter.api.io.TempDir java.nio.file.Path data)
            throws Exception {
        assertThat(logIn("admin", "secret").header("Set-Cookie")).doesNotContain("Secure");
        try (var behindProxy = TestingApplication.start(data, "--server.forward-headers-strategy=native")) {
            var answer = behindProxy.send(behindProxy.request(
                    "POST", LOGIN, "{\"user\":\"admin\",\"password\":\"secret\"}", "X-Forwarded-Proto", "https"));

            assertThat(answer.header("Set-Cookie")).contains("Secure");
        }
    }

    /** Its pages are no other origin's, see config/nginx.conf. */
    @Test
    void oneLogsInBehindAProxyOnAnyPort(@org.junit.jupiter.api.io.TempDir java.nio.file.Path data) throws Exception {
        try (var behindProxy = TestingApplication.start(data, "--server.forward-headers-strategy=native")) {
            var body = "{\"user\":\"admin\",\"password\":\"secret\"}";
            for (var origin : java.util.Map.of("8088", 200, "8089", 403).entrySet()) {
                var request = behindProxy.request(
                        "POST", LOGIN, body, "X-Forwarded-Proto", "http", "X-Forwarded-Port", "8088");
                var host = request.build().uri().getHost();
                var answer =
                        behindProxy.send(request.header("Origin", "http://%s:%s".formatted(host, origin.getKey())));

                assertThat(answer.status()).as(origin.getKey()).isEqualTo(origin.getValue());
            }
        }
    }

    @Test
    void writesNeedTheTokenOfTheSession() throws Exception {
        var session = logIn("admin", "secret");
        var other = logIn("admin", "secret");

        for (var token : new String[] {"", "wrong", token(other)}) {
            var refused = write(session, token);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("detail").asString()).contains("X-CSRF-Token");
        }
        assertThat(write(session, token(session)).status()).isEqualTo(201);
    }

    @Test
    void everybodyMayAskHowToLogIn() throws Exception {
        assertThat(server.send(server.request("GET", LOGIN, "")).text()).isEqualTo("{\"password\":true}");
    }

    @Test
    void oneSignsOutEverywhereOrEverywhereElse() throws Exception {
        var here = logIn("admin", "secret");
        var there = logIn("admin", "secret");
        var sessions = get("/.rest/editor/v1/sessions", cookie(here)).json().get("results");
        assertThat(sessions.valueStream().filter(one -> one.get("current").asBoolean()))
                .hasSize(1);

        assertThat(end(here, "?others=true").status()).isEqualTo(204);
        assertThat(get(ME, cookie(there)).status()).isEqualTo(401);
        assertThat(get(ME, cookie(here)).status()).isEqualTo(200);
        assertThat(end(here, "").status()).isEqualTo(204);
        assertThat(get(ME, cookie(here)).status()).isEqualTo(401);
    }

    private Answer end(Answer session, String query) throws Exception {
        return server.send(server.request(
                "DELETE",
                "/.rest/editor/v1/sessions" + query,
                "",
                "Cookie",
                cookie(session),
                "X-CSRF-Token",
                token(session)));
    }

    @Test
    void afterLogOutTheCookieOpensNothing() throws Exception {
        var session = logIn("admin", "secret");

        var out = server.send(server.request(
                "POST", "/.rest/editor/v1/logout", "", "Cookie", cookie(session), "X-CSRF-Token", token(session)));

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(get(ME, cookie(session)).status()).isEqualTo(401);
        assertThat(write(session, token(session)).status()).isEqualTo(401);
    }

    @Test
    void aForeignPageCanNeitherLogOutNorLogInAnotherUser() throws Exception {
        var session = logIn("admin", "secret");

        var out = server.send(server.request("POST", "/.rest/editor/v1/logout", "", "Cookie", cookie(session)));
        var in = server.send(server.request(
                "POST", LOGIN, "{\"user\":\"admin\",\"password\":\"secret\"}", "Origin", "http://evil.example"));

        assertThat(out.status()).isEqualTo(403);
        assertThat(in.status()).isEqualTo(403);
        assertThat(get(ME, cookie(session)).status()).isEqualTo(200);
    }

    @Test
    void aNewLogInEndsTheSessionBefore() throws Exception {
        var first = logIn("admin", "secret");
        var second = server.send(
                server.request("POST", LOGIN, "{\"user\":\"admin\",\"password\":\"secret\"}", "Cookie", cookie(first)));

        assertThat(cookie(second)).isNotEqualTo(cookie(first));
        assertThat(get(ME, cookie(first)).status()).isEqualTo(401);
        assertThat(get(ME, cookie(second)).status()).isEqualTo(200);
    }

    @Test
    void wrongNamesAndWrongPasswordsReadTheSameAndSetNoCookie() throws Exception {
        var wrongName = logIn("nobody", "secret");
        var wrongPassword = logIn("admin", "wrong");

        assertThat(wrongName.status()).isEqualTo(401);
        assertThat(wrongName.text()).isEqualTo(wrongPassword.text());
        assertThat(wrongName.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aScriptOfOurPageIsNotAskedByTheBrowser() throws Exception {
        var fromScript = server.send(server.request("GET", ME, "").header("X-Any", "x"));
        assertThat(fromScript.header("WWW-Authenticate")).startsWith("Basic");

        var refused = server.raw(
                "GET " + ME + " HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Mode: cors\r\nConnection: close\r\n\r\n");
        assertThat(refused).startsWith("HTTP/1.1 401").doesNotContain("WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"user\":\"admin\"}",
                "{\"user\":1,\"password\":\"secret\"}",
                "{\"user\":\"admin\",\"password\":\"secret\",\"remember\":true}"
            })
    void aLogInThatIsNoneIsABadRequest(String body) throws Exception {
        var refused = server.send(server.request("POST", LOGIN, body));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../users/system/admin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aCookieThatIsNoSessionsOpensNothing(String value) throws Exception {
        assertThat(get(ME, "nephele-session=" + value).status()).isEqualTo(401);
    }

    private Answer logIn(String user, String password) throws Exception {
        return server.send(
                server.request("POST", LOGIN, "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password)));
    }

    private Answer get(String path, String cookie) throws Exception {
        return server.get(path, "Cookie", cookie);
    }

    private Answer write(Answer session, String token) throws Exception {
        return server.send(server.request(
                "POST",
                ENTRIES + "article",
                "{\"title\":\"by session\"}",
                "Cookie",
                cookie(session),
                "X-CSRF-Token",
                token));
    }

    private static String cookie(Answer login) {
        return login.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private static String token(Answer login) {
        return login.json().get("csrfToken").asString();
    }
}
