package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryPage.FacetCounts;
import eu.nephele.platform.search.FacetRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {

    private final TestingDelivery delivery = new TestingDelivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void aPageHasItsResultsInTheirOrderAndWhatThereIsInAll() {
        var one = delivery.publish("boats", "/one", node("t:boat", Map.of("title", "One")));
        var two = delivery.publish("boats", "/two", node("t:boat", Map.of("title", "Two")));
        delivery.finds(two, one);

        assertThat(delivery.read("delivery/boats", "fields=title", "limit=7", "offset=3"))
                .isEqualTo("""
                        {"results":[\
                        {"@name":"two","@path":"/two","@id":"%s","@nodeType":"t:boat","title":"Two","@nodes":[]},\
                        {"@name":"one","@path":"/one","@id":"%s","@nodeType":"t:boat","title":"One","@nodes":[]}],\
                        "total":2,"offset":3,"limit":7}\
                        """.formatted(two.id(), one.id()));
        var query = delivery.queries.getFirst();
        assertThat(query.contentTypes()).containsExactly("boat");
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.offset()).isEqualTo(3);
        assertThat(query.locale()).isEqualTo("en");
    }

    @Test
    void withoutParametersTheEndpointsLimitHolds() {
        delivery.read("delivery/boats/");

        assertThat(delivery.queries.getFirst().limit()).isEqualTo(5);
        assertThat(delivery.queries.getFirst().text()).isNull();
    }

    @Test
    void aCursorGoesFromPageToPage() {
        delivery.page = new EntryPage(9, List.of(), Map.of(), "next");

        assertThat(delivery.read("delivery/boats", "cursor=*"))
                .contains("\"cursor\":\"next\"")
                .contains("\"snapshot\":false");
        assertThat(delivery.read("delivery/boats")).doesNotContain("cursor").doesNotContain("snapshot");
        delivery.page = new EntryPage(9, List.of(), Map.of(), null, false, true);
        assertThat(delivery.read("delivery/boats", "cursor=next")).contains("\"snapshot\":true");
        assertThat(delivery.read("delivery/boats", "cursor=next")).doesNotContain("cursor");
        assertThat(delivery.queries.stream().map(query -> String.valueOf(query.cursor())))
                .containsExactly("*", "null", "next", "next");
    }

    @Test
    void facetsHaveLabelsInTheLanguageOfTheAnswer() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard", "name_de", "Werft")));
        var facets = new LinkedHashMap<String, FacetCounts>();
        facets.put(
                "country",
                new FacetCounts(
                        List.of(
                                new FacetBucket("IT", 2, true, List.of(new FacetBucket("RS", 1, false, List.of()))),
                                new FacetBucket("XX", 1, false, List.of())),
                        4,
                        true));
        facets.put("kind", counts("racer"));
        facets.put("yard", counts(yard.id()));
        facets.put("surveyed", counts("2014"));
        delivery.page = new EntryPage(0, List.of(), facets, null);

        assertThat(delivery.read("delivery/boats", "facets=country,kind,yard,surveyed", "lang=de"))
                .isEqualTo("""
                        {"results":[],"total":0,"offset":0,"limit":5,"facets":{\
                        "country":{"buckets":[{"value":"IT","label":"Italien","count":2,"selected":true,\
                        "buckets":[{"value":"RS","label":"Serbien","count":1,"selected":false}]},\
                        {"value":"XX","label":"XX","count":1,"selected":false}],"otherCount":4,"truncated":true},\
                        "kind":{"buckets":[{"value":"racer","label":"Rennboot","count":3,"selected":false}],"otherCount":0,"truncated":false},\
                        "yard":{"buckets":[{"value":"%s","label":"Werft","count":3,"selected":false}],"otherCount":0,"truncated":false},\
                        "surveyed":{"buckets":[{"value":"2014","label":"2014","count":3,"selected":false}],"otherCount":0,"truncated":false}}}\
                        """.formatted(yard.id()));

        delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard", "name_de", "Bootswerft")));
        assertThat(delivery.read("delivery/boats", "facets=yard", "lang=de")).contains("Bootswerft");
    }

    @Test
    void anAnswerCanBeDroppedByTheTypeThatLabelsItsFacets() {
        delivery.page = new EntryPage(0, List.of(), Map.of("yard", counts("any")), null);

        assertThat(delivery.answer("delivery/boats", "facets=yard", "limit=0").surrogateKeys())
                .isEqualTo("type-boat type-yard");
    }

    @Test
    void facetsTakeTheirSettingsFromTheEndpointAndFromTheRequest() {
        delivery.read(
                "delivery/boats",
                "facets=country,crewSize,surveyed",
                "facet.country.size=3",
                "facet.country.prefix=S",
                "facet.country.order=count");

        assertThat(delivery.queries.getFirst().facets())
                .containsExactly(
                        new FacetRequest(
                                "country", "country", 3, Facet.Order.COUNT, null, List.of(), null, List.of("RS")),
                        new FacetRequest(
                                "crewSize",
                                "crew",
                                delivery.queries.getFirst().facets().get(1).size(),
                                Facet.Order.COUNT,
                                null,
                                List.of(new Facet.Range("small", null, 3.0), new Facet.Range("large", 3.0, null)),
                                null),
                        new FacetRequest(
                                "surveyed",
                                "surveyed",
                                delivery.queries.getFirst().facets().get(2).size(),
                                Facet.Order.COUNT,
                                null,
                                List.of(),
                                Facet.Interval.YEAR));
    }

    @Test
    void keysNameTypesVocabulariesAndEntries() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        var boat = delivery.publish("boats", "/a", node("t:boat", Map.of("country", "IT", "yard", yard.id())));
        delivery.page = new EntryPage(0, List.of(), Map.of("country", counts("IT")), null);
        delivery.finds(boat);

        assertThat(delivery.answer("delivery/boats", "facets=country")
                        .surrogateKeys()
                        .split(" "))
                .containsExactlyInAnyOrder("type-boat", "type-yard", "vocabulary-countries", "entry-" + boat.id());
        assertThat(delivery.answer("delivery/boats/a", "labels=true")
                        .surrogateKeys()
                        .split(" "))
                .containsExactlyInAnyOrder(
                        "type-boat", "type-yard", "vocabulary-countries", "entry-" + boat.id(), "entry-" + yard.id());
    }

    @Test
    void aWorkspaceWithoutTypesCanBeReadButNotQueried() {
        var old = delivery.definitions.get();
        delivery.definitions.set(new Definitions(
                2, Map.of(), old.endpoints(), old.vocabularies(), old.apps(), old.site(), Map.of(), List.of()));
        delivery.publish("boats", "/a", node("t:boat", Map.of("title", "A")));

        assertThat(delivery.read("delivery/boats/v2/a")).contains("\"A\"");
        assertThatThrownBy(() -> delivery.read("delivery/boats/v2"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("can be read by their path only");
    }

    @Test
    void childrenAreAPageOnOurEndpointsAndAnArrayOnMagnolias() {
        delivery.publish("boats", "/lake/a", node("t:boat", Map.of("title", "A")));
        delivery.publish("boats", "/lake/b", node("t:boat", Map.of("title", "B")));
        delivery.publish("boats", "/lake/c", node("t:boat", Map.of("title", "C")));
        delivery.publish("boats", "/lake/deeper/d", node("t:boat", Map.of("title", "D")));

        for (var path : List.of("delivery/boats/lake@nodes", "delivery/boats/lake/@nodes")) {
            assertThat(delivery.read(path, "fields=title", "limit=2", "offset=1"))
                    .startsWith("{\"results\":[{\"@name\":\"")
                    .endsWith("\"total\":3,\"offset\":1,\"limit\":2}")
                    .doesNotContain("\"D\"");
        }
        assertThat(delivery.read("delivery/boats/v2/lake/@nodes"))
                .startsWith("[{\"@name\":\"")
                .contains("\"A\"", "\"B\"", "\"C\"")
                .endsWith("}]");
        assertThat(delivery.read("delivery/boats/v2/lake/@nodes", "limit=1").split("@name"))
                .hasSize(2);
        assertThat(delivery.read("delivery/boats/v2@nodes")).isEqualTo("[]");
        assertThatThrownBy(() -> delivery.read("delivery/boats/nothing@nodes")).isInstanceOf(PlatformException.class);

        delivery.publish("boats", "/lake/e", node("t:boat", Map.of("title", "E")));
        assertThat(delivery.read("delivery/boats/lake@nodes")).contains("\"total\":4");
    }

    @Test
    void theListOfEndpointsSaysWhatEachIsFor() {
        var list = TestingDelivery.text(delivery.delivery.endpoints(List.of()));

        assertThat(list)
                .startsWith(
                        "{\"endpoints\":[{\"name\":\"boats\",\"path\":\"delivery/boats\",\"url\":\"/.rest/delivery/boats\","
                                + "\"contentTypes\":[\"boat\"],\"contentType\":\"boat\",\"facets\":[\"country\",")
                .contains("\"facetProperties\":{\"country\":\"country\",")
                .contains("\"path\":\"delivery/boats/v2\"", "\"path\":\"delivery/yards\"");
    }

    private static FacetCounts counts(String value) {
        return new FacetCounts(List.of(new FacetBucket(value, 3, false, List.of())), 0, false);
    }
}
