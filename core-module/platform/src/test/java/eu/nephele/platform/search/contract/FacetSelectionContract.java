package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What facets make of selections. */
public abstract class FacetSelectionContract extends SearchEngineContract {

    @Test
    void aFacetDoesNotSeeItsOwnSelection() {
        addCountriesAndTopics();
        var selections = Map.of("country", term("country", "IT"));

        var result = search(new SearchRequest(
                all(), selections, List.of(terms("country", 10), terms("topic", 10)), List.of(), 0, 10, null));

        assertThat(result.total()).isEqualTo(2);
        assertThat(ids(result)).containsExactly("it-crm", "it-erp");
        assertThat(result.facets().get("country").buckets())
                .containsExactly(bucket("IT", 2), bucket("SI", 2), bucket("RS", 1));
        assertThat(result.facets().get("topic").buckets()).containsExactly(bucket("crm", 1), bucket("erp", 1));
    }

    @Test
    void everyFacetSeesTheSelectionsOfTheOthers() {
        addCountriesAndTopics();
        var selections = new LinkedHashMap<String, Query>();
        selections.put("country", term("country", "IT", "RS"));
        selections.put("topic", term("topic", "erp"));

        var result = search(new SearchRequest(
                all(),
                selections,
                List.of(
                        terms("country", 10),
                        terms("topic", 10),
                        new Facet.Ranges("years", "year", List.of(new Facet.Range("all", null, null)))),
                List.of(),
                0,
                10,
                null));

        assertThat(ids(result)).containsExactly("it-erp", "rs-erp");
        assertThat(result.facets().get("country").buckets())
                .containsExactly(bucket("IT", 1), bucket("RS", 1), bucket("SI", 1));
        assertThat(result.facets().get("topic").buckets()).containsExactly(bucket("erp", 2), bucket("crm", 1));
        assertThat(result.facets().get("years").buckets()).containsExactly(bucket("all", 2));
    }

    @Test
    void aSelectionWithoutAFacetFiltersAllTheSame() {
        addCountriesAndTopics();

        assertThat(facet(all(), Map.of("hidden", term("country", "IT")), terms("topic", 10))
                        .buckets())
                .containsExactly(bucket("crm", 1), bucket("erp", 1));
    }

    @Test
    void selectionsThatMeetNothingLeaveTheFacetThatTheyAreOf() {
        addCountriesAndTopics();
        var selections = Map.of("country", term("country", "AT"));

        var result = search(new SearchRequest(
                all(), selections, List.of(terms("country", 10), terms("topic", 10)), List.of(), 0, 10, null));

        assertThat(result.total()).isZero();
        assertThat(result.facets().get("country").buckets()).hasSize(3);
        assertThat(result.facets().get("topic").buckets()).isEmpty();
    }

    @Test
    void facetsMayShareASelection() {
        addCountriesAndTopics();
        var selections = Map.of("country", term("country", "IT"), "topic", term("topic", "erp"));
        var facets = search(new SearchRequest(
                        all(),
                        selections,
                        List.of(
                                terms("country", 1),
                                new Facet.Terms(
                                        "country~chosen", "country", 5, Facet.Order.COUNT, null, List.of("RS", "AT")),
                                new Facet.Numbers("topic~numbers", "year"),
                                new Facet.Numbers("other~numbers", "year")),
                        List.of(),
                        0,
                        0,
                        null))
                .facets();
        assertThat(facets.get("country").buckets()).containsExactly(bucket("IT", 1));
        assertThat(facets.get("country").otherCount()).isEqualTo(2);
        assertThat(facets.get("country~chosen").buckets()).containsExactly(bucket("RS", 1), bucket("AT", 0));
        assertThat(facets.get("topic~numbers").numbers()).isEqualTo(new FacetResult.Numbers(2, 1, 1, 2));
        assertThat(facets.get("other~numbers").numbers()).isEqualTo(new FacetResult.Numbers(1, 1, 1, 1));
    }

    @Test
    void ringsIgnoreTheirOwnSelection() {
        add(document("bg", "place", BELGRADE), document("ns", "place", NOVI_SAD), document("lj", "place", LJUBLJANA));
        var rings = new Facet.GeoDistance(
                "f",
                "place",
                BELGRADE,
                List.of(new Facet.Range("near", null, 100_000.0), new Facet.Range("far", 100_000.0, null)));
        var near = Map.<String, Query>of("f", new Query.GeoDistance("place", BELGRADE, 100_000));
        assertThat(facet(all(), near, rings).buckets()).containsExactly(bucket("near", 2), bucket("far", 1));
    }

    @Test
    void allSelectionsTogetherCountInNoFacetButTheirOwn() {
        addCountriesAndTopics();
        var selections = Map.of("a", term("country", "IT"), "b", term("topic", "erp"), "c", term("country", "RS"));
        var facets = List.<Facet>of(
                new Facet.Terms("a", "country", 9, Facet.Order.COUNT, null, List.of()),
                new Facet.Terms("b", "country", 9, Facet.Order.COUNT, null, List.of()),
                new Facet.Terms("c", "country", 9, Facet.Order.COUNT, null, List.of()));
        var result = search(new SearchRequest(all(), selections, facets, List.of(), 0, 9, null));
        assertThat(result.total()).isZero();
        assertThat(result.facets().get("a").buckets()).containsExactly(bucket("RS", 1));
        assertThat(result.facets().get("b").buckets()).isEmpty();
        assertThat(result.facets().get("c").buckets()).containsExactly(bucket("IT", 1));
    }

    private void addCountriesAndTopics() {
        add(
                document("it-erp", "country", "IT", "topic", "erp", "year", 1),
                document("it-crm", "country", "IT", "topic", "crm", "year", 1),
                document("si-erp", "country", "SI", "topic", "erp", "year", 1),
                document("si-crm", "country", "SI", "topic", "crm", "year", 1),
                document("rs-erp", "country", "RS", "topic", "erp", "year", 1));
    }
}
