package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is offered while a user types, and where she finds nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsTest {

    private final TestingLiveDelivery live = new TestingLiveDelivery();

    @BeforeAll
    void publish() throws InterruptedException {
        var yard = live.content.save(
                "yards", "/y", node("t:yard", Map.of("name", "Swiss Yard", "name_de", "Schweizer Werft")));
        boat(
                "/b-swift",
                "title",
                "Swift of the river",
                "title_de",
                "Flinke vom Fluss",
                "country",
                "RS",
                "kind",
                "racer",
                "yard",
                yard.id());
        boat("/b-sweet", "title", "Sweet water", "country", "RS", "tags", List.of("Swedish"), "crew", 2);
        boat(
                "/b-other",
                "title",
                "Другa барка",
                "country",
                "IT",
                "blurb",
                "<p>The swimming čamac</p>",
                "owner",
                "Swindler");
        boat("/lakes/suggest", "title", "A lake", "crew", 5);
        boat("/suggest", "title", "A boat called suggest");
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    @Test
    void entriesAndValuesAreSuggestedByTheBeginningOfTheirWords() {
        var answer = live.read("delivery/boats/suggest", "q=swi");
        assertThat(names(answer)).contains("b-swift");
        var swift = answer.get("entries").get(0);
        assertThat(swift.get("label").asString()).isEqualTo("Swift of the river");
        assertThat(swift.get("highlight").asString()).isEqualTo("<mark>Swift</mark> of the river");
        assertThat(swift.get("@type").asString()).isEqualTo("boat");
        assertThat(swift.has("country")).as("no more than a title").isFalse();
        assertThat(values(answer)).isEqualTo("yard=Swiss Yard:1");
        assertThat(values(live.read("delivery/boats/suggest", "q=SERB"))).isEqualTo("country=Serbia:2");
        assertThat(values(live.read("delivery/boats/suggest", "q=rac"))).isEqualTo("kind=Racer:1");
    }

    @Test
    void typosAreForgivenInValuesAsInEntriesWhereNothingIsAsItWasTyped() {
        assertThat(values(live.read("delivery/boats/suggest", "q=sreb"))).isEqualTo("country=Serbia:2");
        assertThat(values(live.read("delivery/boats/suggest", "q=shcweizer", "lang=de")))
                .isEqualTo("yard=Schweizer Werft:1");
        assertThat(values(live.read("delivery/boats/suggest", "q=shcweizwr", "lang=de")))
                .as("two in a long word")
                .isEqualTo("yard=Schweizer Werft:1");
        assertThat(values(live.read("delivery/boats/suggest", "q=serrbai"))).isEmpty();
        assertThat(values(live.read("delivery/boats/suggest", "q=sre")))
                .as("three letters")
                .isEmpty();
        assertThat(values(live.read("delivery/boats/suggest", "q=swift")))
                .as("an entry has it as it was typed")
                .isEmpty();
        var mistyped =
                live.read("delivery/boats/suggest", "q=swsis").get("values").get(0);
        assertThat(mistyped.get("label").asString()).isEqualTo("Swiss Yard");
        assertThat(mistyped.get("highlight").asString()).isEqualTo("<mark>Swiss</mark> Yard");
    }

    @Test
    void suggestionsAreInTheLanguageOfTheAnswer() {
        var german = live.read("delivery/boats/suggest", "q=fl", "lang=de");
        assertThat(german.get("entries").get(0).get("label").asString()).isEqualTo("Flinke vom Fluss");
        assertThat(values(live.read("delivery/boats/suggest", "q=serbien", "lang=de")))
                .isEqualTo("country=Serbien:2");
        assertThat(values(live.read("delivery/boats/suggest", "q=serbien"))).isEmpty();
        assertThat(values(live.read("delivery/boats/suggest", "q=rennb", "lang=de")))
                .isEqualTo("kind=Rennboot:1");
    }

    @Test
    void aSearchOverSeveralTypesSuggestsAllOfThem() {
        var answer = live.read("delivery/search/suggest", "q=sw", "limit=20");
        assertThat(names(answer)).contains("b-swift", "y");
        assertThat(values(live.read("delivery/search/suggest", "q=shipy"))).isEqualTo("type=Shipyard:1");
    }

    @Test
    void nothingTypedSuggestsNothing() {
        var answer = live.read("delivery/boats/suggest", "q=");
        assertThat(answer.get("entries").size()).isZero();
        assertThat(answer.get("values").size()).isZero();
    }

    @Test
    void anEntryCalledSuggestCanBeReadAllTheSame() {
        assertThat(live.read("delivery/boats/suggest").get("@name").asString()).isEqualTo("suggest");
        assertThat(live.read("delivery/boats/suggest", "fields=title")
                        .get("@name")
                        .asString())
                .isEqualTo("suggest");
        assertThatThrownBy(() -> live.read("delivery/search/suggest")).hasMessageContaining("`q`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit=0; from 1 to 20",
                "limit=21; from 1 to 20",
                "country=IT; Allowed: lang, limit",
                "facets=x; Unknown parameter"
            })
    void whatSuggestionsDoNotKnowIsRefused(String parameter, String said) {
        assertThatThrownBy(() -> live.read("delivery/boats/suggest", "q=a", parameter))
                .hasMessageContaining(said);
        assertThatThrownBy(() -> live.read("delivery/boats/suggest", "q=" + "x".repeat(201)))
                .hasMessageContaining("200");
    }

    @Test
    void suggestionsFollowWhatIsPublished() throws Exception {
        assertThat(values(live.read("delivery/boats/suggest", "q=zebra"))).isEmpty();
        var entry = live.content.save(
                "boats", "/b-new", node("t:boat", Map.of("title", "New", "tags", List.of("Zebrawood"))));
        live.settle();
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (values(live.read("delivery/boats/suggest", "q=zebra")).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(values(live.read("delivery/boats/suggest", "q=zebra"))).isEqualTo("tags=Zebrawood:1");
        live.content.unpublish("boats", entry);
        live.settle();
    }

    @Test
    void anotherSpellingIsOfferedWithWhatItFinds() {
        var page = live.read("delivery/boats", "q=swwaft");
        assertThat(page.get("total").asInt()).isZero();
        assertThat(page.get("didYouMean").toString()).isEqualTo("[{\"q\":\"swift\",\"total\":1}]");
        assertThat(live.read("delivery/boats", "q=rivver swwaft")
                        .get("didYouMean")
                        .get(0)
                        .get("q")
                        .asString())
                .isEqualTo("river swift");
    }

    @Test
    void spellingsAreAsTheContentWritesThem() {
        assertThat(live.read("delivery/boats", "q=cammacc").get("didYouMean").toString())
                .isEqualTo("[{\"q\":\"čamac\",\"total\":1}]");
    }

    @Test
    void whatIsFoundHasNoOffers() {
        var page = live.read("delivery/boats", "q=swift");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.has("didYouMean")).isFalse();
        assertThat(page.has("withoutFilter")).isFalse();
    }

    @Test
    void whereNothingIsFoundEachFilterSaysWhatIsFoundWithoutIt() {
        var page = live.read("delivery/boats", "q=swift", "country=RS", "crew[gte]=5", "facets=country");
        assertThat(page.get("withoutFilter").toString())
                .isEqualTo("[{\"parameter\":\"crew[gte]\",\"value\":\"5\",\"total\":1}]");
        var both = live.read("delivery/boats", "country=IT", "crew[gte]=5");
        assertThat(both.get("withoutFilter").toString())
                .isEqualTo("[{\"parameter\":\"country\",\"value\":\"IT\",\"total\":1},"
                        + "{\"parameter\":\"crew[gte]\",\"value\":\"5\",\"total\":1}]");
        assertThat(live.read("delivery/boats", "q=swift", "country=IT")
                        .get("withoutFilter")
                        .toString())
                .isEqualTo("[{\"parameter\":\"country\",\"value\":\"IT\",\"total\":1},"
                        + "{\"parameter\":\"q\",\"value\":\"swift\",\"total\":1}]");
    }

    @Test
    void whoHasJustPublishedWaitsForHerRevision() {
        var before = live.content.repository.lastRevision();
        live.content.save("boats", "/b-late", node("t:boat", Map.of("title", "Late")));
        var revision = live.content.repository.lastRevision();
        assertThat(revision).isGreaterThan(before);
        assertThat(live.text("delivery/boats/b-late", "minRevision=" + revision))
                .contains("b-late");
        assertThat(live.text("delivery/boats/@nodes", "limit=20", "minRevision=" + revision))
                .contains("b-late");
        assertThat(live.read("delivery/boats", "minRevision=" + revision, "@name=b-late")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/boats/suggest", "q=late", "minRevision=" + revision)
                        .get("entries")
                        .size())
                .isEqualTo(1);
        assertThat(live.text("delivery/boats/v2/b-late", "minRevision=" + revision))
                .contains("Late");
    }

    @Test
    void aRevisionThatIsNotThereYetIsToldOfWithinItsTime() {
        var start = System.nanoTime();
        assertThatThrownBy(() -> live.read("delivery/boats", "minRevision=999999999"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SHOWN_YET))
                .hasMessageContaining("999999999")
                .hasMessageContaining("2000 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));
        for (var wrong : List.of("x", "-1", "", "1.5")) {
            assertThatThrownBy(() -> live.read("delivery/boats", "minRevision=" + wrong))
                    .hasMessageContaining("revision");
        }
    }

    private static String names(JsonNode answer) {
        return answer.get("entries").values().stream()
                .map(entry -> entry.get("@name").asString())
                .collect(Collectors.joining(" "));
    }

    private static String values(JsonNode answer) {
        return answer.get("values").values().stream()
                .map(value ->
                        value.get("facet").asString() + "=" + value.get("label").asString() + ":"
                                + value.get("count").asInt())
                .collect(Collectors.joining(" "));
    }

    private void boat(String path, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        live.content.save("boats", path, node("t:boat", values));
    }
}
