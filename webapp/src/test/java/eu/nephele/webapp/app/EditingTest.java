package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Autosave, conflicts, presence, versions and events over HTTP. */
class EditingTest extends ServerTest {

    private String create(String body) throws Exception {
        return server.admin("POST", ENTRIES + "article", body).json().get("@id").asString();
    }

    private long revision(String id) throws Exception {
        return server.admin("GET", ENTRIES + "article/" + id, "")
                .json()
                .get("revision")
                .asLong();
    }

    @Test
    void aWorkingCopyIsKeptComparedAndSaved() throws Exception {
        var id = create("{\"title\":\"Typed\"}");
        var copy = ENTRIES + "article/" + id + "/working-copy";
        var revision = revision(id);

        assertThat(server.admin("GET", copy, "").status()).isEqualTo(204);
        assertThat(server.admin(
                                "PUT",
                                copy,
                                "{\"revision\":%d,\"fields\":{\"title\":\"Mine\",\"pages\":\"many\"}}"
                                        .formatted(revision))
                        .status())
                .isEqualTo(200);
        server.admin("PATCH", ENTRIES + "article/" + id, "{\"revision\":%d,\"title\":\"Theirs\"}".formatted(revision));
        var conflict =
                server.admin("PUT", copy, "{\"revision\":%d,\"fields\":{\"title\":\"Mine\"}}".formatted(revision));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().at("/conflicts/0").toString())
                .isEqualTo("{\"field\":\"title\",\"mine\":\"Mine\",\"theirs\":\"Theirs\",\"base\":\"Typed\"}");
        assertThat(server.admin("POST", copy + "/save", "").status()).isEqualTo(409);
        server.admin("PUT", copy, "{\"revision\":%d,\"fields\":{\"title\":\"Chosen\"}}".formatted(revision(id)));
        assertThat(server.admin("POST", copy + "/save", "").status()).isEqualTo(200);
        assertThat(server.admin("GET", ENTRIES + "article/" + id, "").text()).contains("Chosen");
        assertThat(server.admin("GET", "/.rest/editor/v1/working-copies", "")
                        .json()
                        .get("copies"))
                .isEmpty();
    }

    @Test
    void theCheckAndTheVersionsAnswer() throws Exception {
        var id = create("{\"pages\":3}");
        var entry = ENTRIES + "article/" + id;

        var report = server.admin("GET", entry + "/publication-check", "").json();
        assertThat(report.get("publishable").asBoolean()).isFalse();
        assertThat(report.at("/findings/0/property").asString()).isEqualTo("title");
        var version = server.admin("POST", entry + "/versions", "{\"label\":\"Empty\"}");
        assertThat(version.status()).isEqualTo(201);
        var name = version.json().get("name").asString();
        server.admin("PATCH", entry, "{\"revision\":%d,\"title\":\"Now\",\"pages\":4}".formatted(revision(id)));
        assertThat(server.admin("GET", entry + "/differences?from=" + name, "")
                        .json()
                        .get("differences"))
                .hasSize(2);
        assertThat(server.admin("POST", entry + "/versions/" + name + "/restore", "{\"fields\":[\"pages\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(server.admin("GET", entry, "").json().at("/properties/pages").asInt())
                .isEqualTo(3);
        assertThat(server.admin("GET", entry, "").json().at("/properties/title").asString())
                .isEqualTo("Now");
    }

    @Test
    void whatKeepsADraftFromBeingPublishedIsSaidInTheLanguageThatIsAskedFor() throws Exception {
        var entry = ENTRIES + "article/" + create("{\"pages\":3}");
        var german = new String[] {"Accept-Language", "de-AT,de;q=0.9,en;q=0.5"};
        var serbian = new String[] {"Accept-Language", "sr"};
        var french = new String[] {"Accept-Language", "fr"};
        var check = entry + "/publication-check";
        var publish = entry + "/publish";

        assertThat(server.admin("GET", check, "", german)
                        .json()
                        .at("/findings/0/message")
                        .asString())
                .isEqualTo("braucht einen Wert, bevor der Eintrag veröffentlicht werden kann");
        assertThat(server.admin("GET", check, "", serbian)
                        .json()
                        .at("/findings/0/message")
                        .asString())
                .isEqualTo("мора имати вредност пре објављивања");
        assertThat(server.admin("GET", check, "", french)
                        .json()
                        .at("/findings/0/message")
                        .asString())
                .isEqualTo("needs a value before it can be published");
        assertThat(server.admin("GET", check, "")
                        .json()
                        .at("/findings/0/message")
                        .asString())
                .isEqualTo("needs a value before it can be published");
        var refused = server.admin("POST", publish, "", serbian).json();
        assertThat(refused.get("code").asString()).isEqualTo("invalid-entry");
        assertThat(refused.get("detail").asString()).contains("не може да се објави", "мора имати вредност");
        assertThat(refused.at("/errors/0/message").asString()).isEqualTo("мора имати вредност пре објављивања");
        assertThat(server.admin("GET", ENTRIES + "article/none", "", german).text())
                .contains("Es gibt keinen Eintrag vom Typ article mit der Kennung „none“");
    }

    @Test
    void whatHappensIsToldWhileItHappensAndWhatWasMissedAfterwards() throws Exception {
        var id = create("{\"title\":\"Watched\"}");
        var before = revision(id);

        var line = CompletableFuture.supplyAsync(() -> firstLine("presence", ""));
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!line.isDone() && System.nanoTime() < deadline) {
            server.admin(
                    "PUT",
                    ENTRIES + "article/" + id + "/presence",
                    "{\"window\":\"w\",\"field\":\"f%d\"}".formatted(System.nanoTime()));
            Thread.sleep(100);
        }
        assertThat(line.get(1, TimeUnit.SECONDS)).contains("\"user\":\"admin\"").contains(id);
        assertThat(server.admin("DELETE", ENTRIES + "article/" + id + "/presence?window=w", "")
                        .status())
                .isEqualTo(204);

        assertThat(firstLine("change", Long.toString(before - 1))).contains(id).contains("\"contentType\":\"article\"");
    }

    /** The data of the first event of a name. */
    private String firstLine(String name, String lastEventId) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/.rest/editor/v1/events".formatted(server.port())))
                    .header("Authorization", TestingApplication.basic("admin", "secret"));
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            var stream =
                    client.send(request.build(), BodyHandlers.ofInputStream()).body();
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                var seen = false;
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    seen |= line.equals("event:" + name);
                    if (seen && line.startsWith("data:")) {
                        return line;
                    }
                }
            }
            return "";
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatARichTextMayNotHoldIsTakenOutAndSaid() throws Exception {
        var created = server.admin(
                "POST",
                ENTRIES + "article",
                "{\"title\":\"<b>\",\"body\":\"<p onclick=\\\"x()\\\">Text</p><script>x()</script>\",\"body_de\":\"<p>Text</p>\"}");
        var id = created.json().get("@id").asString();

        assertThat(created.json().get("cleaned").toString())
                .isEqualTo("[{\"field\":\"body\",\"value\":\"<p>Text</p>\",\"removed\":[\"p onclick\",\"script\"]}]");
        var draft = server.admin("GET", ENTRIES + "article/" + id, "").json();
        assertThat(draft.at("/properties/body").asString()).isEqualTo("<p>Text</p>");
        assertThat(draft.at("/properties/title").asString()).isEqualTo("<b>");
        var again = server.admin(
                "PATCH",
                ENTRIES + "article/" + id,
                "{\"revision\":%d,\"body\":\"<p>Text</p><style>p {}</style>\"}".formatted(revision(id)));
        assertThat(again.json().get("revision")).isEqualTo(created.json().get("revision"));
        assertThat(again.json().at("/cleaned/0/removed/0").asString()).isEqualTo("style");
        var imported = server.admin(
                "POST",
                "/.rest/editor/v1/imports?type=article",
                "{\"externalId\":\"x:1\",\"title\":\"Imported\",\"body\":\"<a href=\\\"javascript:x()\\\">y</a>\"}");
        assertThat(imported.text()).contains("\"cleaned\":[{\"field\":\"body\"").doesNotContain("javascript");
    }
}
