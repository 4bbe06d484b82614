package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which order hits come, and how one goes through them. */
public abstract class OrderContract extends SearchEngineContract {

    private static final Sort YEAR = new Sort.ByField("year", false);
    private static final Sort YEAR_DOWN = new Sort.ByField("year", true);

    @Test
    void withoutScoreAndOrderHitsComeById() {
        add(document("c"), document("a"), document("b"));

        assertThat(found(all())).containsExactly("a", "b", "c");
    }

    @Test
    void numbersSortAsNumbers() {
        add(document("a", "year", 9), document("b", "year", 10), document("c", "year", -1));

        assertThat(found(all(), YEAR)).containsExactly("c", "a", "b");
        assertThat(found(all(), YEAR_DOWN)).containsExactly("b", "a", "c");
    }

    @Test
    void doublesSortAsNumbers() {
        add(document("a", "price", 9.5), document("b", "price", 10.25), document("c", "price", -1.0));

        assertThat(found(all(), new Sort.ByField("price", false))).containsExactly("c", "a", "b");
        assertThat(found(all(), new Sort.ByField("price", true))).containsExactly("b", "a", "c");
    }

    @Test
    void keywordsSortByCodePoint() {
        add(document("a", "topic", "ä"), document("b", "topic", "Z"), document("c", "topic", "a"));

        assertThat(found(all(), new Sort.ByField("topic", false))).containsExactly("b", "c", "a");
        assertThat(found(all(), new Sort.ByField("topic", true))).containsExactly("a", "c", "b");
    }

    @Test
    void sortKeysSortByByte() {
        add(document("a", "titleKey", "2a"), document("b", "titleKey", "2a05"), document("c", "titleKey", "05"));

        assertThat(found(all(), new Sort.ByField("titleKey", false))).containsExactly("c", "a", "b");
    }

    @Test
    void documentsWithoutAValueComeLastInBothDirections() {
        add(
                document("a"),
                document("b", "year", 1, "topic", "x", "price", 1.0, "titleKey", "01", "place", BELGRADE),
                document("c", "year", 2, "topic", "y", "price", 2.0, "titleKey", "02", "place", NOVI_SAD));

        for (var field : List.of("year", "topic", "price", "titleKey")) {
            assertThat(found(all(), new Sort.ByField(field, false))).as(field).containsExactly("b", "c", "a");
            assertThat(found(all(), new Sort.ByField(field, true))).as(field).containsExactly("c", "b", "a");
        }
        assertThat(found(all(), new Sort.ByDistance("place", BELGRADE))).containsExactly("b", "c", "a");
    }

    @Test
    void manyValuesSortByTheLeastInBothDirections() {
        add(document("a", "year", List.of(1, 9)), document("b", "year", 5), document("c", "topic", List.of("b", "a")));

        assertThat(found(all(), YEAR)).containsExactly("a", "b", "c");
        assertThat(found(all(), YEAR_DOWN)).containsExactly("b", "a", "c");
    }

    @Test
    void laterOrdersBreakTies() {
        add(
                document("a", "year", 1, "topic", "y"),
                document("b", "year", 1, "topic", "x"),
                document("c", "year", 0, "topic", "z"));

        assertThat(found(all(), YEAR_DOWN, new Sort.ByField("topic", false))).containsExactly("b", "a", "c");
    }

    @Test
    void theLastTieIsBrokenByIdWhateverTheDirection() {
        add(document("b", "year", 1), document("a", "year", 1));

        assertThat(found(all(), YEAR)).containsExactly("a", "b");
        assertThat(found(all(), YEAR_DOWN)).containsExactly("a", "b");
    }

    @Test
    void placesSortByDistance() {
        add(document("a", "place", LJUBLJANA), document("b", "place", BELGRADE), document("c", "place", NOVI_SAD));

        assertThat(found(all(), new Sort.ByDistance("place", BELGRADE))).containsExactly("b", "c", "a");
    }

    @Test
    void rareWordsScoreMoreThanCommonOnes() {
        add(document("a", "text", "wood"), document("b", "text", "wood"), document("c", "text", "zinc"));

        assertThat(found(new Query.AnyOf(List.of(new Query.Token("text", "wood"), new Query.Token("text", "zinc")))))
                .containsExactly("c", "a", "b");
    }

    @Test
    void boostsDecideWhichFieldCounts() {
        add(document("a", "text", "wood"), document("b", "title", "wood"), document("z", "title", "x", "text", "x"));
        var title = new Query.Boosted(new Query.Token("title", "wood"), 10);

        assertThat(found(new Query.Best(List.of(title, new Query.Token("text", "wood")), 0)))
                .containsExactly("b", "a");
    }

    @Test
    void aScoreSaysHowWell() {
        add(document("a", "text", "wood wood wood"), document("b", "text", "wood metal stone"));
        var hits = search(SearchRequest.of(new Query.Token("text", "wood"), 10)).hits();

        assertThat(hits.getFirst().score())
                .isGreaterThan(hits.getLast().score())
                .isPositive();
    }

    @Test
    void constantsScoreTheSameHoweverWellTheyAreMet() {
        add(
                document("b", "text", "wood wood wood"),
                document("a", "text", "wood metal stone"),
                document("c", "text", "zinc"));
        var wood = new Query.Constant(new Query.Token("text", "wood"), 2.5);
        var zinc = new Query.Constant(new Query.Token("text", "zinc"), 4);

        assertThat(scores(new Query.AnyOf(List.of(wood, zinc)))).isEqualTo(Map.of("a", 2.5, "b", 2.5, "c", 4.0));
        assertThat(found(new Query.AnyOf(List.of(wood, zinc)))).containsExactly("c", "a", "b");
    }

    @Test
    void scoresOfPartsAreAddedOrTheBestIsTaken() {
        add(document("a", "text", "wood metal"), document("b", "text", "wood"));
        var wood = new Query.Constant(new Query.Token("text", "wood"), 2);
        var metal = new Query.Constant(new Query.TokenPrefix("text", "met"), 3);

        assertThat(scores(new Query.AllOf(List.of(wood, metal)))).isEqualTo(Map.of("a", 5.0));
        assertThat(scores(new Query.AnyOf(List.of(wood, metal)))).isEqualTo(Map.of("a", 5.0, "b", 2.0));
        assertThat(scores(new Query.Best(List.of(wood, metal), 0))).isEqualTo(Map.of("a", 3.0, "b", 2.0));
        assertThat(scores(new Query.Best(List.of(wood, metal), 0.5))).isEqualTo(Map.of("a", 4.0, "b", 2.0));
        assertThat(scores(new Query.Boosted(new Query.AnyOf(List.of(wood, new Query.All())), 2)))
                .as("what does not score adds nothing")
                .isEqualTo(Map.of("a", 4.0, "b", 4.0));
    }

    @Test
    void hitsOfOneScoreAreInTheOrderAskedForNext() {
        add(
                document("a", "text", "wood", "year", 2001),
                document("b", "text", "wood wood", "year", 2003),
                document("c", "title", "wood", "year", 1999));
        var query = new Query.Best(
                List.of(
                        new Query.Constant(new Query.Token("text", "wood"), 1),
                        new Query.Constant(new Query.Token("title", "wood"), 4)),
                0);

        assertThat(found(query, new Sort.ByScore(), YEAR_DOWN)).containsExactly("c", "b", "a");
        assertThat(throughPages(query, List.of(new Sort.ByScore(), YEAR_DOWN), 1))
                .containsExactly("c", "b", "a");
    }

    private Map<String, Double> scores(Query query) {
        return search(SearchRequest.of(query, 10)).hits().stream()
                .collect(Collectors.toMap(SearchResult.Hit::id, SearchResult.Hit::score));
    }

    @Test
    void filtersDoNotScore() {
        add(document("a", "text", "wood", "country", "IT"), document("b", "text", "wood"));
        var token = new Query.Token("text", "wood");
        var plain = search(SearchRequest.of(token, 1)).hits().getFirst().score();
        var filtered = search(SearchRequest.of(new Query.AllOf(List.of(token, term("country", "IT"))), 1));

        assertThat(filtered.hits().getFirst().score()).isEqualTo(plain);
    }

    @Test
    void anOrderByAFieldThatTheSchemaLacksLeavesTheIds() {
        add(document("b"), document("a"));

        assertThat(found(all(), new Sort.ByField("nowhere", true))).containsExactly("a", "b");
    }

    @Test
    void textsAndPlacesHaveNoOrder() {
        assertRefused(() -> found(all(), new Sort.ByField("text", false)));
        assertRefused(() -> found(all(), new Sort.ByField("place", false)));
        assertRefused(() -> found(all(), new Sort.ByDistance("year", BELGRADE)));
    }

    @Test
    void offsetAndLimitCutAPageOfTheTotal() {
        addNumbered(25);
        var page = search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 10, 5, null));

        assertThat(page.total()).isEqualTo(25);
        assertThat(ids(page)).containsExactly("d010", "d011", "d012", "d013", "d014");
        assertThat(search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 23, 5, null))
                        .hits())
                .hasSize(2);
        assertThat(search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 30, 5, null))
                        .hits())
                .isEmpty();
        assertThat(search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 0, 0, null))
                        .total())
                .isEqualTo(25);
    }

    @Test
    void offsetAndLimitReachTenThousandTogether() {
        addNumbered(3);

        assertThat(search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 9_990, 10, null))
                        .total())
                .isEqualTo(3);
        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 9_991, 10, null)));
        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 0, 10_001, null)));
        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(), -1, 10, null)));
        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 0, -1, null)));
    }

    @Test
    void cursorsGoThroughAllHitsOnce() {
        addNumbered(23);
        for (var sort : List.of(
                List.<Sort>of(),
                List.of(YEAR),
                List.of(YEAR_DOWN),
                List.<Sort>of(new Sort.ByField("topic", true), YEAR),
                List.<Sort>of(new Sort.ByField("price", false)),
                List.<Sort>of(new Sort.ByField("titleKey", true)),
                List.<Sort>of(new Sort.ByDistance("place", BELGRADE)))) {
            var whole = ids(search(new SearchRequest(all(), Map.of(), List.of(), sort, 0, 100, null)));

            assertThat(throughPages(all(), sort, 4))
                    .as("%s", sort)
                    .isEqualTo(whole)
                    .hasSize(23);
        }
    }

    @Test
    void anOffsetCountsFromTheCursor() {
        addNumbered(23);
        for (var sort : List.of(List.of(YEAR), List.<Sort>of(new Sort.ByField("topic", true), YEAR))) {
            var whole = ids(search(new SearchRequest(all(), Map.of(), List.of(), sort, 0, 100, null)));
            var fifth = search(new SearchRequest(all(), Map.of(), List.of(), sort, 4, 1, null));
            for (var offset : List.of(0, 1, 7, 17, 18, 30)) {
                var page = search(new SearchRequest(
                        all(),
                        Map.of(),
                        List.of(),
                        sort,
                        offset,
                        4,
                        fifth.hits().getLast().cursor()));

                assertThat(ids(page))
                        .as("%s, %d", sort, offset)
                        .isEqualTo(whole.subList(Math.min(23, 5 + offset), Math.min(23, 9 + offset)));
                assertThat(page.total()).isEqualTo(23);
            }
        }
    }

    @Test
    void cursorsGoThroughScoredHits() {
        var documents = new ArrayList<IndexDocument>();
        for (var i = 0; i < 20; i++) {
            documents.add(document("d%02d".formatted(i), "text", "wood " + "filler ".repeat(i % 7)));
        }
        add(documents.toArray(IndexDocument[]::new));
        var wood = new Query.Token("text", "wood");

        assertThat(throughPages(wood, List.of(), 3)).isEqualTo(found(wood)).hasSize(20);
    }

    @Test
    void aCursorHoldsItsPlaceWhileDocumentsComeAndGo() {
        addNumbered(10);
        var first = search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 0, 4, null));
        delete("d001", 9);
        delete("d003", 9);
        add(document("new-before", "year", 0), document("new-behind", "year", 5));

        assertThat(ids(search(new SearchRequest(
                        all(),
                        Map.of(),
                        List.of(),
                        List.of(YEAR),
                        0,
                        100,
                        first.hits().getLast().cursor()))))
                .containsExactly("d004", "d005", "new-behind", "d006", "d007", "d008", "d009");
    }

    @Test
    void aCursorDoesNotChangeTotalAndFacets() {
        addNumbered(10);
        var facets = List.<eu.nephele.api.search.Facet>of(terms("topic", 10));
        var first = search(new SearchRequest(all(), Map.of(), facets, List.of(YEAR), 0, 4, null));
        var second = search(new SearchRequest(
                all(),
                Map.of(),
                facets,
                List.of(YEAR),
                0,
                4,
                first.hits().getLast().cursor()));

        assertThat(second.total()).isEqualTo(10);
        assertThat(second.facets()).isEqualTo(first.facets());
    }

    @Test
    void foreignCursorsAreRefused() {
        addNumbered(3);
        var cursor = search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 0, 1, null))
                .hits()
                .getFirst()
                .cursor();

        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR_DOWN), 0, 1, cursor)));
        assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(), 0, 1, cursor)));
        for (var broken : List.of("", "x", "%%%", cursor.substring(0, cursor.length() - 3), cursor + "AAAA")) {
            assertRefused(() -> search(new SearchRequest(all(), Map.of(), List.of(), List.of(YEAR), 0, 1, broken)));
        }
    }

    private List<String> throughPages(Query query, List<Sort> sort, int size) {
        var ids = new ArrayList<String>();
        SearchResult page;
        String after = null;
        do {
            page = search(new SearchRequest(query, Map.of(), List.of(), sort, 0, size, after));
            ids.addAll(ids(page));
            after = page.hits().isEmpty() ? null : page.hits().getLast().cursor();
        } while (!page.hits().isEmpty());
        return ids;
    }

    private void addNumbered(int count) {
        add(IntStream.range(0, count)
                .mapToObj(i -> document(
                        "d%03d".formatted(i),
                        "year",
                        i,
                        "topic",
                        "t" + i % 3,
                        "price",
                        i % 5 / 4.0,
                        "titleKey",
                        "%02x".formatted(i % 4),
                        "place",
                        List.of(BELGRADE, NOVI_SAD, LJUBLJANA).get(i % 3)))
                .map(document -> document.id().equals("d002") ? document("d002", "year", 2) : document)
                .toArray(IndexDocument[]::new));
    }
}
