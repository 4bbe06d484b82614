package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.champion;
import static eu.nephele.platform.search.Champions.sorted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntrySearchOrderTest {

    private static final EntrySort TITLE = new EntrySort("title", false);

    private final TestingSearch testing = new TestingSearch(Champions.definitions());
    private final Map<String, String> names = new HashMap<>();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void titlesSortByTheAlphabetOfTheReader() {
        index(
                champion("lipa", "title", "Lipa"),
                champion("ljubljana", "title", "Ljubljana"),
                champion("luka", "title", "Luka"),
                champion("njiva", "title", "njiva"),
                champion("nos", "title", "nos"));

        assertThat(order(sorted("hr", TITLE))).containsExactly("lipa", "luka", "ljubljana", "nos", "njiva");
        assertThat(order(sorted("sr-Latn", TITLE))).containsExactly("lipa", "luka", "ljubljana", "nos", "njiva");
        assertThat(order(sorted("sl", TITLE))).containsExactly("lipa", "ljubljana", "luka", "njiva", "nos");
        assertThat(order(sorted("sl", new EntrySort("title", true))))
                .containsExactly("nos", "njiva", "luka", "ljubljana", "lipa");
    }

    @Test
    void titlesSortAsTheReaderSeesThem() {
        index(
                champion("a", "title", "Zinc", "title_de", "Ahorn"),
                champion("b", "title", "Maple"),
                champion("c", "title", "Alder", "title_de", "Zink"));

        assertThat(order(sorted("de", TITLE))).containsExactly("a", "b", "c");
        assertThat(order(sorted("en", TITLE))).containsExactly("c", "b", "a");
        assertThat(order(sorted("en", new EntrySort("title_de", false)))).containsExactly("a", "b", "c");
    }

    @Test
    void numbersDatesAndNamesHaveTheirOrder() {
        index(
                champion("a", "employees", 100, "founded", "2012"),
                champion("b", "employees", 20, "founded", "1999-05-01"),
                champion("c"));

        assertThat(order(sorted("en", new EntrySort("employees", false)))).containsExactly("b", "a", "c");
        assertThat(order(sorted("en", new EntrySort("employees", true)))).containsExactly("a", "b", "c");
        assertThat(order(sorted("en", new EntrySort("founded", false)))).containsExactly("b", "a", "c");
        assertThat(order(sorted("en", new EntrySort("@name", true)))).containsExactly("c", "b", "a");
    }

    @Test
    void whatHasNoOrderIsRefused() {
        for (var property : List.of("story", "location", "nowhere", "taxNumber")) {
            assertThatThrownBy(() -> order(sorted("en", new EntrySort(property, false))))
                    .as(property)
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            refused -> assertThat(refused.fields().getFirst().field())
                                    .isEqualTo("orderBy"));
        }
    }

    @Test
    void cursorsGoThroughAllPages() {
        for (var i = 0; i < 25; i++) {
            index(champion("n%02d".formatted(i), "title", "Title " + i % 4));
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = testing.search().search(page(TITLE, 0, 10, cursor));
            page.hits().forEach(hit -> seen.add(names.get(hit.id())));
            assertThat(page.total()).isEqualTo(25);
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void pagesFromTheStarOnShowOneState() {
        for (var i = 0; i < 5; i++) {
            index(champion("n" + i, "title", "Title " + i));
        }
        var first = testing.search().search(page(TITLE, 0, 2, EntryQuery.START));
        index(champion("new", "title", "Title 3b"));
        var second = testing.search().search(page(TITLE, 0, 2, first.nextCursor()));
        var last = testing.search().search(page(TITLE, 0, 2, second.nextCursor()));

        assertThat(List.of(first.snapshot(), second.snapshot(), last.snapshot()))
                .containsOnly(true);
        assertThat(order(second)).containsExactly("n2", "n3");
        assertThat(order(last)).containsExactly("n4");
        assertThat(last.nextCursor()).isNull();
        var again = testing.search().search(page(TITLE, 0, 2, second.nextCursor()));
        assertThat(again.snapshot()).as("over with its last page").isFalse();
        assertThat(again.total()).isEqualTo(6);
        assertThat(testing.search().search(page(TITLE, 0, 2, null)).snapshot()).isFalse();
    }

    @Test
    void aWalkThroughWordsLikeThoseTypedGoesOnWhenSomebodyPublishesTheTypedOnes() {
        for (var i = 0; i < 4; i++) {
            index(champion("n" + i, "title", "Lantern " + i, "country", "RS"));
        }
        var question = new EntryQuery(
                List.of("champion"),
                Perspective.LIVE,
                "en",
                "lanternn",
                List.of(new PropertyFilter("country", PropertyFilter.Operator.EQ, List.of("RS"))),
                List.of(),
                List.of(TITLE),
                0,
                2,
                EntryQuery.START);
        var first = testing.search().search(question);
        index(champion("typed", "title", "Lanternn", "country", "AT"));

        var second = testing.search().search(question.page(0, 2, first.nextCursor()));

        assertThat(List.of(order(first), order(second))).containsExactly(List.of("n0", "n1"), List.of("n2", "n3"));
        assertThat(List.of(first.mistyped(), second.mistyped())).containsOnly(true);
    }

    @Test
    void questionsThatAreRefusedOrHaveOnePageHoldNothing() {
        index(champion("a"), champion("b"), champion("c"));
        for (var i = 0; i < SearchEngine.MOST_SNAPSHOTS; i++) {
            testing.search().search(page(TITLE, 0, 3, EntryQuery.START));
            assertRefused(page(new EntrySort("story", false), 0, 1, EntryQuery.START), "orderBy");
        }

        assertThat(testing.search().search(page(TITLE, 0, 1, EntryQuery.START)).snapshot())
                .isTrue();
    }

    @Test
    void theLastPageHasNoCursor() {
        index(champion("a"), champion("b"));

        assertThat(testing.search().search(page(TITLE, 0, 1, null)).nextCursor())
                .isNotNull();
        assertThat(testing.search().search(page(TITLE, 1, 1, null)).nextCursor())
                .isNull();
        assertThat(testing.search().search(page(TITLE, 0, 2, null)).nextCursor())
                .isNull();
        assertThat(testing.search().search(page(TITLE, 0, 0, null)).nextCursor())
                .isNull();
    }

    @Test
    void aForeignCursorIsRefused() {
        index(champion("a"), champion("b"));
        var cursor = testing.search().search(page(TITLE, 0, 1, null)).nextCursor();

        for (var foreign : List.of("", "nonsense", "0123456789abcdefxyz", cursor + "A", "../../etc/passwd")) {
            assertRefused(page(TITLE, 0, 1, foreign), "cursor");
        }
        assertRefused(page(new EntrySort("@name", false), 0, 1, cursor), "cursor");
    }

    @Test
    void pagesReachTenThousandTogether() {
        assertThat(testing.search().search(page(TITLE, 9_000, 1_000, null)).total())
                .isZero();
        assertRefused(page(TITLE, 9_000, 1_001, null), "limit");
        assertRefused(page(TITLE, -1, 10, null), "offset");
    }

    @Test
    void unknownTypesAndLocalesAreRefused() {
        assertThatThrownBy(() -> testing.search().search(of(List.of("yacht"), "en")))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_CONTENT_TYPE));
        assertThatThrownBy(() -> testing.search().search(of(List.of("champion"), "xx")))
                .hasMessageContaining("sr-Latn");
        assertThatThrownBy(() -> testing.search().search(of(List.of(), "en"))).isInstanceOf(PlatformException.class);
    }

    private void assertRefused(EntryQuery query, String parameter) {
        assertThatThrownBy(() -> testing.search().search(query))
                .isInstanceOfSatisfying(PlatformException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUERY);
                    assertThat(refused.fields().getFirst().field()).isEqualTo(parameter);
                });
    }

    private static EntryQuery of(List<String> types, String locale) {
        return new EntryQuery(types, Perspective.LIVE, locale, null, List.of(), List.of(), List.of(), 0, 1, null);
    }

    private static EntryQuery page(EntrySort sort, int offset, int limit, @Nullable String cursor) {
        return new EntryQuery(
                List.of("champion"),
                Perspective.LIVE,
                "en",
                null,
                List.of(),
                List.of(),
                List.of(sort),
                offset,
                limit,
                cursor);
    }

    private void index(ContentNode... entries) {
        testing.add(entries);
        for (var entry : entries) {
            names.put(entry.id(), entry.name());
        }
    }

    private List<String> order(EntryQuery query) {
        return order(testing.search().search(query));
    }

    private List<String> order(EntryPage page) {
        return page.hits().stream().map(hit -> names.get(hit.id())).toList();
    }
}
