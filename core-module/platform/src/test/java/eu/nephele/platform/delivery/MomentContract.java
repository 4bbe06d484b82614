package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.FilmDeliveryTest.list;
import static eu.nephele.platform.delivery.FilmDeliveryTest.segment;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.search.SearchEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A search that finds a transcript says when the words are spoken, whatever the search engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MomentContract {

    private TestingLiveDelivery live;
    private ContentNode talk;
    private ContentNode film;

    /** A fresh one. */
    protected abstract SearchEngine openEngine();

    @BeforeAll
    void publish() throws InterruptedException {
        live = new TestingLiveDelivery(TestingDelivery.films(), openEngine());
        talk = live.content.save(
                "talks",
                "/talk",
                node(
                        "t:talk",
                        Map.of("title", "The saw"),
                        list(
                                "segments",
                                segment(
                                        0,
                                        4.8,
                                        "What made you look for a change?",
                                        Map.of("text_de", "Warum haben Sie etwas geändert?")),
                                segment(
                                        4.8,
                                        12.5,
                                        "The container behind the hall.",
                                        Map.of("speaker", "Manager", "text_de", "Der Container hinter der Halle.")),
                                segment(12.5, 19, "Containers were everywhere.", Map.of()))));
        film = live.content.save(
                "films",
                "/film",
                node(
                        "t:film",
                        Map.of("title", "Sawing", "talk", talk.id(), SystemProperties.REFERENCES, List.of(talk.id()))));
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    @Test
    void itSaysWhenWhoAndInWhichLanguage() {
        var moments = moments("talks", talk, "q=container");

        assertThat(moments).hasSize(2);
        assertThat(moments.get(0).toString())
                .isEqualTo(
                        "{\"start\":4.8,\"end\":12.5,\"locale\":\"en\",\"kind\":\"transcript\",\"speaker\":\"Manager\","
                                + "\"text\":\"The <mark>container</mark> behind the hall.\"}");
        assertThat(moments.get(1).get("text").asString()).contains("<mark>Containers</mark>");
    }

    @Test
    void eachSegmentIsSearchedInTheLanguageThatTheReaderGetsItIn() {
        var german = moments("talks", talk, "q=halle", "lang=de");
        assertThat(german.findValuesAsString("locale")).containsExactly("de");
        assertThat(german.get(0).get("start").asDouble()).isEqualTo(4.8);

        var both = moments("talks", talk, "q=container", "lang=de");
        assertThat(both.findValuesAsString("locale")).containsExactly("de", "en");
    }

    @Test
    void aFilmIsFoundByWhatIsSaidInIt() {
        var page = live.read("delivery/films", "q=container", "highlight=@moments");

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("highlights").get(film.id()).get("@moments")).hasSize(2);
    }

    private JsonNode moments(String endpoint, ContentNode entry, String... parameters) {
        var all = new java.util.ArrayList<>(List.of(parameters));
        all.add("highlight=@moments,title");
        return live.read("delivery/" + endpoint, all.toArray(String[]::new))
                .get("highlights")
                .get(entry.id())
                .get("@moments");
    }
}
