package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.IndexDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What facets over numbers, days and places count. */
public abstract class FacetRangeContract extends SearchEngineContract {

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
