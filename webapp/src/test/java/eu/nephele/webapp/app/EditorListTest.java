package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists, pickers, views and usages over HTTP. */
class EditorListTest extends ServerTest {

    private static final String EDITOR = "/.rest/editor/v1/";

    private String create(String type, String body) throws Exception {
        return server.admin("POST", ENTRIES + type, body).json().get("@id").asString();
    }

    @Test
    void aListHasItsColumnsFacetsAndTitles() throws Exception {
        var id = create(
                "article", "{\"title\":\"Oak boards\",\"title_de\":\"Eichenbretter\",\"country\":\"AT\",\"pages\":4}");

        var page = server.admin(
                        "GET",
                        ENTRIES + "article?q=oak&columns=title&facets=state,country&filter=pages:gte:4&sort=-pages",
                        "")
                .json();

        assertThat(page.get("total").asLong()).isEqualTo(1);
        assertThat(page.at("/results/0/properties").toString())
                .isEqualTo("{\"title\":\"Oak boards\",\"title_de\":\"Eichenbretter\"}");
        assertThat(page.at("/titles/" + id).asString()).isEqualTo("Oak boards");
        assertThat(page.at("/facets/state/buckets/0/value").asString()).isEqualTo("not-published");
        assertThat(server.admin("GET", ENTRIES + "article?filter=x", "").status())
                .isEqualTo(400);
        assertThat(server.admin("GET", ENTRIES + "article?filter=x:eq:1", "").status())
                .isEqualTo(400);
        assertThat(server.admin("GET", ENTRIES + "article?sort=nothing", "").status())
                .isEqualTo(400);
        assertThat(server.admin("GET", ENTRIES + "article?filter=country:eq:AT,DE", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSavedViewIsAListByItsAddress() throws Exception {
        create("article", "{\"title\":\"In the view\",\"pages\":77}");
        var view = server.admin(
                "POST",
                EDITOR + "views/article",
                "{\"name\":\"Thick\",\"shared\":true,\"filters\":[\"pages:gte:70\"],\"columns\":[\"pages\"]}");
        assertThat(view.status()).isEqualTo(201);
        var id = view.json().get("id").asString();

        var page = server.admin("GET", ENTRIES + "article?view=" + id, "").json();

        assertThat(page.at("/results/0/properties").toString()).isEqualTo("{\"pages\":77}");
        assertThat(server.admin("POST", EDITOR + "views/article", "{\"nome\":1}")
                        .text())
                .contains("allowed: ")
                .contains("filters");
        assertThat(server.admin("POST", EDITOR + "views/article", "{\"shared\":true}")
                        .text())
                .contains("`name` is missing");
        assertThat(server.admin("DELETE", EDITOR + "views/article/" + id, "").status())
                .isEqualTo(204);
        assertThat(server.admin("GET", ENTRIES + "article?view=" + id, "").status())
                .isEqualTo(404);
    }

    @Test
    void pickersVocabulariesAndUsagesAnswer() throws Exception {
        var article = create("article", "{\"title\":\"Referred\"}");
        var author = create("author", "{\"name\":\"Reader\",\"favourite\":\"%s\"}".formatted(article));

        assertThat(server.admin("GET", EDITOR + "references?types=article&q=referred", "")
                        .json()
                        .at("/choices/0/id")
                        .asString())
                .isEqualTo(article);
        assertThat(server.admin("GET", EDITOR + "references?types=dam", "").status())
                .isEqualTo(200);
        assertThat(server.admin("GET", EDITOR + "vocabularies/lands?lang=de", "")
                        .json()
                        .get("terms"))
                .isNotEmpty();
        var used = server.admin("GET", ENTRIES + "article/" + article + "/used-in", "")
                .json();
        assertThat(used.at("/usages/0/id").asString()).isEqualTo(author);
        assertThat(server.admin("DELETE", ENTRIES + "article/" + article, "").status())
                .isEqualTo(409);
        var other = create("article", "{\"title\":\"Replacement\"}");
        assertThat(server.admin("DELETE", ENTRIES + "article/" + article + "?replaceWith=" + other, "")
                        .status())
                .isEqualTo(204);
        assertThat(server.admin("GET", ENTRIES + "author/" + author, "").text()).contains(other);
    }

    @Test
    void whatIsPlannedIsToldWithTheNamesOfThosePlanning() throws Exception {
        var planner = """
                {"name":"planner","fullName":"Petra Planner","password":"correct horse battery","roles":["superuser"]}
                """;
        assertThat(server.admin("POST", EDITOR + "users", planner).status()).isEqualTo(201);
        var entry = create("article", "{\"title\":\"Planned\"}");
        var plan = """
                {"action":"publish","at":"2035-01-01T09:00","zone":"Europe/Belgrade"}
                """;
        var schedule = ENTRIES + "article/" + entry + "/schedule";
        var planned = server.as("planner", "correct horse battery", "POST", schedule, plan);
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);

        var calendar =
                server.admin("GET", EDITOR + "schedule?entry=" + entry, "").json();

        assertThat(calendar.at("/deeds/0/by").asString()).isEqualTo("planner");
        assertThat(calendar.at("/people/planner").asString()).isEqualTo("Petra Planner");
    }

    @Test
    void foldersAreMadeAndListed() throws Exception {
        assertThat(server.admin("POST", EDITOR + "tree/article", "{\"path\":\"/wood\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.admin("POST", EDITOR + "tree/article", "{\"path\":\"/wood\"}")
                        .status())
                .isEqualTo(409);
        create("article", "{\"title\":\"Below\",\"@path\":\"/wood\"}");

        assertThat(server.admin("GET", EDITOR + "tree/article?path=/wood", "")
                        .json()
                        .at("/nodes/0/title")
                        .asString())
                .isEqualTo("Below");
        assertThat(server.admin("GET", EDITOR + "tree/article", "").text()).contains("\"folder\":true");
    }
}
