package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an entry over HTTP, and what the editor API refuses. */
class EditorApiTest extends ServerTest {

    @Test
    void anEntryGoesFromDraftToReadersAndBack() throws Exception {
        var created = server.admin(
                "POST",
                ENTRIES + "article",
                "{\"@name\":\"wood\",\"title\":\"Wood\",\"title_de\":\"Holz\",\"country\":\"AT\"}");
        assertThat(created.status()).isEqualTo(201);
        var id = created.json().get("@id").asString();
        assertThat(created.header("Location")).isEqualTo(ENTRIES + "article/" + id);
        assertThat(created.json().get("@path").asString()).isEqualTo("/wood");
        assertThat(server.get("/.rest/delivery/articles/wood").status()).isEqualTo(404);

        var published = server.admin("POST", ENTRIES + "article/" + id + "/publish", "");
        assertThat(published.status()).isEqualTo(200);
        assertThat(server.get("/.rest/delivery/articles/wood?lang=de")
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("Holz");
        awaitHits("/.rest/delivery/articles?country=AT&facets=country", 1);
        var facet = server.get("/.rest/delivery/articles?country=AT&facets=country")
                .json()
                .at("/facets/country/buckets/0");
        assertThat(facet.get("value").asString()).isEqualTo("AT");

        var revision = published.json().get("revision").asLong();
        var changed =
                server.admin("PATCH", ENTRIES + "article/" + id, "{\"revision\":%d,\"pages\":7}".formatted(revision));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("modified");

        assertThat(server.admin("POST", ENTRIES + "article/" + id + "/unpublish", "")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/.rest/delivery/articles/wood").status()).isEqualTo(404);
        awaitHits("/.rest/delivery/articles?country=AT", 0);
        assertThat(server.admin("DELETE", ENTRIES + "article/" + id, "").status())
                .isEqualTo(204);
        assertThat(server.admin("GET", ENTRIES + "article/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void whatIsReadCanBeWrittenBack() throws Exception {
        var id = create(
                "{\"title\":\"Round trip\",\"links\":[{\"url\":\"https://a.example\",\"note_de\":\"da\"}],\"pages\":3}");

        var properties = server.admin("GET", ENTRIES + "article/" + id, "").json();
        var body = "{\"revision\":%d,%s"
                .formatted(
                        properties.get("revision").asLong(),
                        properties.get("properties").toString().substring(1));
        var saved = server.admin("PUT", ENTRIES + "article/" + id, body);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(server.admin("GET", ENTRIES + "article/" + id, "").json().get("properties"))
                .isEqualTo(properties.get("properties"));
    }

    @Test
    void aStaleSaveIsRefusedWithWhatDiffers() throws Exception {
        var id = create("{\"title\":\"Contested\"}");
        var read = server.admin("GET", ENTRIES + "article/" + id, "");
        var first = server.admin(
                "PATCH", ENTRIES + "article/" + id, "{\"title\":\"Mine\"}", "If-Match", read.header("ETag"));
        var second = server.admin(
                "PATCH", ENTRIES + "article/" + id, "{\"title\":\"Yours\"}", "If-Match", read.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
        assertThat(second.json().at("/errors/0/field").asString()).isEqualTo("title");
        assertThat(second.json().at("/errors/0/message").asString()).contains("Mine");
    }

    @Test
    void aSaveWithoutARevisionIsRefused() throws Exception {
        var id = create("{\"title\":\"Nameless\"}");

        var refused = server.admin("PATCH", ENTRIES + "article/" + id, "{\"title\":\"x\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("revision");
    }

    @Test
    void aPublicationNamesEveryRuleThatIsNotMet() throws Exception {
        var id = create("{\"@name\":\"incomplete\",\"links\":[{\"note\":\"without address\"}]}");

        var refused = server.admin("POST", ENTRIES + "article/" + id + "/publish", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field")).contains("title", "links/links0/url");
        assertThat(refused.json().get("code").asString()).isEqualTo("invalid-entry");
    }

    @Test
    void draftsAreListedAsSoonAsTheyAreSaved() throws Exception {
        create("{\"title\":\"Quintessence of listing\"}");

        var list = server.admin("GET", ENTRIES + "article?q=quintessence&limit=5", "")
                .json();

        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.at("/results/0/properties/title").asString()).isEqualTo("Quintessence of listing");
        assertThat(list.at("/results/0/state").asString()).isEqualTo("not-published");
        assertThat(server.admin("GET", ENTRIES + "article?limit=201", "").status())
                .isEqualTo(400);
        assertThat(server.admin("GET", ENTRIES + "article?limit=200", "").status())
                .isEqualTo(200);
    }

    @Test
    void anEntryIsMovedDuplicatedAndBroughtBackToAVersion() throws Exception {
        var id = create("{\"@name\":\"wanderer\",\"title\":\"Before\"}");
        var published =
                server.admin("POST", ENTRIES + "article/" + id + "/publish", "").json();
        var revision = published.get("revision").asLong();
        server.admin("PATCH", ENTRIES + "article/" + id, "{\"revision\":%d,\"title\":\"After\"}".formatted(revision));

        var moved = server.admin("POST", ENTRIES + "article/" + id + "/move", "{\"@path\":\"/archive\"}");
        assertThat(moved.json().get("@path").asString()).isEqualTo("/archive/wanderer");
        var copy = server.admin("POST", ENTRIES + "article/" + id + "/duplicate", "");
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.json().get("@path").asString()).isEqualTo("/archive/wanderer-copy");

        var versions = server.admin("GET", ENTRIES + "article/" + id + "/versions", "")
                .json()
                .get("versions");
        assertThat(versions).isNotEmpty();
        var name = versions.get(0).get("name").asString();
        assertThat(server.admin("POST", ENTRIES + "article/" + id + "/versions/" + name + "/restore", "")
                        .status())
                .isEqualTo(200);
        assertThat(server.admin("GET", ENTRIES + "article/" + id, "")
                        .json()
                        .at("/properties/title")
                        .asString())
                .isEqualTo("Before");
    }

    @Test
    void entriesAreListedByTheirState() throws Exception {
        var id = create("{\"@name\":\"stateful\",\"title\":\"Stateful\"}");
        assertThat(inState("not-published")).contains("stateful");

        server.admin("POST", ENTRIES + "article/" + id + "/publish", "");
        assertThat(inState("published")).contains("stateful");
        assertThat(inState("not-published")).doesNotContain("stateful");

        var revision = server.admin("GET", ENTRIES + "article/" + id, "")
                .json()
                .get("revision")
                .asLong();
        server.admin("PATCH", ENTRIES + "article/" + id, "{\"revision\":%d,\"pages\":7}".formatted(revision));
        assertThat(inState("modified")).contains("stateful");

        server.admin("DELETE", ENTRIES + "article/" + id, "");
        assertThat(inState("deleted")).contains("stateful");
        assertThat(server.admin("GET", ENTRIES + "article?state=gone", "").status())
                .isEqualTo(400);
    }

    private List<String> inState(String state) throws Exception {
        return server
                .admin("GET", ENTRIES + "article?limit=200&state=" + state, "")
                .json()
                .get("results")
                .values()
                .stream()
                .map(entry -> entry.get("@name").asString())
                .toList();
    }

    @Test
    void theDeletionOfALiveEntryGoesLiveWhenItIsPublished() throws Exception {
        var id = create("{\"@name\":\"ephemeral\",\"title\":\"Ephemeral\"}");
        server.admin("POST", ENTRIES + "article/" + id + "/publish", "");

        var deleted = server.admin("DELETE", ENTRIES + "article/" + id, "");
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.json().get("state").asString()).isEqualTo("deleted");
        assertThat(server.get("/.rest/delivery/articles/ephemeral").status()).isEqualTo(200);

        assertThat(server.admin("POST", ENTRIES + "article/" + id + "/publish", "")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/.rest/delivery/articles/ephemeral").status()).isEqualTo(404);
    }

    @Test
    void whatWasPublishedIsReadAtOnce() throws Exception {
        var id = create("{\"@name\":\"at-once\",\"title\":\"Round 0\"}");
        for (var round = 1; round <= 50; round++) {
            var revision = server.admin("GET", ENTRIES + "article/" + id, "")
                    .json()
                    .get("revision")
                    .asLong();
            server.admin(
                    "PATCH",
                    ENTRIES + "article/" + id,
                    "{\"revision\":%d,\"title\":\"Round %d\"}".formatted(revision, round));
            server.admin("POST", ENTRIES + "article/" + id + "/publish", "");
            assertThat(server.get("/.rest/delivery/articles/at-once")
                            .json()
                            .get("title")
                            .asString())
                    .isEqualTo("Round " + round);
        }
    }

    @Test
    void anImportReportsEachLineAndIsRepeatable() throws Exception {
        var lines = """
                {"externalId":"old:1","title":"Imported one","country":"SI"}
                {"externalId":"old:2","titel":"Misspelt"}
                not json
                {"externalId":"old:3","title":"Imported three"}
                """;
        var first = server.admin("POST", "/.rest/editor/v1/imports?type=article&publish=true", lines);
        var second = server.admin("POST", "/.rest/editor/v1/imports?type=article&publish=true", lines);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text().lines()).hasSize(5);
        assertThat(first.text())
                .contains("\"line\":2", "\"titel\"", "\"created\":2", "\"refused\":2", "\"published\":2");
        assertThat(second.text()).contains("\"created\":0", "\"unchanged\":2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":1,\"title\":2}",
                "[]",
                "{\"title\":\"x\"} {}",
                "{\"title\":",
                "null",
                "{\"titel\":\"x\"}",
                "{\"jcr:uuid\":\"x\"}",
                "{\"@name\":\"../x\",\"title\":\"x\"}",
                "{\"@path\":\"/a/../b\",\"title\":\"x\"}",
                "{\"@name\":7}"
            })
    void hostileBodiesAreRefusedWithAReason(String body) throws Exception {
        var refused = server.admin("POST", ENTRIES + "article", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void aBodyAtTheLimitIsReadAndALargerOneIsRefused() throws Exception {
        var frame = "{\"body\":\"\"}".length();
        var limit = 100 * 1024;

        assertThat(server.admin("POST", ENTRIES + "article", "{\"body\":\"" + "x".repeat(limit - frame) + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.admin("POST", ENTRIES + "article", "{\"body\":\"" + "x".repeat(limit - frame + 1) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(server.admin("POST", ENTRIES + "article", "{\"a\":".repeat(10_000))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=abc", "limit=%zz", "limit=99999999999"})
    void aParameterOfAWrongFormIsTheUsersMistake(String parameter) throws Exception {
        var answer = server.raw("GET /.rest/editor/v1/entries/article?" + parameter
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + TestingApplication.basic("admin", "secret") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
    }

    @Test
    void unknownParametersTypesAndPathsAreNamed() throws Exception {
        var parameter = server.admin("GET", ENTRIES + "article?ofset=1", "");
        assertThat(parameter.status()).isEqualTo(400);
        assertThat(parameter.json().at("/errors/0/field").asString()).isEqualTo("ofset");
        assertThat(parameter.json().get("detail").asString()).contains("offset");
        var type = server.admin("GET", ENTRIES + "artikel", "");
        assertThat(type.status()).isEqualTo(404);
        assertThat(type.json().get("detail").asString()).contains("article");
        assertThat(server.admin("GET", "/.rest/editor/v2/entries", "").status()).isEqualTo(404);
        assertThat(server.admin("PUT", ENTRIES + "article", "{}").status()).isEqualTo(405);
    }

    @Test
    void administratorsReadProblemsAndStatus() throws Exception {
        assertThat(server.admin("GET", "/.rest/definitions/problems", "").json().get("problems"))
                .isEmpty();
        var status = server.admin("GET", "/.rest/ops/status", "").json();
        assertThat(status.get("phase").asString()).isEqualTo("ready");
        assertThat(status.at("/entries/author/live").asInt()).isPositive();
        assertThat(status.get("indexPutAside").asInt()).isZero();
    }

    private String create(String body) throws Exception {
        var created = server.admin("POST", ENTRIES + "article", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("@id").asString();
    }

    private String state(String id) throws Exception {
        return server.admin("GET", ENTRIES + "article/" + id, "")
                .json()
                .get("state")
                .asString();
    }

    private void awaitHits(String path, int total) throws Exception {
        var end = System.nanoTime() + 10_000_000_000L;
        while (server.get(path).json().get("total").asInt() != total) {
            assertThat(System.nanoTime())
                    .as("%s never had %d hits", path, total)
                    .isLessThan(end);
        }
    }
}
