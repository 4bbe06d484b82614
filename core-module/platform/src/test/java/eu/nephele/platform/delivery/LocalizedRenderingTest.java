package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalizedRenderingTest {

    private final TestingDelivery delivery = new TestingDelivery();

    @BeforeEach
    void publish() {
        var trip = named("trips0", node("mgnl:contentNode", Map.of("river", "Isonzo", "river_sr_Latn", "Soča")));
        var trips = named("trips", node("mgnl:contentNode", Map.of(), trip));
        delivery.publish(
                "boats",
                "/swift",
                node(
                        "t:boat",
                        Map.of(
                                "title", "Swift",
                                "title_de", "Segler",
                                "title_sr_Latn", "Čiopa",
                                "blurb", "Fast",
                                "blurb_de", "",
                                "country", "IT",
                                "country_de", "left over"),
                        trips));
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void anAnswerHasOneLanguageAndNamesWithoutIt() {
        assertThat(delivery.read("delivery/boats/swift", "lang=de"))
                .contains("\"title\":\"Segler\",\"blurb\":\"Fast\",\"country\":\"IT\",\"trips\"")
                .doesNotContain("_de", "_sr_Latn");
    }

    @Test
    void nestedValuesAreInTheSameLanguage() {
        assertThat(delivery.read("delivery/boats/swift", "lang=sr-Latn")).contains("\"river\":\"Soča\"", "Čiopa");
        assertThat(delivery.read("delivery/boats/swift", "lang=de")).contains("\"river\":\"Isonzo\"");
    }

    @Test
    void magnoliaEndpointsDeliverTheSame() {
        assertThat(delivery.read("delivery/boats/v2/swift", "lang=de"))
                .contains("\"title\":\"Segler\"")
                .doesNotContain("title_de", "country_de", "sr_Latn");
    }

    @Test
    void allLanguagesAreTheStoredProperties() {
        assertThat(delivery.read("delivery/boats/v2/swift", "lang=all"))
                .contains("\"title\":\"Swift\",\"title_de\":\"Segler\",\"title_sr_Latn\":\"Čiopa\"")
                .contains("\"river\":\"Isonzo\",\"river_sr_Latn\":\"Soča\"");
    }

    @Test
    void aFieldInAllLanguagesIsAllItsVariants() {
        assertThat(delivery.read("delivery/boats/swift", "lang=all", "fields=title"))
                .contains("\"title\":\"Swift\",\"title_de\":\"Segler\",\"title_sr_Latn\":\"Čiopa\",\"@nodes\"");
    }

    @Test
    void acceptedLanguagesDecideWhereNoneIsGiven() {
        var answer = delivery.delivery.answer(
                new DeliveryRequest("delivery/boats/swift", TestingDelivery.parameters(), "fr, de-CH;q=0.5"));

        assertThat(TestingDelivery.text(answer)).contains("Segler");
        assertThat(answer.languageTag()).isEqualTo("de");
        assertThat(answer.negotiated()).isTrue();
        assertThat(delivery.answer("delivery/boats/swift", "lang=de").negotiated())
                .isFalse();
    }

    @Test
    void withoutLanguagesTheStoredPropertiesAreDelivered() {
        var before = delivery.definitions.get();
        delivery.definitions.set(new Definitions(
                before.generation() + 1,
                before.contentTypes(),
                before.endpoints(),
                before.vocabularies(),
                before.apps(),
                new SiteDefinition(
                        false, "en", before.site().locales(), before.site().cors()),
                before.messages(),
                before.problems()));

        assertThat(delivery.read("delivery/boats/v2/swift", "lang=de")).contains("\"title\":\"Swift\"", "\"title_de\"");
        assertThat(delivery.answer("delivery/boats/v2/swift").languageTag()).isNull();
    }

    @Test
    void aLocalizedChildIsChosenLikeAProperty() {
        var english = named("menu", node("mgnl:contentNode", Map.of("dish", "soup")));
        var german = named("menu_de", node("mgnl:contentNode", Map.of("dish", "Suppe")));
        delivery.publish("boats", "/galley", node("t:boat", Map.of("title", "Galley"), english, german));

        assertThat(delivery.read("delivery/boats/v2/galley", "lang=de"))
                .contains("\"menu\":{\"@name\":\"menu_de\"", "\"dish\":\"Suppe\"", "\"@nodes\":[\"menu\"]}")
                .doesNotContain("soup");
    }
}
