package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Walks all routes with all roles of the catalogue, and holds what they answer against {@code routes-and-roles.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesAndRolesTest {

    private static final String TYPE = "benchmarkReport";
    private static final Set<Integer> DENIED = Set.of(401, 403, 404);
    private static final String EVERYONE = "SCOXAITVRH";

    /** Roles by letter; O and X are the same person with another's entry. */
    private static final Map<Character, String> ROLES = new LinkedHashMap<>(Map.of(
            'C', "coordinator",
            'O', "partner-editor",
            'X', "partner-editor",
            'A', "analyst",
            'I', "interviewer",
            'T', "translator",
            'V', "reviewer",
            'R', "reader",
            'H', "channel"));

    private record Row(String method, String pattern, String who, String body) {
        String route() {
            return method + " " + pattern;
        }
    }

    private final Map<Character, String> passwords = new LinkedHashMap<>();
    private TestingApplication server;
    private String ours = "";
    private String theirs = "";
    private String asset = "";
    private int count;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        server = TestingApplication.start(Path.of("../light-modules"), data, "--nephele.sample-content=false");
        ours = publishedOrganisation("ours");
        theirs = publishedOrganisation("theirs");
        asset = server.upload("a.txt", "text".getBytes()).json().get("@id").asString();
        for (var role : Set.copyOf(ROLES.values())) {
            var body = """
                    {"name": "%1$s", "roles": ["%1$s"], "organisations": ["%2$s"], "locales": ["de", "sl"]}
                    """.formatted(role, ours);
            var created = server.admin("POST", "/.rest/editor/v1/users", body);
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            var password = created.json().get("password").asString();
            ROLES.forEach((letter, name) -> {
                if (name.equals(role)) {
                    passwords.put(letter, password);
                }
            });
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteHasARow() throws IOException {
        var rows = new TreeSet<String>();
        rows().forEach(row -> rows.add(row.route()));

        assertThat(server.routes())
                .as("each route needs a row in routes-and-roles.txt: who may use it?")
                .isEqualTo(rows);
    }

    @Test
    void eachRouteLetsThroughWhomTheTableNames() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var known = row.who().equals("everyone");
            var named = switch (row.who()) {
                case "everyone", "people" -> EVERYONE;
                case "nobody", "members" -> "";
                default -> row.who();
            };
            if (!known) {
                check(row, '-', false, wrong);
            }
            for (var letter : EVERYONE.toCharArray()) {
                if (!known && !row.who().equals("members")) {
                    check(row, letter, named.indexOf(letter) >= 0, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsDeniedNamesTheRuleAndWhoCanGrantIt() throws Exception {
        var id = published(ours);

        var refused =
                as('R', "POST", ENTRIES + TYPE + "/" + id + "/publish", "{}").json();

        assertThat(refused.get("status").asInt()).isEqualTo(403);
        assertThat(refused.get("rule").asString()).contains("reader", "publish");
        assertThat(refused.get("whoCanGrant").toString()).contains("admin");
    }

    @Test
    void listsCountWhatOneMayRead() throws Exception {
        published(ours);
        published(theirs);
        var all = total('S');

        assertThat(total('C')).isEqualTo(all);
        assertThat(total('R')).isEqualTo(all);
        assertThat(total('H')).isZero();
        assertThat(total('I')).isZero();
        assertThat(total('O')).isPositive().isLessThan(all);
        var results = as('O', "GET", ENTRIES + TYPE + "?limit=200", "").json().get("results");
        results.forEach(entry ->
                assertThat(entry.at("/properties/ownerOrganisation").asString()).isEqualTo(ours));
        assertThat(results.size()).isEqualTo(total('O'));
    }

    @Test
    void confidentialValuesAreShownToThoseWhoMayAlone() throws Exception {
        var id = server.admin("POST", ENTRIES + "person", """
                        {"name":"Sample Person","email":"sample@example.org","ownerOrganisation":"%s"}
                        """.formatted(ours))
                .json()
                .get("@id")
                .asString();
        var path = ENTRIES + "person/" + id;

        assertThat(as('C', "GET", path, "").text()).contains("sample@example.org");
        assertThat(as('O', "GET", path, "").text()).contains("sample@example.org");
        for (var letter : "TVR".toCharArray()) {
            assertThat(as(letter, "GET", path, "").text())
                    .contains("Sample Person")
                    .doesNotContain("sample@example.org");
            assertThat(as(letter, "GET", ENTRIES + "person", "").text()).doesNotContain("sample@example.org");
        }
        var before = as('V', "GET", path, "").json();
        var kept =
                as('V', "PUT", path, """
                {"name":"Renamed Person","ownerOrganisation":"%s","@revision":%d}
                """.formatted(ours, before.get("revision").asLong()));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(as('C', "GET", path, "").text()).contains("sample@example.org", "Renamed Person");
        var set =
                as('V', "PATCH", path, """
                {"email":"other@example.org","@revision":%d}
                """.formatted(kept.json().get("revision").asLong()));
        assertThat(set.status()).isEqualTo(403);
        assertThat(set.json().at("/errors/0/field").asString()).isEqualTo("email");
    }

    @Test
    void aTranslatorWritesInHerLocalesOnly() throws Exception {
        var path = ENTRIES + TYPE + "/" + published(ours);

        for (var property : List.of("title", "title_it", "editionYear", "ownerOrganisation")) {
            var value = property.equals("editionYear")
                    ? "2001"
                    : "\"%s\"".formatted(property.startsWith("o") ? theirs : "Neu");
            var refused =
                    as('T', "PATCH", path, "{\"%s\":%s,\"@revision\":%d}".formatted(property, value, revision(path)));
            assertThat(refused.status()).as(property).isEqualTo(403);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(property);
        }
        var own = as('T', "PATCH", path, "{\"title_sl\":\"Novo\",\"@revision\":%d}".formatted(revision(path)));
        assertThat(own.status()).isEqualTo(200);
        var permissions = as('T', "GET", path, "").json().get("@permissions");
        assertThat(permissions.at("/write/allowed").asBoolean()).isTrue();
        assertThat(permissions.at("/publish/allowed").asBoolean()).isFalse();
        assertThat(permissions.get("deniedFields").has("title")).isTrue();
        assertThat(permissions.get("deniedFields").has("title_de")).isFalse();
    }

    @Test
    void anEntryIsNeitherTakenOverNorGivenAway() throws Exception {
        var mine = ENTRIES + TYPE + "/" + published(ours);
        var foreign = ENTRIES + TYPE + "/" + published(theirs);

        var given = as(
                'O',
                "PATCH",
                mine,
                "{\"ownerOrganisation\":\"%s\",\"@revision\":%d}".formatted(theirs, revision(mine)));
        var taken = as(
                'O',
                "PATCH",
                foreign,
                "{\"ownerOrganisation\":\"%s\",\"@revision\":%d}".formatted(ours, revision(foreign)));
        var created = as('O', "POST", ENTRIES + TYPE, "{\"title\":\"Mine by itself\"}");

        assertThat(given.status()).isEqualTo(403);
        assertThat(taken.status()).isEqualTo(404);
        assertThat(created.status()).isEqualTo(201);
        var stored = server.admin(
                        "GET", ENTRIES + TYPE + "/" + created.json().get("@id").asString(), "")
                .json();
        assertThat(stored.at("/properties/ownerOrganisation").asString()).isEqualTo(ours);
    }

    @Test
    void whoIsAskingIsToldWhatSheMayDo() throws Exception {
        var me = as('O', "GET", "/.rest/editor/v1/me", "").json();

        assertThat(me.at("/rights/benchmarkReport/write").asString()).isEqualTo("own");
        assertThat(me.at("/rights/benchmarkReport/publish").asString()).isEqualTo("none");
        assertThat(me.at("/rights/asset/create").asString()).isEqualTo("all");
        assertThat(as('T', "GET", "/.rest/editor/v1/me", "")
                        .json()
                        .at("/rights/news/writeLocales")
                        .toString())
                .isEqualTo("[\"de\",\"sl\"]");
        assertThat(server.admin("GET", "/.rest/editor/v1/me", "")
                        .json()
                        .get("administrator")
                        .asBoolean())
                .isTrue();
    }

    private void check(Row row, char letter, boolean allowed, List<String> wrong) throws Exception {
        var answer = ask(row, letter);
        if (DENIED.contains(answer.status()) == allowed) {
            wrong.add("%s as %s: %d, though %s: %s"
                    .formatted(
                            row.route(),
                            letter,
                            answer.status(),
                            allowed ? "allowed" : "not allowed",
                            answer.text()
                                    .substring(0, Math.min(200, answer.text().length()))));
        }
        if (letter == '-' && answer.status() != 401) {
            wrong.add("%s without a password: %d".formatted(row.route(), answer.status()));
        }
    }

    private Answer ask(Row row, char letter) throws Exception {
        count++;
        var owner = letter == 'X' ? theirs : ours;
        var path = row.pattern().replace("{type}", TYPE);
        var body = row.body().replace("{owner}", owner).replace("{n}", Integer.toString(count));
        if (path.contains("/users/{name}")) {
            path = path.replace("{name}", target());
        } else if (path.contains("/versions/{name}")) {
            path = path.replace("{name}", "1.0");
        } else if (path.contains("/apps/{name}")) {
            path = path.replace("{name}", "news-app");
        } else if (path.contains("{name}")) {
            path = path.replace("{name}", "nothing-" + count);
        }
        if (path.contains("/entries/" + TYPE + "/{id}")) {
            var id = published(owner);
            path = path.replace("{id}", id);
            body = body.replace("{revision}", Long.toString(revision(ENTRIES + TYPE + "/" + id)));
        } else if (path.contains("/assets/{id}")) {
            path = path.replace("{id}", asset);
        }
        // Whatever else a path names is not there.
        path = path.replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
        if (path.endsWith("/imports")) {
            path += "?type=" + TYPE + "&dryRun=true";
        }
        if (row.route().equals("POST /.rest/editor/v1/assets")) {
            return upload(letter);
        }
        return letter == '-'
                ? server.send(server.request(row.method(), path, body))
                : as(letter, row.method(), path, body);
    }

    private Answer upload(char letter) throws Exception {
        var body = "--f\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.txt\"\r\n\r\nx\r\n--f--\r\n";
        var request = server.request(
                "POST", "/.rest/editor/v1/assets", body, "Content-Type", "multipart/form-data; boundary=f");
        if (letter != '-') {
            request.header("Authorization", TestingApplication.basic(name(letter), password(letter)));
        }
        return server.send(request);
    }

    private Answer as(char letter, String method, String path, String body) throws Exception {
        return server.as(name(letter), password(letter), method, path, body);
    }

    private static String name(char letter) {
        return letter == 'S' ? "admin" : ROLES.get(letter);
    }

    private String password(char letter) {
        return letter == 'S' ? "secret" : passwords.get(letter);
    }

    private int total(char letter) throws Exception {
        return as(letter, "GET", ENTRIES + TYPE, "").json().get("total").asInt();
    }

    private String target() throws Exception {
        var name = "target-" + count;
        var created = server.admin(
                "POST", "/.rest/editor/v1/users", "{\"name\":\"%s\",\"roles\":[\"reader\"]}".formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return name;
    }

    private long revision(String path) throws Exception {
        return server.admin("GET", path, "").json().get("revision").asLong();
    }

    private String published(String owner) throws Exception {
        var body = """
                {"@name": "report-%2$s", "title": "Report", "summary": "A report that is made for a test of rights.", "subjectKind": "sme",
                 "editionYear": 2000, "ownerOrganisation": "%1$s"}
                """.formatted(owner, UUID.randomUUID());
        return publish(TYPE, body);
    }

    private String publishedOrganisation(String name) throws IOException, InterruptedException {
        return publish(
                "organisation",
                "{\"name\": \"%s\", \"summary\": \"An organisation for a test of rights.\", \"kind\": \"technology-park\", \"country\": \"SI\"}"
                        .formatted(name));
    }

    private String publish(String type, String body) throws IOException, InterruptedException {
        var created = server.admin("POST", ENTRIES + type, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().get("@id").asString();
        var published = server.admin("POST", ENTRIES + type + "/" + id + "/publish", "{}");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return id;
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/routes-and-roles.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = line.split(" \\| ", 3);
            var route = parts[0].strip().split("\\s+");
            rows.add(new Row(route[0], route[1], parts[1].strip(), parts.length > 2 ? parts[2].strip() : ""));
        }
        return rows;
    }
}
