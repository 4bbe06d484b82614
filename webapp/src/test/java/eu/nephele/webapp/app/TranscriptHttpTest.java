package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Transcripts, tracks and films of the catalogue, from the editor's file to the visitor's player. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptHttpTest {

    private static final String SRT = """
            1
            00:00:00,000 --> 00:00:04,800
            Ana: Dobro jutro!

            2
            00:00:04,800 --> 00:00:12,500
            Boris: Kontejner iza hale.
            """;
    private static final String ENGLISH = """
            WEBVTT

            00:00.100 --> 00:04.000
            <v Ana>Good morning!

            00:05.000 --> 00:12.000
            <v Boris>The container behind the hall.
            """;

    private TestingApplication server;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        server = TestingApplication.start(Path.of("../light-modules"), data);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aTranscriptComesInIsTranslatedSegmentBySegmentAndGoesOut() throws Exception {
        var id = create("transcript", "{\"title\":\"Talk\",\"sourceLanguage\":\"sl\"}");
        var segments = ENTRIES + "transcript/" + id + "/segments";

        var imported = send(segments + "/import", "t.srt", SRT);
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.json().get("changed").asInt()).isEqualTo(2);
        assertThat(send(segments + "/import?locale=en", "t.vtt", ENGLISH)
                        .json()
                        .get("changed")
                        .asInt())
                .isEqualTo(2);

        var read = server.admin("GET", segments, "").json();
        assertThat(read.get("sourceLocale").asString()).isEqualTo("sl");
        assertThat(read.at("/segments/1/texts").toString())
                .isEqualTo("{\"en\":\"The container behind the hall.\",\"sl\":\"Kontejner iza hale.\"}");
        assertThat(progress(read, "en")).isEqualTo("{\"locale\":\"en\",\"total\":2,\"translated\":2,\"outdated\":0}");

        var changed = SRT.replace("Dobro jutro!", "Dober dan!");
        assertThat(send(segments + "/import", "t.srt", changed)
                        .json()
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        var outdated = server.admin("GET", segments, "").json();
        assertThat(outdated.at("/segments/0/states/en").asString()).isEqualTo("outdated");
        assertThat(outdated.at("/segments/1/states/en").asString()).isEqualTo("translated");
        assertThat(progress(outdated, "en")).contains("\"outdated\":1");

        var confirmed = server.admin("POST", segments + "/confirm", "{\"locale\":\"en\",\"segments\":[0]}");
        assertThat(confirmed.json().get("confirmed").asInt()).isEqualTo(1);
        assertThat(progress(server.admin("GET", segments, "").json(), "en")).contains("\"outdated\":0");

        assertThat(server.admin("GET", segments + "/export?format=srt", "").text())
                .isEqualTo(changed);
        var vtt = server.admin("GET", segments + "/export?locale=en", "");
        assertThat(vtt.header("Content-Type")).isEqualTo("text/vtt;charset=UTF-8");
        assertThat(vtt.header("Content-Disposition")).contains("transcript.en.vtt");
        assertThat(vtt.text()).contains("<v Ana>Good morning!");
        assertThat(send(segments + "/import?locale=en", "t.vtt", vtt.text())
                        .json()
                        .get("changed")
                        .asInt())
                .isZero();
    }

    @Test
    void aFileThatIsNotRightIsRefusedWithItsLines() throws Exception {
        var id = create("transcript", "{\"title\":\"Talk\",\"sourceLanguage\":\"sl\"}");
        var segments = ENTRIES + "transcript/" + id + "/segments";
        send(segments + "/import", "t.srt", SRT);

        var broken = send(segments + "/import", "t.vtt", "WEBVTT\n\n00:01,000 --> 00:02,000\nHello\n");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).contains("line 3").contains("00:00:01.000 --> 00:00:04.000");
        var late = send(segments + "/import?locale=en", "t.vtt", "WEBVTT\n\n01:01.000 --> 01:02.000\nHello\n");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text()).contains("line 3").contains("nothing is spoken from 61.0 s to 62.0 s");
        assertThat(send(segments + "/import?locale=xx", "t.vtt", ENGLISH).text())
                .contains("content cannot be in `xx`");
        assertThat(send(segments + "/import?revision=1", "t.srt", SRT).status()).isEqualTo(409);
        assertThat(server.admin("GET", segments + "/export?format=doc", "").text())
                .contains("vtt and srt");
        assertThat(server.admin("GET", ENTRIES + "video/" + sample("videos", "alder") + "/segments", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void captionsAreAttachedShownAndReplaced() throws Exception {
        var id = create("video", "{\"title\":\"Film\",\"source\":\"upload\"}");
        var tracks = ENTRIES + "video/" + id + "/tracks";

        var put = send(tracks + "?kind=captions&locale=sl", "c.srt", SRT);
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        var second = send(tracks + "?kind=captions&locale=sl&label=Slovensko", "c.vtt", ENGLISH);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        var listed = server.admin("GET", tracks, "").json().get("tracks");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("texts").asInt()).isEqualTo(2);
        assertThat(listed.get(0).get("label").asString()).isEqualTo("Slovensko");
        assertThat(server.admin("GET", tracks + "/captions/sl", "").text()).isEqualTo(ENGLISH);
        assertThat(server.admin("GET", tracks + "/captions/sl?format=srt", "").text())
                .contains("Ana: Good morning!");

        assertThat(send(tracks + "?kind=captions&locale=sl", "c.srt", "Hello").text())
                .contains("line 1");
        assertThat(send(tracks + "?kind=lyrics&locale=sl", "c.srt", SRT).text())
                .contains("captions, chapters, descriptions, subtitles");
        assertThat(send(tracks + "?kind=captions&locale=zz", "c.srt", SRT).text())
                .contains("`zz` is not known");
        assertThat(server.admin("DELETE", tracks + "/captions/sl", "").status()).isEqualTo(200);
        assertThat(server.admin("GET", tracks, "").json().get("tracks")).isEmpty();
        assertThat(server.admin("GET", tracks + "/captions/sl", "").status()).isEqualTo(404);
    }

    @Test
    void aPlayerOnAnyPageGetsTracksChaptersAndAPoster() throws Exception {
        var film = server.get("/.rest/delivery/videos/alder-and-ash-label-at-the-saw?lang=it")
                .json();

        var tracks = film.get("@tracks");
        assertThat(tracks.findValuesAsString("kind")).contains("captions", "chapters");
        var captions = server.get(tracks.get(0).get("src").asString(), "Origin", "https://site.example");
        assertThat(captions.status()).isEqualTo(200);
        assertThat(captions.header("Content-Type")).isEqualTo("text/vtt;charset=UTF-8");
        assertThat(captions.header("Access-Control-Allow-Origin")).isNotNull();
        assertThat(captions.text()).startsWith("WEBVTT");
        assertThat(server.get(tracks.get(0).get("src").asString(), "If-None-Match", captions.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(server.get(tracks.get(0).get("src").asString().replace(".vtt", ".srt"))
                        .text())
                .startsWith("1\n00:00:00,000 --> ");
        assertThat(film.get("@chapters").get(1).get("title").asString()).isEqualTo("L'etichetta");
        var thumbnail = server.get(film.get("@chapters").get(1).get("thumbnail").asString());
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.header("Nephele-Picture-Made-By")).isIn("ffmpeg", "jcodec", "neutral");
        for (var wrong : new String[] {"captions.xx.vtt", "captions.it.doc", "../x", ""}) {
            assertThat(server.get("/.rest/tracks/" + film.get("@id").asString() + "/" + wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(404);
        }
    }

    @Test
    void aSearchFindsTheMomentInATranscriptAndTheFilmThatRefersToIt() throws Exception {
        var talks = server.get("/.rest/delivery/transcripts?q=container&highlight=@moments&lang=en")
                .json();
        var moment = talks.get("highlights")
                .values()
                .iterator()
                .next()
                .get("@moments")
                .get(0);
        assertThat(moment.get("start").asDouble()).isEqualTo(4.8);
        assertThat(moment.get("text").asString()).contains("<mark>container</mark>");

        var films = server.get("/.rest/delivery/videos?q=capannone&highlight=@moments&lang=it")
                .json();
        assertThat(films.get("results").get(0).get("title").asString()).contains("etichetta");
        assertThat(films.get("highlights").findValuesAsString("locale")).contains("it");
    }

    @Test
    void aMomentSaysWhoMadeItsPicture() throws Exception {
        var film = server.get("/.rest/delivery/videos/alder-and-ash-label-at-the-saw")
                .json();
        var asset = film.get("file").get("@id").asString();

        var moment = server.admin("GET", "/.rest/editor/v1/assets/" + asset + "/moment?at=9.5", "");

        assertThat(moment.status()).as(moment.text()).isEqualTo(200);
        assertThat(moment.json().get("madeBy").asString()).isIn("ffmpeg", "jcodec", "neutral");
        assertThat(server.admin("GET", moment.json().get("link").asString(), "").header("Nephele-Picture-Made-By"))
                .isEqualTo(moment.json().get("madeBy").asString());
        assertThat(server.admin("GET", "/.rest/editor/v1/assets/" + asset + "/moment?at=-1", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFilmOfOthersIsKnownByItsAddressAndItsPlayerMayLoadNothingElse() throws Exception {
        var known = server.admin("GET", "/.rest/editor/v1/external-videos?url=https://youtu.be/AbCdEf_-123", "");
        assertThat(known.json().get("requiresConsent").asBoolean()).isTrue();
        var player = server.get("/.player?url=https://youtu.be/AbCdEf_-123");
        assertThat(player.status()).isEqualTo(200);
        assertThat(player.header("Content-Security-Policy"))
                .contains("frame-src https://www.youtube-nocookie.com;")
                .contains("frame-ancestors 'self'")
                .startsWith("default-src 'none'");
        assertThat(player.text()).contains("src=\"https://www.youtube-nocookie.com/embed/AbCdEf_-123\"");

        var id = create("video", "{\"title\":\"Film\",\"source\":\"youtube\",\"url\":\"https://films.example/about\"}");
        var check = server.admin("GET", ENTRIES + "video/" + id + "/publication-check", "");
        assertThat(check.text()).contains("externalVideo").contains("nobody whose player is known");
        assertThat(check.json().get("findings").findValuesAsString("rule")).contains("captions");
    }

    @ParameterizedTest
    @CsvSource({"http://vimeo.com/123456789, must begin with https", "javascript:alert(1), is no address of a film"})
    void aWrongAddressIsToldWhatIsWrong(String url, String message) throws Exception {
        for (var answer : new Answer[] {
            server.admin("GET", "/.rest/editor/v1/external-videos?url=" + url, ""), server.get("/.player?url=" + url)
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains(message);
        }
    }

    private String create(String type, String body) throws Exception {
        var created = server.admin("POST", ENTRIES + type, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("@id").asString();
    }

    private String sample(String endpoint, String name) throws Exception {
        for (var item : server.get("/.rest/delivery/" + endpoint).json().get("results")) {
            if (item.get("@name").asString().startsWith(name)) {
                return item.get("@id").asString();
            }
        }
        throw new AssertionError(name);
    }

    private static String progress(JsonNode transcript, String locale) {
        for (var one : transcript.get("locales")) {
            if (one.get("locale").asString().equals(locale)) {
                return one.toString();
            }
        }
        return "";
    }

    private Answer send(String path, String fileName, String content) throws Exception {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n"
                .formatted(fileName, content);
        return server.admin("POST", path, body, "Content-Type", "multipart/form-data; boundary=b");
    }
}
