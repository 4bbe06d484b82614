package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The library of assets, its folders, files for editors, and the preview of an entry, over HTTP. */
class AssetLibraryHttpTest extends ServerTest {

    private static final String ASSETS = "/.rest/editor/v1/assets";

    @Test
    void whatIsInTheLibraryIsSearchedNarrowedAndCounted() throws Exception {
        var photo = upload("photo.jpg");
        var drawing = upload("drawing.png");
        server.admin(
                "PATCH",
                ASSETS + "/" + photo,
                "{\"properties\":{\"title\":\"A loom in Drava\",\"licence\":\"CC0-1.0\"}}");

        var found = server.admin("GET", ASSETS + "?q=LOOM&kind=image&sort=title", "")
                .json();
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.at("/results/0/@id").asString()).isEqualTo(photo);
        assertThat(found.at("/results/0/live").asBoolean()).isTrue();
        assertThat(found.at("/results/0/missing").toString()).isEqualTo("[\"alt\",\"creator\"]");
        var images = server.admin("GET", ASSETS + "?format=image/png&format=image/jpeg", "")
                .json();
        assertThat(images.at("/facets/kind/0/value").asString()).isEqualTo("image");
        assertThat(images.at("/facets/licence").toString()).contains("CC0-1.0");
        assertThat(server.admin("GET", ASSETS + "?colour=red", "").status()).isEqualTo(400);
        assertThat(server.admin("GET", ASSETS + "?sort=colour", "").status()).isEqualTo(400);

        var options = server.admin("GET", ASSETS + "/options", "").json();
        assertThat(options.at("/may/create/allowed").asBoolean()).isTrue();
        assertThat(options.get("maxFileSize").asInt()).isEqualTo(1_048_576);
        var known = server.admin("GET", ASSETS + "/" + photo, "").json();
        assertThat(known.at("/permissions/delete/allowed").asBoolean()).isTrue();

        server.admin("DELETE", ASSETS + "/" + drawing, "");
        var trash = server.admin("GET", ASSETS + "?trash=true", "").json();
        assertThat(trash.at("/results/0/@id").asString()).isEqualTo(drawing);
        assertThat(trash.at("/results/0/live").asBoolean()).isFalse();
        assertThat(server.get("/dam/" + drawing).status()).isEqualTo(404);
        // Its editors still see what it is.
        var picture = server.admin("GET", ASSETS + "/" + drawing + "/picture?size=w64", "");
        assertThat(picture.header("Content-Type")).startsWith("image/");
        assertThat(picture.header("Cache-Control")).startsWith("private");
        assertThat(server.admin("GET", ASSETS + "/" + drawing + "/file", "", "Range", "bytes=0-3")
                        .status())
                .isEqualTo(206);
        assertThat(server.get(ASSETS + "/" + drawing + "/file").status()).isEqualTo(401);
        assertThat(server.admin("GET", ASSETS + "/" + photo + "/file?download=1", "")
                        .header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void foldersAreMadeMovedAndEmptiedAndEachAssetSaysHowItsMoveWent() throws Exception {
        assertThat(server.admin("POST", ASSETS + "/folders", "{\"path\":\"/first\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.admin("POST", ASSETS + "/folders", "{\"path\":\"/first\"}")
                        .status())
                .isEqualTo(409);
        var text =
                server.upload("note.txt", "a note".getBytes()).json().get("@id").asString();

        var moved = server.admin(
                        "PATCH", ASSETS, "{\"ids\":[\"%s\",\"jcr:nothing\"],\"folder\":\"/first\"}".formatted(text))
                .json();
        assertThat(moved.at("/results/0/@path").asString()).isEqualTo("/first/note.txt");
        assertThat(moved.at("/results/1/code").asString()).isEqualTo("asset-not-found");

        var renamed = server.admin("PATCH", ASSETS + "/folders", "{\"path\":\"/first\",\"to\":\"/second\"}");
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(server.admin("GET", ASSETS + "?folder=/second", "")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.admin("GET", ASSETS + "/folders", "").text()).contains("{\"path\":\"/second\",\"assets\":1}");
        assertThat(server.admin("DELETE", ASSETS + "/folders?path=/second", "").status())
                .isEqualTo(409);
        server.admin("PATCH", ASSETS, "{\"ids\":[\"%s\"],\"folder\":\"/\"}".formatted(text));
        assertThat(server.admin("DELETE", ASSETS + "/folders?path=/second", "").status())
                .isEqualTo(204);
    }

    @Test
    void whatIsTypedIsShownAsItWillBeDeliveredAndNothingIsSaved() throws Exception {
        var id = server.admin("POST", ENTRIES + "article", "{\"@name\":\"ahead\",\"title\":\"Before\"}")
                .json()
                .get("@id")
                .asString();
        var path = ENTRIES + "article/" + id + "/preview";

        var shown = server.admin(
                "POST",
                path,
                "{\"fields\":{\"title\":\"After\",\"title_de\":\"Nachher\",\"pages\":\"many\"},\"locale\":\"de\"}");

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.json().get("address").asString()).isEqualTo("/.rest/delivery/articles/ahead");
        assertThat(shown.json().at("/delivered/title").asString()).isEqualTo("Nachher");
        assertThat(shown.json().at("/delivered").has("pages")).isFalse();
        assertThat(server.admin("POST", path, "{}")
                        .json()
                        .at("/delivered/title")
                        .asString())
                .isEqualTo("Before");
        assertThat(server.get("/.rest/delivery/articles/ahead").status()).isEqualTo(404);
        assertThat(server.admin("POST", ENTRIES + "article/nothing/preview", "{}")
                        .status())
                .isEqualTo(404);
    }

    private String upload(String name) throws Exception {
        try (var content = getClass().getResourceAsStream("/media/" + name)) {
            var uploaded = server.upload(name, content.readAllBytes());
            assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
            return uploaded.json().get("@id").asString();
        }
    }
}
