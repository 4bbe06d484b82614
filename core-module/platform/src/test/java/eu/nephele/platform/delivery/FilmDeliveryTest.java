package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.timedtext.TimedTextFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A player gets all it needs with the film: tracks, chapters with pictures, a poster, and whose player it is. */
class FilmDeliveryTest {

    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nFish & chips\n";

    private final TestingDelivery live = new TestingDelivery(DeliverySettings.DEFAULT, TestingDelivery.films());

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void tracksAreItsFilesAndWhatFollowsFromItsTranscriptInWholeLanguages() {
        var file = asset("/c.srt", "c.srt", "application/x-subrip", SRT);
        var talk = talk(
                segment(
                        0,
                        2.5,
                        "Yes",
                        Map.of("text_de", "Ja", "text_it", "Sì", "speaker", "Ana", "speaker_de", "Frau Ana")),
                segment(2.5, 4, "No", Map.of("text_de", "Nein")));
        var film = film(
                Map.of("title", "One", "talk", talk.id()),
                list(
                        "tracks",
                        node(
                                "mgnl:contentNode",
                                Map.of("kind", "captions", "locale", "it", "file", file, "label", "SDH"))));

        var tracks = read("one").get("@tracks");

        assertThat(tracks.findValuesAsString("kind")).containsExactly("captions", "captions", "subtitles");
        assertThat(tracks.findValuesAsString("locale")).containsExactly("it", "en", "de");
        assertThat(tracks.findValuesAsString("label")).containsExactly("SDH", "English", "Deutsch");
        assertThat(tracks.findValuesAsString("source")).containsExactly("file", "transcript", "transcript");
        assertThat(tracks.get(2).get("src").asString())
                .isEqualTo("/.rest/tracks/%s/subtitles.de.vtt".formatted(film.id()));
        assertThat(vtt(film, "subtitles", "de")).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:02.500
                <v Frau Ana>Ja

                00:00:02.500 --> 00:00:04.000
                Nein
                """);
        assertThat(vtt(film, "captions", "it")).contains("00:00:01.000 --> 00:00:02.000\nFish &amp; chips\n");
        assertThat(live.delivery.track(film.id(), "captions", "it", TimedTextFormat.SRT))
                .isEqualTo(SRT);
        assertThat(vtt(talk, "captions", "en")).contains("<v Ana>Yes");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var film = film(Map.of("title", "One"));

        assertThat(read("one").get("@tracks")).isEmpty();
        for (var id : List.of(film.id(), "00000000-0000-4000-8000-000000000000")) {
            assertThatThrownBy(() -> vtt(film, "captions", "de")).hasMessageContaining("no captions in de");
            assertThatThrownBy(() -> live.delivery.track(id, "captions", "de", TimedTextFormat.VTT))
                    .isNotNull();
        }
    }

    @Test
    void chaptersHaveTheirPicturesInOrderOfTime() {
        var file = asset("/f.mp4", "f.mp4", "video/mp4", "film");
        var film = film(
                Map.of("title", "One", "file", file, "posterAt", 7.5, "duration", 90),
                list(
                        "chapters",
                        node("mgnl:contentNode", Map.of("start", 30.25, "title", "End", "title_de", "Schluss")),
                        node("mgnl:contentNode", Map.of("start", 0.0, "title", "Begin", "title_de", "Anfang"))));

        var delivered = read("one", "lang=de");

        assertThat(delivered.get("@poster").asString()).isEqualTo("/.imaging/1280/7.5/f.mp4");
        assertThat(delivered.get("@chapters").findValuesAsString("title")).containsExactly("Anfang", "Schluss");
        assertThat(delivered.get("@chapters").get(1).get("thumbnail").asString())
                .isEqualTo("/.imaging/320/30.25/f.mp4");
        assertThat(vtt(film, "chapters", "de")).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:30.250
                Anfang

                00:00:30.250 --> 00:01:30.000
                Schluss
                """);
        var text = asset("/n.txt", "n.txt", "text/plain", "text");
        film("two", Map.of("title", "Two", "file", text));
        assertThat(read("two").has("@poster")).isFalse();
    }

    @Test
    void theLastChapterEndsWithTheFilmWhoseFileSaysHowLongItIs() {
        var file = asset("/f.mp4", "f.mp4", "video/mp4", "film", Map.of("duration", 75.5));
        var chapters = list(
                "chapters",
                node("mgnl:contentNode", Map.of("start", 0.0, "title", "Begin")),
                node("mgnl:contentNode", Map.of("start", 30.25, "title", "End")));

        var film = film(Map.of("title", "One", "file", file), chapters);
        var corrected = film("two", Map.of("title", "Two", "file", file, "duration", 90), chapters);
        var unknown = film(
                "three", Map.of("title", "Three", "file", asset("/g.mp4", "g.mp4", "video/mp4", "film")), chapters);

        assertThat(vtt(film, "chapters", "en")).contains("00:00:30.250 --> 00:01:15.500\nEnd");
        assertThat(vtt(corrected, "chapters", "en")).contains("00:00:30.250 --> 00:01:30.000\nEnd");
        assertThat(vtt(unknown, "chapters", "en")).contains("00:00:30.250 --> 00:00:31.250\nEnd");
    }

    @Test
    void aFilmOfOthersComesWithItsPlayerThatNeedsConsent() {
        film(Map.of("title", "One", "url", "https://youtu.be/AbCdEf_-123"));
        film("two", Map.of("title", "Two", "url", "https://films.example/about"));

        assertThat(read("one").get("@embed").toString())
                .isEqualTo(
                        "{\"provider\":\"youtube\",\"videoId\":\"AbCdEf_-123\",\"host\":\"www.youtube-nocookie.com\","
                                + "\"pageUrl\":\"https://www.youtube.com/watch?v=AbCdEf_-123\","
                                + "\"embedUrl\":\"https://www.youtube-nocookie.com/embed/AbCdEf_-123\",\"requiresConsent\":true}");
        assertThat(read("two").has("@embed")).isFalse();
    }

    @Test
    void aFilmIsRenderedAnewWhenItsTranscriptChanges() {
        var talk = talk(segment(0, 2, "Yes", Map.of()));
        film(Map.of("title", "One", "talk", talk.id()));
        assertThat(read("one").get("@tracks")).hasSize(1);

        live.publish(
                "talks",
                talk.path(),
                node(
                        "t:talk",
                        Map.of("title", "Talk"),
                        list("segments", segment(0, 2, "Yes", Map.of("text_de", "Ja")))));

        assertThat(read("one").get("@tracks")).hasSize(2);
    }

    private String vtt(ContentNode entry, String kind, String locale) {
        return live.delivery.track(entry.id(), kind, locale, TimedTextFormat.VTT);
    }

    private JsonNode read(String name, String... parameters) {
        return JsonMapper.shared().readTree(live.read("delivery/films/" + name, parameters));
    }

    private ContentNode film(Map<String, ?> values, ContentNode... children) {
        return film("one", values, children);
    }

    private ContentNode film(String name, Map<String, ?> values, ContentNode... children) {
        return live.publish("films", "/" + name, node("t:film", values, children));
    }

    private ContentNode talk(ContentNode... segments) {
        return live.publish("talks", "/talk", node("t:talk", Map.of("title", "Talk"), list("segments", segments)));
    }

    static ContentNode list(String name, ContentNode... items) {
        var named = new ArrayList<ContentNode>();
        for (var item : items) {
            named.add(named(name + named.size(), item));
        }
        return named(name, node("mgnl:contentNode", Map.of(), named.toArray(ContentNode[]::new)));
    }

    static ContentNode segment(double start, double end, String text, Map<String, String> more) {
        var values = new java.util.LinkedHashMap<String, Object>(more);
        values.put("start", start);
        values.put("end", end);
        values.put("text", text);
        return node("mgnl:contentNode", values);
    }

    private String asset(String path, String fileName, String mimeType, String content) {
        return asset(path, fileName, mimeType, content, Map.of());
    }

    private String asset(String path, String fileName, String mimeType, String content, Map<String, ?> known) {
        var resource =
                named("jcr:content", node("mgnl:resource", Map.of("fileName", fileName, "jcr:mimeType", mimeType)));
        var stored = live.save(
                "dam",
                path,
                node("mgnl:asset", Map.of(), resource, named("metadata", node("mgnl:contentNode", known))));
        live.repository.write(SYSTEM, writer -> {
            writer.putBinary(
                    live("dam", path).child("jcr:content"),
                    "jcr:data",
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            return true;
        });
        return "jcr:" + stored.id();
    }
}
