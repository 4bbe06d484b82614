package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The apps of the editor over HTTP. */
class AppApiTest extends ServerTest {

    private static final String APPS = "/.rest/editor/v1/apps";

    @Test
    void theLauncherListsAnAppForEachContentTypeInTheAskedLanguage() throws Exception {
        var list = server.admin("GET", APPS + "?lang=de", "").json();

        assertThat(list.get("language").asString()).isEqualTo("de");
        assertThat(list.get("apps").findValuesAsString("contentType")).contains("article", "author");
    }

    @Test
    void anAppIsAnsweredWithItsListAndItsForm() throws Exception {
        var app = server.admin("GET", APPS + "/article-app", "", "Accept-Language", "it")
                .json();

        assertThat(app.get("language").asString()).isEqualTo("it");
        assertThat(app.at("/browser/actions/0/label/text").asString()).isEqualTo("Aggiungi");
        assertThat(app.at("/detail/fields").findValuesAsString("name")).contains("title", "country");
        assertThat(app.toString()).doesNotContain(":null");
    }

    @Test
    void whatIsNoAppIsNotFoundAndStrangersAreAskedForTheirPassword() throws Exception {
        assertThat(server.admin("GET", APPS + "/nothing", "").status()).isEqualTo(404);
        assertThat(server.admin("GET", APPS + "?lang=..", "").status()).isEqualTo(400);
        assertThat(server.get(APPS).status()).isEqualTo(401);
    }
}
