package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
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

/** Facets of all kinds, from the request to the answer, with the real index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetKindsTest {

    private static final String BELGRADE = "44.8178,20.4569";

    private final TestingLiveDelivery live = new TestingLiveDelivery();
    private final TestingDelivery content = live.content;
    private ContentNode yard;

    @BeforeAll
    void publish() throws InterruptedException {
        yard = content.save(
                "yards",
                "/y",
                node("t:yard", Map.of("name", "Đerdap Yard", "name_de", "Werft am Eisernen Tor", "country", "RS")));
        content.save("yards", "/z", node("t:yard", Map.of("name", "Zadar Docks", "name_de", "Docks", "country", "IT")));
        boat(
                "/b-ada",
                "home",
                BELGRADE,
                "country",
                "RS",
                "length",
                4.5,
                "crew",
                2,
                "launched",
                "2012-10-01",
                "tags",
                List.of("wood", "sail"),
                "yard",
                yard.id());
        boat(
                "/b-bea",
                "home",
                "44.85,20.5",
                "country",
                "RS",
                "length",
                12.0,
                "crew",
                3,
                "launched",
                "2013-01",
                "tags",
                List.of("wood"));
        boat(
                "/b-cia",
                "home",
                "45.2671,19.8335",
                "country",
                "IT",
                "length",
                25.5,
                "crew",
                7,
                "launched",
                "2014-05-06",
                "tags",
                List.of("sail", "čamac"));
        boat("/b-dea", "home", "46.0569,14.5058", "country", "IT", "length", 33.0, "tags", List.of("Çelik"));
        boat("/b-eva", "crew", 2);
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    @Test
    void ringsAreCountedAroundTheOriginOfTheRequest() {
        assertThat(buckets("home", "facets=home", "facet.home.origin=" + BELGRADE))
                .isEqualTo("~10km:2 10km~100km:1 100km~:1");
        assertThat(buckets("home", "facets=home", "origin=46.05,14.5")).isEqualTo("~10km:1 10km~100km:0 100km~:3");
    }

    @Test
    void aRingIsChosenByItsNameAndTheOthersStayOnOffer() {
        var parameters = new String[] {"facets=home,country", "facet.home.origin=" + BELGRADE, "home=~10km|10km~100km"};
        assertThat(names(parameters)).isEqualTo("b-ada b-bea b-cia");
        assertThat(buckets("home", parameters)).isEqualTo("~10km:2* 10km~100km:1* 100km~:1");
        assertThat(buckets("country", parameters)).isEqualTo("IT:1 RS:2");
        assertThat(names("origin=" + BELGRADE, "home=10km~100km"))
                .as("without the facet")
                .isEqualTo("b-cia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "home[within]=44.8178,20.4569,10km; b-ada b-bea",
                "home[within]=44.8178,20.4569,500m; b-ada",
                "home[within]=44.8178,20.4569,10km~100km; b-cia",
                "home[within]=44.8178,20.4569,100km~; b-dea",
                "home[within]=44.8178,20.4569,1km|46.05,14.5,10km; b-ada b-dea",
                "home[box]=44.5,19.5,45.5,20.6; b-ada b-bea b-cia",
                "home[box]=40,21,50,20.48; b-ada b-cia b-dea",
                "length=~10; b-ada",
                "length=10~25.5; b-bea",
                "length=25.5~; b-cia b-dea",
                "length[ne]=10~30; b-ada b-dea",
                "crew=2~3; b-ada b-eva",
                "launched=2012~2014; b-ada b-bea",
                "launched=2013-02~; b-cia",
                "@type=boat; b-ada b-bea b-cia b-dea b-eva",
                "@type=yard; ''"
            })
    void filtersSayWhereAndBetweenWhichBounds(String filter, String expected) {
        assertThat(names(filter)).isEqualTo(expected);
    }

    @Test
    void placesOrderByTheirDistance() {
        assertThat(names("orderBy=home", "origin=46,15")).isEqualTo("b-dea b-cia b-ada b-bea b-eva");
        assertThat(names("orderBy=home", "origin=44.8,20.4")).isEqualTo("b-ada b-bea b-cia b-dea b-eva");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "facets=home; facet.home.origin=latitude,longitude",
                "orderBy=home; origin=latitude,longitude",
                "home=~10km; origin=latitude,longitude",
                "origin=95,20; latitude,longitude",
                "facets=home&facet.home.origin=Belgrade; latitude,longitude",
                "origin=44,20&orderBy=home desc; nearest first",
                "home[within]=44,20; 44.82,20.46,50km",
                "home[within]=44,20,50; 44.82,20.46,50km",
                "home[within]=44,20,9km~3km; 10km~50km",
                "home[box]=45,20,44,21; south-western",
                "crew[within]=44,20,5km; only places",
                "length=a~b; is not a number",
                "length=~; is not a number",
                "facets=tags&facet.tags.query=-; letter",
                "facets=lengths&facet.lengths.query=1; single values",
                "facets=country&facet.country.query=a&facet.country.prefix=b; not together"
            })
    void whatCannotBeAskedIsRefusedWithTheCure(String parameters, String said) {
        assertThatThrownBy(() -> read("delivery/boats", parameters.split("&"))).hasMessageContaining(said);
    }

    @Test
    void automaticRangesHaveRoundBoundsThatStayWhileASearchIsNarrowed() {
        assertThat(buckets("lengths", "facets=lengths")).isEqualTo("~5:1 5~10:0 10~15:1 15~20:0 20~25:0 25~30:1 30~:1");
        var narrowed = new String[] {"facets=lengths", "country=RS", "length=10~15"};
        assertThat(buckets("lengths", narrowed)).isEqualTo("~5:1 5~10:0 10~15:1* 15~20:0 20~25:0 25~30:0 30~:0");
        assertThat(names(narrowed)).isEqualTo("b-bea");
    }

    @Test
    void rangesChosenEarlierStayListed() {
        assertThat(buckets("lengths", "facets=lengths", "length=0~12")).endsWith(" 0~12:1*");
    }

    @Test
    void automaticPeriodsSuitTheDates() {
        assertThat(buckets("launched", "facets=launched", "launched=2013-01"))
                .isEqualTo("2012-10:1 2013-01:1* 2014-05:1");
        assertThat(buckets("launched", "facets=launched", "launched=2013-02")).contains("2013-02:0*");
    }

    @Test
    void numbersSayTheirLeastGreatestAndAverageWhateverIsChosenInThem() {
        var stats = facet("lengths", "facets=lengths", "length=10~15", "country=IT|RS")
                .get("stats");
        assertThat(stats.toString()).isEqualTo("{\"min\":4.5,\"max\":33,\"avg\":18.75}");
        assertThat(facet("crewSize", "facets=crewSize", "crew[gte]=3")
                        .get("stats")
                        .get("min")
                        .asInt())
                .as("bounds of a slider are choices")
                .isEqualTo(2);
        assertThat(facet("launched", "facets=launched").get("stats").toString())
                .isEqualTo("{\"min\":\"2012-10-01\",\"max\":\"2014-05-06\"}");
        assertThat(facet("lengths", "facets=lengths", "@name=b-eva").has("stats"))
                .isFalse();
    }

    @Test
    void eachFurtherChoiceMayNarrowAFacet() {
        assertThat(buckets("tags", "facets=tags", "tags=wood")).isEqualTo("sail:2 wood:2* Çelik:1 čamac:1");
        assertThat(buckets("allTags", "facets=allTags", "tags=wood")).isEqualTo("wood:2* sail:1");
        assertThat(buckets("allTags", "facets=allTags", "tags=wood", "tags=sail"))
                .isEqualTo("sail:1* wood:1*");
        assertThat(buckets("tags", "facets=tags,allTags", "tags=wood", "tags=sail"))
                .as("counts ignore both choices")
                .isEqualTo("sail:2* wood:2* Çelik:1 čamac:1");
    }

    @Test
    void valuesAreLookedForByWhatReadersSee() {
        assertThat(buckets("country", "facets=country", "facet.country.query=SERB"))
                .isEqualTo("RS:2");
        assertThat(buckets("country", "facets=country", "facet.country.query=srbija", "lang=sr-Latn"))
                .isEqualTo("RS:2");
        assertThat(buckets("country", "facets=country", "facet.country.query=ital", "country=RS"))
                .isEqualTo("IT:2");
        assertThat(buckets("country", "facets=country", "facet.country.query=erbia"))
                .isEmpty();
        assertThat(buckets("tags", "facets=tags", "facet.tags.query=celik")).isEqualTo("Çelik:1");
        assertThat(buckets("tags", "facets=tags", "facet.tags.query=camac")).isEqualTo("čamac:1");
        assertThat(buckets("yard", "facets=yard", "facet.yard.query=yard derd")).isEqualTo(yard.id() + ":1");
        assertThat(buckets("yard", "facets=yard", "facet.yard.query=eisernen", "lang=de"))
                .isEqualTo(yard.id() + ":1");
        assertThat(buckets("yard", "facets=yard", "facet.yard.query=eisernen")).isEmpty();
    }

    @Test
    void whatIsCutOffOfTheValuesFoundIsToldOf() {
        var facet = facet("tags", "facets=tags", "facet.tags.query=c", "facet.tags.size=1");
        assertThat(facet.get("buckets").size()).isEqualTo(1);
        assertThat(facet.get("otherCount").asInt()).isEqualTo(1);
        assertThat(facet.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void oneSearchFindsEntriesOfSeveralTypesEachAsItsEndpointDeliversIt() {
        var page = read("delivery/search", "orderBy=@type,@name", "limit=20", "fields=title,name,isSample");
        assertThat(page.get("total").asInt()).isEqualTo(7);
        assertThat(page.get("results").values().stream()
                        .map(item -> item.get("@type").asString() + " "
                                + item.get("@endpoint").asString() + "/"
                                + item.get("@name").asString()))
                .startsWith("boat delivery/boats/b-ada")
                .endsWith("yard delivery/yards/z");
        var alone = read("delivery/yards", "@name=z").get("results").get(0);
        var found = read("delivery/search", "@name=z").get("results").get(0);
        alone.propertyNames().forEach(name -> assertThat(found.get(name)).isEqualTo(alone.get(name)));
    }

    @Test
    void typesAndWhatTheyShareAreCountedOverAllOfThem() {
        var facets = read("delivery/search", "facets=type,country,crew", "country=IT", "lang=de")
                .get("facets");
        assertThat(text(facets.get("type"))).isEqualTo("boat:2 yard:1");
        assertThat(text(facets.get("country"))).isEqualTo("IT:3* RS:3");
        assertThat(facets.get("type").get("buckets").get(1).get("label").asString())
                .isEqualTo("Werft");
        assertThat(text(read("delivery/search", "facets=type", "@type=yard")
                        .get("facets")
                        .get("type")))
                .isEqualTo("boat:5 yard:2*");
        assertThat(text(read("delivery/search", "facets=type", "facet.type.query=shipy")
                        .get("facets")
                        .get("type")))
                .isEqualTo("yard:2");
        assertThat(read("delivery/search", "q=docks").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aSearchOverSeveralTypesGoesOnByCursorAndReadsNoPaths() {
        var first = read("delivery/search", "cursor=*", "limit=4", "orderBy=@name");
        var second = read("delivery/search", "cursor=" + first.get("cursor").asString(), "limit=4", "orderBy=@name");
        assertThat(second.get("results").size()).isEqualTo(3);
        assertThat(second.has("cursor")).isFalse();
        assertThatThrownBy(() -> read("delivery/search/b-ada")).hasMessageContaining("/b-ada");
        assertThatThrownBy(() -> read("delivery/search/@nodes")).hasMessageContaining("only");
        assertThatThrownBy(() -> read("delivery/search", "kind=x&owner=1".split("&")))
                .hasMessageNotContaining("owner`,");
    }

    private JsonNode read(String path, String... parameters) {
        return live.read(path, parameters);
    }

    private String names(String... parameters) {
        return read("delivery/boats", parameters).get("results").values().stream()
                .map(item -> item.get("@name").asString())
                .sorted(String.join(" ", parameters).contains("orderBy") ? (one, other) -> 0 : String::compareTo)
                .collect(Collectors.joining(" "));
    }

    private JsonNode facet(String name, String... parameters) {
        return read("delivery/boats", parameters).get("facets").get(name);
    }

    private String buckets(String name, String... parameters) {
        return text(facet(name, parameters));
    }

    /** {@code IT:3*}: value, count, a star where it is chosen. */
    private static String text(JsonNode facet) {
        return facet.get("buckets").values().stream()
                .map(bucket -> bucket.get("value").asString() + ":"
                        + bucket.get("count").asLong() + (bucket.get("selected").asBoolean() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }

    private void boat(String path, Object... namesAndValues) {
        var values = new java.util.HashMap<String, Object>();
        values.put("title", "Boat");
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        content.save("boats", path, node("t:boat", values));
    }
}
