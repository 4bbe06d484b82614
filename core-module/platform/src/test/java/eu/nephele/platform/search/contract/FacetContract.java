package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What facets over terms count, and what all facets have in common. */
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
}
