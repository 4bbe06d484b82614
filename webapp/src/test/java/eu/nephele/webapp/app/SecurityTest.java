package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static eu.nephele.webapp.app.TestingApplication.basic;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and who does not. */
class SecurityTest extends ServerTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /.rest/editor/v1/entries/article",
        "POST, /.rest/editor/v1/entries/article",
        "POST, /.rest/editor/v1/assets",
        "POST, /.rest/editor/v1/imports?type=article",
        "GET, /.rest/ops/status",
        "GET, /.rest/definitions/problems",
        "GET, /.rest/editor/nothing"
    })
    void withoutAPasswordNothingBehindTheDoorsAnswers(String method, String path) throws Exception {
        var refused = server.send(server.request(method, path, "GET".equals(method) ? "" : "{}"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(refused.json().get("code").asString()).isEqualTo("not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//.rest/ops/status",
                "/.rest//ops/status",
                "/.rest/./ops/status",
                "/.rest/delivery/../ops/status",
                "/.rest;x=y/ops/status",
                "/.rest/ops;x=y/status",
                "/.rest/ops/status;x=y",
                "/.rest/ops/status/",
                "/.rest/ops/status.json",
                "/.rest/%6fps/status",
                "/.rest/ops%2fstatus",
                "/.rest/ops/%2e%2e/ops/status",
                "/.REST/OPS/STATUS",
                "/.rest/ops/health/../status",
                "/.rest/ops/health/%2e%2e/status",
                "/dam/../.rest/ops/status"
            })
    void noSpellingOfAPathGoesAroundThePassword(String path) throws Exception {
        var answer = server.get(path);

        assertThat(answer.status()).isIn(400, 401, 404);
        assertThat(answer.text()).doesNotContain("uptimeSeconds");
    }

    @Test
    void wrongNamesAndWrongPasswordsReadTheSame() throws Exception {
        var wrongName = server.get("/.rest/ops/status", "Authorization", basic("nobody", "secret"));
        var wrongPassword = server.get("/.rest/ops/status", "Authorization", basic("admin", "wrong"));

        assertThat(wrongName.status()).isEqualTo(401);
        assertThat(wrongName.text()).isEqualTo(wrongPassword.text());
    }

    @Test
    void whoGuessesTooOftenHasToWait() throws Exception {
        var status = 401;
        for (var guess = 0; guess < 20 && status == 401; guess++) {
            status = server.get("/.rest/ops/status", "Authorization", basic("guessed", "guess" + guess))
                    .status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(server.admin("GET", "/.rest/ops/status", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1.evil.example", "nonsense"})
    void aPageOfAnotherOriginCannotWrite(String origin) throws Exception {
        var refused = server.admin("POST", ENTRIES + "article", "{\"title\":\"x\"}", "Origin", origin);

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aPageOfThisOriginCanWrite() throws Exception {
        var own = "http://127.0.0.1:" + server.port();

        assertThat(server.admin("POST", ENTRIES + "article", "{\"title\":\"own\"}", "Origin", own)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void readersNeedNoPasswordAndGetNoCookie() throws Exception {
        for (var path : new String[] {
            "/", "/.rest/delivery/articles", "/.rest/press-authors", "/.rest/openapi.json", "/.rest/ops/health/live"
        }) {
            var answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void errorsBelowRestAreJsonAndTellNothingOfTheInside() throws Exception {
        var unknown = server.get("/.rest/nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/error/code").asString()).isNotBlank();
        assertThat(server.get("/.rest/ops/health/nothing").json().get("status").asInt())
                .isEqualTo(404);
        for (var path : new String[] {"/.rest/nothing", "/nothing", "/error", "/.rest/delivery/articles?x[y"}) {
            assertThat(server.get(path.replace("[", "%5B")).text())
                    .doesNotContain("Exception", "at eu.nephele", "Tomcat");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.rest/delivery/articles%2fx",
                "/.rest/delivery/%00",
                "/.rest/delivery/a%5cb",
                "/.rest/delivery/../editor/v1/entries/article",
                "/.rest//editor/v1/entries/article",
                "/dam/%2f",
                "/%2f"
            })
    void whatTheContainerRefusesIsAlsoAnsweredInJson(String path) throws Exception {
        var refused = server.get(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.json().at("/error/code").asString()).isEqualTo("badRequest");
    }

    @Test
    void aRefusedPathOfTheEditorIsAProblem() throws Exception {
        var refused = server.admin("GET", ENTRIES + "%2f", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isEqualTo("bad-request");
    }

    @Test
    void aRequestThatIsNoHttpIsAnsweredInJson() throws Exception {
        var answer = server.raw("NONSENSE\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/json")
                .doesNotContain("<html");
    }
}
