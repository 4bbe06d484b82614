package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of programs, users and the record of what was done, over HTTP. */
class TokenTest extends ServerTest {

    private static final String TOKENS = "/.rest/editor/v1/tokens";
    private static final String USERS = "/.rest/editor/v1/users";

    @Test
    void aTokenOpensTheDoorAndIsShownOnce() throws Exception {
        var made = make("{\"name\":\"a program\"}");

        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(with(made, "GET", ENTRIES + "article", "").status()).isEqualTo(200);
        assertThat(with(made, "POST", ENTRIES + "article", "{\"title\":\"by a program\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.admin("GET", TOKENS, "").text())
                .contains(id(made))
                .doesNotContain(made.json().get("token").asString());
    }

    @Test
    void itsScopeLimitsActionsTypesLocalesAndPerspective() throws Exception {
        var reading = make("{\"name\":\"reads\",\"actions\":[\"read\"],\"types\":[\"article\"]}");
        var live = make("{\"name\":\"site\",\"perspective\":\"live\"}");
        var german = make("{\"name\":\"german\",\"actions\":[\"read\",\"write\"],\"locales\":[\"de\"]}");
        var path = ENTRIES + "article/"
                + server.admin("POST", ENTRIES + "article", "{\"title\":\"scoped\"}")
                        .json()
                        .get("@id")
                        .asString();

        assertThat(with(reading, "GET", path, "").status()).isEqualTo(200);
        assertThat(with(reading, "POST", path + "/publish", "{}").status()).isEqualTo(403);
        assertThat(with(reading, "GET", USERS, "").status()).isEqualTo(403);
        assertThat(with(reading, "GET", ENTRIES + "author", "")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(with(live, "GET", path, "").status()).isEqualTo(404);
        assertThat(with(german, "PATCH", path, "{\"title\":\"changed\",\"@revision\":1}")
                        .status())
                .isIn(403, 409);
    }

    @Test
    void aTokenManagesNeitherTokensNorSessionsNorPasswords() throws Exception {
        var made = make("{\"name\":\"all\"}");

        assertThat(with(made, "POST", TOKENS, "{\"name\":\"more\"}").status()).isEqualTo(403);
        assertThat(with(made, "DELETE", TOKENS + "/" + id(made), "").status()).isEqualTo(403);
        assertThat(with(made, "GET", "/.rest/editor/v1/sessions", "").status()).isEqualTo(403);
        assertThat(with(
                                made,
                                "POST",
                                "/.rest/editor/v1/me/password",
                                "{\"before\":\"secret\",\"after\":\"another one\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRevokedTokenOpensNothing() throws Exception {
        var made = make("{\"name\":\"revoked\"}");
        assertThat(server.admin("DELETE", TOKENS + "/" + id(made), "").status()).isEqualTo(204);

        var refused = with(made, "GET", ENTRIES + "article", "");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Nephele\", error=\"invalid_token\"");
        assertThat(refused.json().get("detail").asString()).contains("unknown or was revoked");
    }

    @Test
    void theTokenOfASuspendedUserOpensNothingAndHerPasswordNeither() throws Exception {
        var password = create("suspended");
        var made = make("{\"name\":\"hers\",\"user\":\"suspended\"}");
        assertThat(with(made, "GET", ENTRIES + "article", "").status()).isEqualTo(200);
        assertThat(server.as("suspended", password, "GET", "/.rest/editor/v1/me", "")
                        .status())
                .isEqualTo(200);

        server.admin("PATCH", USERS + "/suspended", "{\"enabled\":false}");

        assertThat(with(made, "GET", ENTRIES + "article", "").status()).isEqualTo(401);
        assertThat(server.as("suspended", password, "GET", "/.rest/editor/v1/me", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void othersTokensAndSessionsAreOutOfReach() throws Exception {
        var password = create("other");
        var made = make("{\"name\":\"admins\"}");

        assertThat(server.as("other", password, "DELETE", TOKENS + "/" + id(made), "")
                        .status())
                .isEqualTo(404);
        assertThat(server.as("other", password, "GET", TOKENS + "?all=true", "").status())
                .isEqualTo(403);
        assertThat(server.as("other", password, "POST", TOKENS, "{\"name\":\"x\",\"user\":\"admin\"}")
                        .status())
                .isEqualTo(403);
        assertThat(server.as("other", password, "PATCH", USERS + "/other", "{\"roles\":[\"superuser\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(with(made, "GET", ENTRIES + "article", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nph_", "nph_short", "nph_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../tokens"})
    void whatIsNoTokenOpensNothing(String text) throws Exception {
        assertThat(server.get(ENTRIES + "article", "Authorization", "Bearer " + text)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\",\"expiresInDays\":0}",
                "{\"name\":\"x\",\"expiresInDays\":367}",
                "{\"name\":\"x\",\"expiresInDays\":1.5}",
                "{\"name\":\"x\",\"types\":[\"kajak\"]}",
                "{\"name\":\"x\",\"actions\":[\"rule\"]}",
                "{\"name\":\"x\",\"scope\":[]}"
            })
    void aTokenThatIsNoneIsRefusedByName(String body) throws Exception {
        assertThat(server.admin("POST", TOKENS, body).status()).isEqualTo(400);
    }

    @Test
    void theLastAdministratorStaysAndPasswordsAreNoGuesses() throws Exception {
        assertThat(server.admin("PATCH", USERS + "/admin", "{\"roles\":[]}").status())
                .isEqualTo(400);
        assertThat(server.admin("DELETE", USERS + "/admin", "").status()).isEqualTo(400);
        assertThat(server.admin("POST", USERS, "{\"name\":\"weak\",\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(server.admin("POST", USERS, "{\"name\":\"admin\"}").status()).isEqualTo(409);
    }

    @Test
    void whatWasDoneIsRecordedWithoutSecretsAndTheRecordIsIntact() throws Exception {
        var made = make("{\"name\":\"recorded\"}");
        with(made, "GET", ENTRIES + "article", "");
        server.as("nobody", "guess", "GET", "/.rest/editor/v1/me", "");

        var log = server.admin("GET", "/.rest/editor/v1/audit?limit=500", "").text();
        assertThat(log)
                .contains("token-made", "token-used", "login-refused", "password-verified")
                .doesNotContain("guess", made.json().get("token").asString());
        assertThat(server.admin("GET", "/.rest/editor/v1/audit/verification", "")
                        .json()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theRecordIsAskedByActorEntryAndTimeAndPageByPage() throws Exception {
        var before = Instant.now();
        var entry = server.admin("POST", ENTRIES + "article", "{\"title\":\"recorded\"}")
                .json();
        var id = entry.get("@id").asString();
        var audit = "/.rest/editor/v1/audit";
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.admin("GET", audit + "?entry=" + id, "")
                        .json()
                        .at("/results")
                        .isEmpty()
                && System.nanoTime() < until) {
            Thread.sleep(20);
        }

        assertThat(server.admin("GET", audit + "?entry=%s&until=%s".formatted(id, before), "")
                        .json()
                        .get("results"))
                .isEmpty();
        assertThat(server.admin("GET", audit + "?entry=%s&since=%s".formatted(id, before), "")
                        .json()
                        .get("results"))
                .hasSize(1);
        assertThat(server.admin("GET", audit + "?since=yesterday", "").status()).isEqualTo(400);
        var first = server.admin("GET", audit + "?limit=1", "").json();
        var second = server.admin("GET", audit + "?limit=1&before=" + first.get("next"), "")
                .json();
        assertThat(second.at("/results/0/number").asLong())
                .isEqualTo(first.at("/results/0/number").asLong() - 1);
    }

    private Answer make(String body) throws Exception {
        var made = server.admin("POST", TOKENS, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    private String create(String name) throws Exception {
        var created = server.admin("POST", USERS, "{\"name\":\"%s\"}".formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("password").asString();
    }

    private Answer with(Answer made, String method, String path, String body) throws Exception {
        var header = "Bearer " + made.json().get("token").asString();
        return server.send(server.request(method, path, body, "Authorization", header));
    }

    private static String id(Answer made) {
        return made.json().get("id").asString();
    }
}
