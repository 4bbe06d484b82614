package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What facets count. */
public abstract class FacetContract extends SearchEngineContract {

    @Test
    void termsCountDocumentsMostFirst() {
        add(
                document("a", "country", "IT"),
                document("b", "country", "SI"),
                document("c", "country", "SI"),
                document("d"));

        var facet = facet(all(), terms("country", 10));

        assertThat(facet.buckets()).containsExactly(bucket("SI", 2), bucket("IT", 1));
        assertThat(facet.otherCount()).isZero();
        assertThat(facet.truncated()).isFalse();
    }

    @Test
    void aDocumentCountsInEachOfItsValuesOnce() {
        add(document("a", "topic", List.of("erp", "crm")), document("b", "topic", List.of("crm", "crm")));

        assertThat(facet(all(), terms("topic", 10)).buckets()).containsExactly(bucket("crm", 2), bucket("erp", 1));
    }

    @Test
    void equalCountsComeByValue() {
        add(document("a", "topic", List.of("b", "ä", "a", "Z")));

        assertThat(facet(all(), terms("topic", 10)).buckets())
                .extracting(bucket -> bucket.value())
                .containsExactly("Z", "a", "b", "ä");
    }

    @Test
    void valuesMayComeInTheirOwnOrder() {
        add(document("a", "topic", "b"), document("b", "topic", List.of("b", "a")), document("c", "topic", "c"));
        var byValue = new Facet.Terms("f", "topic", 2, Facet.Order.VALUE, null, List.of());

        var facet = facet(all(), byValue);

        assertThat(facet.buckets()).containsExactly(bucket("a", 1), bucket("b", 2));
        assertThat(facet.otherCount()).isEqualTo(1);
        assertThat(facet.truncated()).isTrue();
    }

    @Test
    void whatIsLeftOutForSizeIsToldOf() {
        add(IntStream.range(0, 30)
                .mapToObj(i -> document("d" + i, "topic", "t" + i % 10))
                .toArray(IndexDocument[]::new));

        var facet = facet(all(), terms("topic", 4));

        assertThat(facet.buckets()).hasSize(4);
        assertThat(facet.otherCount()).isEqualTo(18);
        assertThat(facet.truncated()).isTrue();
        assertThat(facet(all(), terms("topic", 10)).truncated()).isFalse();
    }

    @Test
    void aSizeOfNothingStillTellsWhatThereIs() {
        add(document("a", "topic", "x"));

        var facet = facet(all(), terms("topic", 0));

        assertThat(facet.buckets()).isEmpty();
        assertThat(facet.otherCount()).isEqualTo(1);
        assertThat(facet.truncated()).isTrue();
    }

    @Test
    void sizesHaveALimit() {
        assertThat(facet(all(), terms("topic", 10_000)).buckets()).isEmpty();
        assertRefused(() -> facet(all(), terms("topic", 10_001)));
        assertRefused(() -> facet(all(), terms("topic", -1)));
    }

    @Test
    void aPrefixNarrowsTheValues() {
        add(document("a", "topic", List.of("slovenia", "slovakia", "serbia")), document("b", "topic", "slovenia"));
        var prefixed = new Facet.Terms("f", "topic", 1, Facet.Order.COUNT, "slo", List.of());

        var facet = facet(all(), prefixed);

        assertThat(facet.buckets()).containsExactly(bucket("slovenia", 2));
        assertThat(facet.otherCount()).as("serbia is no other value").isEqualTo(1);
        assertThat(facet.truncated()).isTrue();
        assertThat(facet(all(), new Facet.Terms("f", "topic", 9, Facet.Order.COUNT, "x", List.of()))
                        .buckets())
                .isEmpty();
    }

    @Test
    void givenValuesAreCountedAlsoWhenNothingHasThem() {
        add(document("a", "topic", "x"), document("b", "topic", "y"));
        var given = new Facet.Terms("f", "topic", 10, Facet.Order.COUNT, null, List.of("z", "x"));

        var facet = facet(all(), given);

        assertThat(facet.buckets()).containsExactly(bucket("x", 1), bucket("z", 0));
        assertThat(facet.otherCount()).isZero();
        assertThat(facet.truncated()).isFalse();
    }

    @Test
    void facetsCountWhatTheQueryMeets() {
        add(document("a", "topic", "x", "country", "IT"), document("b", "topic", "y", "country", "SI"));

        assertThat(facet(term("country", "IT"), terms("topic", 10)).buckets()).containsExactly(bucket("x", 1));
    }

    @Test
    void facetsForgetWhatWasReplacedOrDeleted() {
        add(document("a", "topic", "x"), document("b", "topic", "x"), document("c", "topic", "x"));
        add(revision("a", 2, "topic", "y"));
        delete("b", 2);

        assertThat(facet(all(), terms("topic", 10)).buckets()).containsExactly(bucket("x", 1), bucket("y", 1));
    }

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
    void rangesIncludeTheirBeginningAndNotTheirEnd() {
        add(document("a", "year", 1999), document("b", "year", 2000), document("c", "year", 2010), document("d"));
        var ranges = new Facet.Ranges(
                "f",
                "year",
                List.of(
                        new Facet.Range("before", null, 2000.0),
                        new Facet.Range("2000s", 2000.0, 2010.0),
                        new Facet.Range("none", 1.0, 2.0),
                        new Facet.Range("since", 2010.0, null)));

        assertThat(facet(all(), ranges).buckets())
                .containsExactly(bucket("before", 1), bucket("2000s", 1), bucket("none", 0), bucket("since", 1));
    }

    @Test
    void aDocumentCountsOnceInEachRangeThatOneOfItsValuesLiesIn() {
        add(document("a", "price", List.of(1.0, 1.5, 20.0)));
        var ranges = new Facet.Ranges(
                "f",
                "price",
                List.of(
                        new Facet.Range("low", 0.0, 10.0),
                        new Facet.Range("high", 10.0, null),
                        new Facet.Range("any", null, null)));

        assertThat(facet(all(), ranges).buckets())
                .containsExactly(bucket("low", 1), bucket("high", 1), bucket("any", 1));
    }

    @Test
    void histogramsCountByCalendarInterval() {
        add(day("a", "2024-01-31"), day("b", "2024-02-01"), day("c", "2024-02-29"), day("d", "2025-12-31"));

        assertThat(histogram(Facet.Interval.YEAR)).containsExactly(bucket("2024-01-01", 3), bucket("2025-01-01", 1));
        assertThat(histogram(Facet.Interval.QUARTER)).containsExactly(bucket("2024-01-01", 3), bucket("2025-10-01", 1));
        assertThat(histogram(Facet.Interval.MONTH))
                .containsExactly(bucket("2024-01-01", 1), bucket("2024-02-01", 2), bucket("2025-12-01", 1));
        assertThat(histogram(Facet.Interval.DAY)).hasSize(4).contains(bucket("2024-02-29", 1));
    }

    @Test
    void histogramsKnowTheTimeZone() {
        add(document("a", "day", Instant.parse("2012-09-30T22:00:00Z").toEpochMilli()));
        var belgrade = new Facet.DateHistogram("f", "day", Facet.Interval.MONTH, ZoneId.of("Europe/Belgrade"));

        assertThat(facet(all(), belgrade).buckets()).containsExactly(bucket("2012-10-01", 1));
        assertThat(histogram(Facet.Interval.MONTH)).containsExactly(bucket("2012-09-01", 1));
    }

    @Test
    void histogramsReachBehindTheEpochAndCountADocumentOncePerInterval() {
        add(document("a", "day", List.of(millis("1812-09-07"), millis("1812-10-19"), millis("1813-01-01"))));

        assertThat(histogram(Facet.Interval.YEAR)).containsExactly(bucket("1812-01-01", 1), bucket("1813-01-01", 1));
    }

    @Test
    void ringsCountByDistance() {
        add(document("bg", "place", BELGRADE), document("ns", "place", NOVI_SAD), document("lj", "place", LJUBLJANA));
        var rings = new Facet.GeoDistance(
                "f",
                "place",
                BELGRADE,
                List.of(
                        new Facet.Range("near", 0.0, 50_000.0),
                        new Facet.Range("further", 50_000.0, 100_000.0),
                        new Facet.Range("far", 100_000.0, null)));

        assertThat(facet(all(), rings).buckets())
                .containsExactly(bucket("near", 1), bucket("further", 1), bucket("far", 1));
    }

    @Test
    void numbersAreTheLeastTheGreatestAndTheSumOfAllValues() {
        add(document("a", "year", List.of(3, 5)), document("b", "year", -2), document("c"));
        assertThat(facet(all(), new Facet.Numbers("f", "year")).numbers())
                .isEqualTo(new FacetResult.Numbers(3, -2, 5, 6));
    }

    @Test
    void numbersMayBeFractions() {
        add(document("a", "price", -0.25), document("b", "price", 1e300));
        assertThat(facet(all(), new Facet.Numbers("f", "price")).numbers())
                .isEqualTo(new FacetResult.Numbers(2, -0.25, 1e300, 1e300));
    }

    @Test
    void withoutAValueThereAreNoNumbers() {
        add(document("a", "topic", "x"), document("b", "topic", "y", "year", 1));
        var facet = facet(term("topic", "x"), new Facet.Numbers("f", "year"));
        assertThat(facet.numbers()).isNull();
        assertThat(facet.buckets()).isEmpty();
        assertThat(facet(all(), new Facet.Numbers("f", "nowhere")).numbers()).isNull();
        assertRefused(() -> facet(all(), new Facet.Numbers("f", "topic")));
    }

    @Test
    void numbersForgetWhatWasDeleted() {
        add(document("a", "year", 1), document("b", "year", 9));
        delete("b", 2);
        assertThat(facet(all(), new Facet.Numbers("f", "year")).numbers())
                .isEqualTo(new FacetResult.Numbers(1, 1, 1, 1));
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

    @Test
    void facetsOverAFieldThatTheSchemaLacksAreEmpty() {
        add(document("a", "topic", "x"));

        assertThat(facet(all(), terms("nowhere", 10)).buckets()).isEmpty();
        assertThat(facet(all(), new Facet.Ranges("f", "nowhere", List.of(new Facet.Range("all", null, null))))
                        .buckets())
                .containsExactly(bucket("all", 0));
    }

    @Test
    void facetsOverAFieldOfAnotherKindAreRefused() {
        assertRefused(() -> facet(all(), terms("year", 10)));
        assertRefused(() -> facet(all(), terms("text", 10)));
        assertRefused(() -> facet(all(), new Facet.Ranges("f", "country", List.of())));
        assertRefused(() -> facet(all(), new Facet.DateHistogram("f", "price", Facet.Interval.YEAR, ZoneOffset.UTC)));
    }

    @Test
    void twoFacetsOfOneNameAreRefused() {
        assertRefused(() -> search(new SearchRequest(
                all(), Map.of(), List.of(terms("topic", 1), terms("topic", 2)), List.of(), 0, 1, null)));
    }

    @Test
    void aFieldMayHaveSeveralFacets() {
        add(document("a", "topic", List.of("x", "y")));
        var second = new Facet.Terms("second", "topic", 10, Facet.Order.COUNT, "y", List.of());

        var facets = search(
                        new SearchRequest(all(), Map.of(), List.of(terms("topic", 10), second), List.of(), 0, 1, null))
                .facets();

        assertThat(facets.get("topic").buckets()).hasSize(2);
        assertThat(facets.get("second").buckets()).containsExactly(bucket("y", 1));
    }

    private void addCountriesAndTopics() {
        add(
                document("it-erp", "country", "IT", "topic", "erp", "year", 1),
                document("it-crm", "country", "IT", "topic", "crm", "year", 1),
                document("si-erp", "country", "SI", "topic", "erp", "year", 1),
                document("si-crm", "country", "SI", "topic", "crm", "year", 1),
                document("rs-erp", "country", "RS", "topic", "erp", "year", 1));
    }

    private List<FacetResult.Bucket> histogram(Facet.Interval interval) {
        return facet(all(), new Facet.DateHistogram("f", "day", interval, ZoneOffset.UTC))
                .buckets();
    }

    private static IndexDocument day(String id, String day) {
        return document(id, "day", millis(day));
    }

    private static long millis(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
