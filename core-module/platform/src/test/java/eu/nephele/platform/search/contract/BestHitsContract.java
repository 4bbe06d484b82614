package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The best hits alone, without a total, among so many documents that an engine stops early: they are those that a search with a total
 * has, in its order.
 */
public abstract class BestHitsContract extends SearchEngineContract {

    private static final int DOCUMENTS = 12_000;
    private static final int BATCH = 1_500;

    private static final Query WOOD = new Query.Constant(new Query.Token("text", "wood"), 2);
    private static final Query OAK = new Query.Constant(new Query.Token("text", "oak"), 5);
    private static final Query TITLE = new Query.Constant(new Query.TokenPrefix("title", "wo"), 8);
    private static final Query BEST = new Query.Best(List.of(WOOD, OAK, TITLE), 0);
    private static final Query READABLE = new Query.AnyOf(List.of(
            new Query.AllOf(List.of(term("country", "c1", "c2", "c3"))), new Query.Not(term("topic", "t0", "t1"))));

    @Test
    void areThoseOfACountedSearchInItsOrder() {
        addMany();
        for (var query : queries()) {
            for (var sort : sorts()) {
                for (var selections :
                        List.of(Map.<String, Query>of(), Map.of("country", term("country", "c4", "c5")))) {
                    compare(query, selections, sort);
                }
            }
        }
    }

    @Test
    void areCountedAsNoneOnlyWhereNothingMeets() {
        add(document("a", "text", "wood"), document("b", "text", "wood"));
        var nothing = new Query.Token("text", "metal");
        var cursor = search(asked(WOOD, Map.of(), List.of(), 0, 2, null, true))
                .hits()
                .getLast()
                .cursor();

        assertThat(search(asked(WOOD, Map.of(), List.of(), 5, 2, null, false)).total())
                .as("behind the last page")
                .isPositive();
        assertThat(search(asked(WOOD, Map.of(), List.of(), 0, 2, cursor, false)).total())
                .as("behind the last hit")
                .isPositive();
        assertThat(search(asked(WOOD, Map.of(), List.of(), 0, 0, null, false)).total())
                .as("without hits")
                .isPositive();
        assertThat(search(asked(nothing, Map.of(), List.of(), 5, 2, null, false))
                        .total())
                .as("nothing, behind the last page")
                .isZero();
    }

    private static List<Query> queries() {
        return List.of(
                all(),
                BEST,
                new Query.AllOf(List.of(BEST, term("topic", "t2", "t3"))),
                new Query.AllOf(List.of(new Query.AnyOf(List.of(all(), OAK)), BEST, READABLE)),
                new Query.AllOf(List.of(READABLE, new Query.LongRange("year", 1990, 2010))));
    }

    private static List<List<Sort>> sorts() {
        var sorts = new ArrayList<List<Sort>>();
        sorts.add(List.of());
        sorts.add(List.of(new Sort.ByScore(), new Sort.ByField("day", true)));
        sorts.add(List.of(new Sort.ByDistance("place", LJUBLJANA)));
        for (var field : List.of("year", "day", "country", "price", "titleKey")) {
            sorts.add(List.of(new Sort.ByField(field, false)));
            sorts.add(List.of(new Sort.ByField(field, true), new Sort.ByScore()));
        }
        return sorts;
    }

    private void compare(Query query, Map<String, Query> selections, List<Sort> sort) {
        var counted = search(asked(query, selections, sort, 0, 200, null, true));
        var first = search(asked(query, selections, sort, 0, 7, null, false));
        var expected = ids(counted);
        var what = "%s %s %s".formatted(query, selections.keySet(), sort);

        assertThat(ids(first)).as(what).isEqualTo(expected.subList(0, 7));
        assertThat(ids(search(asked(query, selections, sort, 90, 10, null, false))))
                .as(what)
                .isEqualTo(expected.subList(90, 100));
        assertThat(ids(search(asked(
                        query, selections, sort, 0, 20, counted.hits().get(99).cursor(), false))))
                .as(what)
                .isEqualTo(expected.subList(100, 120));
    }

    private static SearchRequest asked(
            Query query,
            Map<String, Query> selections,
            List<Sort> sort,
            int offset,
            int limit,
            @Nullable String after,
            boolean counted) {
        return new SearchRequest(query, selections, List.of(), sort, offset, limit, after, counted, null);
    }

    /** With many ties, several values, and none. Some are replaced later, so that segments hold what is deleted. */
    private void addMany() {
        var random = new Random(7);
        var batch = new ArrayList<IndexDocument>();
        for (var i = 0; i < DOCUMENTS; i++) {
            batch.add(random(i, 1, random));
            if (batch.size() == BATCH) {
                engine.apply(INDEX, new IndexBatch(batch, List.of(), 0));
                batch.clear();
            }
        }
        for (var i = 0; i < DOCUMENTS; i += 11) {
            batch.add(random(i, 2, random));
        }
        engine.apply(INDEX, new IndexBatch(batch, List.of(), 0));
    }

    private static IndexDocument random(int number, long revision, Random random) {
        var fields = new ArrayList<Object>();
        fields.addAll(
                List.of("text", random.nextInt(20) == 0 ? "oak wood" : random.nextInt(3) == 0 ? "stone" : "wood"));
        fields.addAll(List.of("title", random.nextInt(400) == 0 ? "wood" : "iron"));
        fields.addAll(List.of("topic", "t" + random.nextInt(6)));
        fields.addAll(List.of("day", 86_400_000L * random.nextInt(900)));
        if (random.nextInt(5) > 0) {
            fields.addAll(List.of("country", List.of("c" + random.nextInt(7), "c" + (7 + random.nextInt(2)))));
            fields.addAll(List.of("year", List.of(1950L + random.nextInt(90), 1900L + random.nextInt(5))));
            fields.addAll(List.of("price", random.nextInt(50) / 4.0));
            fields.addAll(List.of("titleKey", "%02x".formatted(random.nextInt(40))));
            fields.addAll(
                    List.of("place", List.of(BELGRADE, NOVI_SAD, LJUBLJANA).get(random.nextInt(3))));
        }
        return revision("d%05d".formatted(number), revision, fields.toArray());
    }
}
