package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.champion;
import static eu.nephele.platform.search.Champions.filter;
import static eu.nephele.platform.search.Champions.terms;
import static eu.nephele.platform.search.PropertyFilter.Operator.EQ;
import static eu.nephele.platform.search.PropertyFilter.Operator.GT;
import static eu.nephele.platform.search.PropertyFilter.Operator.NE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryPage.FacetCounts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrySearchFacetTest {

    private final TestingSearch testing = new TestingSearch(Champions.definitions());

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void aFacetKeepsItsOtherValuesWhenOneIsChosen() {
        addThree();

        var page = ask(List.of(terms("country"), terms("isSample")), filter("country", EQ, "IT"));

        assertThat(page.total()).isEqualTo(2);
        assertThat(text(page.facets().get("country"))).isEqualTo("IT:2* SI:1");
        assertThat(text(page.facets().get("isSample"))).isEqualTo("false:1 true:1");
        assertThat(page.facets().keySet()).containsExactly("country", "isSample");
    }

    @Test
    void otherFiltersOnTheSamePropertyAreNoChoice() {
        addThree();

        var page = ask(List.of(terms("country")), filter("country", GT, "IT"));

        assertThat(text(page.facets().get("country"))).isEqualTo("SI:1");
    }

    @Test
    void aChosenValueStaysListedWhenNothingHasIt() {
        addThree();

        assertThat(text(ask(List.of(terms("country")), filter("country", EQ, "AT", "SI"))
                        .facets()
                        .get("country")))
                .isEqualTo("IT:2 SI:1* AT:0*");
    }

    @Test
    void aChosenValueStaysListedWhenThereIsNoRoom() {
        addThree();
        var one = new FacetRequest("c", "country", 1, Facet.Order.COUNT, null, List.of(), null);

        var counts = ask(List.of(one), filter("country", EQ, "SI")).facets().get("c");

        assertThat(text(counts)).isEqualTo("IT:2 SI:1*");
        assertThat(counts.otherCount()).isZero();
        assertThat(counts.truncated()).isFalse();
    }

    @Test
    void whatIsLeftOutIsToldOf() {
        addThree();
        var one = new FacetRequest("c", "country", 1, Facet.Order.VALUE, null, List.of(), null);

        var counts = ask(List.of(one)).facets().get("c");

        assertThat(text(counts)).isEqualTo("IT:2");
        assertThat(counts.otherCount()).isEqualTo(1);
        assertThat(counts.truncated()).isTrue();
    }

    @Test
    void aTreeIsCountedAsATree() {
        addRegions();

        assertThat(text(ask(List.of(terms("region"))).facets().get("region")))
                .isEqualTo("IT:3[ITH:3[ITH5:2 ITH4:1]] SI:1[SI03:1] XX1:1");
    }

    @Test
    void aBroaderTermCanBeChosen() {
        addRegions();

        var page = ask(List.of(terms("region")), filter("region", EQ, "ITH"));

        assertThat(page.total()).isEqualTo(3);
        assertThat(text(page.facets().get("region"))).isEqualTo("IT:3[ITH:3*[ITH5:2 ITH4:1]] SI:1[SI03:1] XX1:1");
    }

    @Test
    void theSizeOfATreeIsThatOfEachLevel() {
        addRegions();
        var one = new FacetRequest("region", "region", 1, Facet.Order.COUNT, null, List.of(), null);

        var counts = ask(List.of(one)).facets().get("region");

        assertThat(text(counts)).isEqualTo("IT:3[ITH:3[ITH5:2]]");
        assertThat(counts.otherCount()).isEqualTo(2);
        assertThat(counts.truncated()).isTrue();
    }

    @Test
    void rangesAreChosenByTheirKey() {
        testing.add(champion("a", "employees", 5), champion("b", "employees", 50), champion("c", "employees", 500));
        var sizes = new FacetRequest(
                "size",
                "employees",
                10,
                Facet.Order.COUNT,
                null,
                List.of(new Facet.Range("small", null, 50.0), new Facet.Range("large", 50.0, null)),
                null);

        var page = ask(List.of(sizes), filter("employees", EQ, "large"));

        assertThat(page.total()).isEqualTo(2);
        assertThat(text(page.facets().get("size"))).isEqualTo("small:1 large:2*");
    }

    @Test
    void rangesOverDatesAreYears() {
        testing.add(champion("a", "founded", "1999-12-31"), champion("b", "founded", "2000"));
        var founded = new FacetRequest(
                "founded",
                "founded",
                10,
                Facet.Order.COUNT,
                null,
                List.of(new Facet.Range("old", null, 2000.0), new Facet.Range("new", 2000.0, null)),
                null);

        assertThat(text(ask(List.of(founded)).facets().get("founded"))).isEqualTo("old:1 new:1");
        assertThat(ask(List.of(founded), filter("founded", EQ, "new")).total()).isEqualTo(1);
    }

    @Test
    void intervalsAreChosenByTheirNameWhetherTheyAreCountedOrNot() {
        testing.add(
                champion("a", "founded", "2012-10-01"),
                champion("b", "founded", "2012-02"),
                champion("c", "founded", "2014"));
        var byYear =
                new FacetRequest("founded", "founded", 10, Facet.Order.VALUE, null, List.of(), Facet.Interval.YEAR);

        var page = ask(List.of(byYear), filter("founded", EQ, "2012"));

        assertThat(page.total()).isEqualTo(2);
        assertThat(text(page.facets().get("founded"))).isEqualTo("2012:2* 2014:1");
        assertThat(ask(List.of(), filter("founded", EQ, "2012")).total()).isEqualTo(2);
    }

    @Test
    void aDayIsADayAlsoWhereYearsAreCounted() {
        testing.add(champion("a", "founded", "2012-01-01"), champion("b", "founded", "2012-10-01"));
        var byYear =
                new FacetRequest("founded", "founded", 10, Facet.Order.VALUE, null, List.of(), Facet.Interval.YEAR);

        assertThat(ask(List.of(byYear), filter("founded", EQ, "2012-01-01")).total())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"QUARTER, 2012-Q1 2012-Q4", "MONTH, 2012-02 2012-10", "DAY, 2012-02-29 2012-10-01"})
    void intervalsHaveNamesThatFiltersUnderstand(Facet.Interval interval, String names) {
        testing.add(champion("a", "founded", "2012-02-29"), champion("b", "founded", "2012-10-01"));
        var facet = new FacetRequest("founded", "founded", 10, Facet.Order.VALUE, null, List.of(), interval);

        assertThat(ask(List.of(facet)).facets().get("founded").buckets())
                .extracting(EntryPage.FacetBucket::value)
                .containsExactly(names.split(" "));
        for (var name : names.split(" ")) {
            assertThat(ask(List.of(), filter("founded", EQ, name)).total())
                    .as(name)
                    .isEqualTo(1);
        }
    }

    @Test
    void aFilterNamesItsOwnRangesWithoutAnyFacet() {
        testing.add(champion("a", "employees", 49), champion("b", "employees", 50), champion("c", "employees", 500));
        var ranges = List.of(new Facet.Range("small", null, 50.0), new Facet.Range("large", 50.0, null));

        assertThat(ask(List.of(), new PropertyFilter("employees", EQ, List.of("large"), ranges))
                        .total())
                .isEqualTo(2);
        assertThat(ask(List.of(), new PropertyFilter("employees", NE, List.of("large"), ranges))
                        .total())
                .isEqualTo(1);
        assertThat(ask(List.of(), new PropertyFilter("employees", EQ, List.of("small", "500"), ranges))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void numbersDeclaredAsFacetsAreCountedByValue() {
        testing.add(champion("a", "year", 999), champion("b", "year", 2009), champion("c", "year", 2009));
        var byValue = new FacetRequest("year", "year", 10, Facet.Order.VALUE, null, List.of(), null);

        assertThat(text(ask(List.of(byValue), filter("year", EQ, "999"))
                        .facets()
                        .get("year")))
                .isEqualTo("999:1* 2009:2");
    }

    @Test
    void facetsWithoutSenseAreRefused() {
        for (var property : List.of("employees", "visited", "story", "location", "nowhere")) {
            assertThatThrownBy(() -> ask(List.of(terms(property)))).as(property).isInstanceOf(PlatformException.class);
        }
        assertThatThrownBy(() -> ask(List.of(
                        new FacetRequest("f", "country", 1, Facet.Order.COUNT, null, List.of(), Facet.Interval.DAY))))
                .hasMessageContaining("dates");
        assertThatThrownBy(() ->
                        ask(List.of(new FacetRequest("f", "country", 1_001, Facet.Order.COUNT, null, List.of(), null))))
                .hasMessageContaining("1000");
    }

    private void addThree() {
        testing.add(
                champion("a", "country", "IT", "isSample", true),
                champion("b", "country", "IT", "isSample", false),
                champion("c", "country", "SI", "isSample", true));
    }

    private void addRegions() {
        testing.add(
                champion("a", "region", "ITH5"),
                champion("b", "region", "ITH5"),
                champion("c", "region", "ITH4"),
                champion("d", "region", "SI03"),
                champion("e", "region", "XX1"));
    }

    private EntryPage ask(List<FacetRequest> facets, PropertyFilter... filters) {
        return testing.search().search(Champions.ask("en", null, facets, filters));
    }

    /** {@code IT:3*[ITH:2]}: value, count, a star where it is chosen, what is below it. */
    private static String text(FacetCounts counts) {
        return text(counts.buckets());
    }

    private static String text(List<FacetBucket> buckets) {
        return buckets.stream()
                .map(bucket -> bucket.value()
                        + ":"
                        + bucket.count()
                        + (bucket.selected() ? "*" : "")
                        + (bucket.children().isEmpty() ? "" : "[" + text(bucket.children()) + "]"))
                .collect(Collectors.joining(" "));
    }
}
