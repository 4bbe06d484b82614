package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Logging in at an identity provider that is a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdLoginTest {

    private static final String START = "/.rest/editor/v1/login/openid";
    private static final String ME = "/.rest/editor/v1/me";

    private TestingProvider provider;
    private TestingApplication server;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        provider = TestingProvider.start(data);
        server = TestingApplication.start(
                data.resolve("server"),
                "--nephele.login.open-id.issuer=" + provider.issuer(),
                "--nephele.login.open-id.client-id=nephele",
                "--nephele.login.open-id.client-secret=hidden",
                "--nephele.login.open-id.roles[admins]=superuser");
    }

    @AfterAll
    void stop() {
        provider.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whomTheProviderLetsInHasASessionAndTheRolesOfHerGroups() throws Exception {
        var entered = enter(
                "subject-1",
                "{\"preferred_username\":\"eva\",\"name\":\"Sample Eva\",\"groups\":[\"admins\",\"others\"]}");

        assertThat(server.get("/.rest/editor/v1/login").text())
                .isEqualTo(
                        "{\"password\":true,\"openId\":{\"label\":\"\",\"start\":\"/.rest/editor/v1/login/openid\"}}");
        assertThat(entered.status()).isEqualTo(302);
        assertThat(entered.header("Location")).endsWith("/admin/");
        var me = server.get(ME, "Cookie", session(entered)).json();
        assertThat(me.get("name").asString()).isEqualTo("eva");
        assertThat(me.get("fullName").asString()).isEqualTo("Sample Eva");
        assertThat(me.get("roles").toString()).isEqualTo("[\"superuser\"]");
        assertThat(me.has("csrfToken")).isTrue();
    }

    @Test
    void whoseGroupsMeanNothingHereIsNotLetIn() throws Exception {
        var refused = enter("subject-2", "{\"preferred_username\":\"nobody\",\"groups\":[\"others\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("no role");
        assertThat(session(refused)).isEmpty();
    }

    @Test
    void aUserOfOurOwnIsNotTakenOverByItsName() throws Exception {
        var refused = enter("subject-3", "{\"preferred_username\":\"admin\",\"groups\":[\"admins\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("another user");
    }

    @Test
    void rolesFollowTheProviderAndSuspensionHolds() throws Exception {
        var admin = "{\"preferred_username\":\"ida\",\"groups\":[\"admins\"]}";
        var session = session(enter("subject-4", admin));
        assertThat(server.get(ME, "Cookie", session).status()).isEqualTo(200);

        assertThat(enter("subject-4", "{\"preferred_username\":\"ida\",\"groups\":[]}")
                        .status())
                .isEqualTo(403);
        server.admin("PATCH", "/.rest/editor/v1/users/ida", "{\"enabled\":false}");

        assertThat(server.get(ME, "Cookie", session).status()).isEqualTo(401);
        assertThat(enter("subject-4", admin).json().get("detail").asString()).contains("suspended");
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForIsRefused() throws Exception {
        var begun = server.get(START);
        var back = provider.logIn(URI.create(begun.header("Location")), "subject-5", "{\"groups\":[\"admins\"]}");
        var path = back.getRawPath() + "?" + back.getRawQuery();

        assertThat(server.get(path).status()).isEqualTo(401);
        var other = cookie(server.get(START));
        assertThat(server.get(path, "Cookie", other).status()).isEqualTo(401);
        assertThat(server.get(path, "Cookie", "nephele-login=forged").status()).isEqualTo(401);
        assertThat(server.get(path, "Cookie", cookie(begun)).status()).isEqualTo(302);
    }

    @Test
    void aPersonWhoIsNotLetInIsSentBackToTheLogInPage(@TempDir Path data) throws Exception {
        var begun = server.get(START);
        var back = provider.logIn(URI.create(begun.header("Location")), "subject-6", "{\"groups\":[\"others\"]}");
        var refused = server.get(
                back.getRawPath() + "?" + back.getRawQuery(), "Cookie", cookie(begun), "Accept", "text/html,*/*");
        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused.header("Location")).endsWith("/admin/?login=refused");
        assertThat(session(refused)).isEmpty();

        try (var alone = TestingApplication.start(
                data,
                "--nephele.login.open-id.issuer=http://127.0.0.1:1/none",
                "--nephele.login.open-id.client-id=x")) {
            assertThat(alone.get(START, "Accept", "text/html").header("Location"))
                    .endsWith("/admin/?login=unavailable");
        }
    }

    @Test
    void aPasswordStillOpensTheDoor() throws Exception {
        assertThat(server.admin("GET", ME, "").status()).isEqualTo(200);
        assertThat(server.get(ME).status()).isEqualTo(401);
    }

    @Test
    void aProviderThatIsDownIsSaidAndPasswordsGoOn(@TempDir Path data) throws Exception {
        try (var alone = TestingApplication.start(
                data,
                "--nephele.login.open-id.issuer=http://127.0.0.1:1/none",
                "--nephele.login.open-id.client-id=x")) {
            var refused = alone.get(START);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("detail").asString()).contains("password");
            assertThat(alone.admin("GET", ME, "").status()).isEqualTo(200);
        }
    }

    private Answer enter(String subject, String claims) throws Exception {
        var begun = server.get(START);
        assertThat(begun.status()).as(begun.text()).isEqualTo(302);
        assertThat(begun.header("Location")).startsWith(provider.issuer()).contains("code_challenge=", "nonce=");
        var back = provider.logIn(URI.create(begun.header("Location")), subject, claims);
        assertThat(back.getPath()).isEqualTo("/.rest/editor/v1/login/callback/openid");
        return server.get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", cookie(begun));
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private static String session(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("nephele-session="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }
}
