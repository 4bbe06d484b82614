package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages that are read from one state of the indexes, whatever is written meanwhile. */
public abstract class SnapshotContract extends SearchEngineContract {

    private static final String OTHER = "other-live";
    private static final Query WOOD = new Query.Token("text", "wood");
    private static final List<Sort> BY_YEAR = List.of(new Sort.ByField("year", false));

    @Test
    void allPagesAreOfTheStateThatTheFirstShowed() {
        for (var sort : List.of(
                BY_YEAR,
                List.<Sort>of(new Sort.ByScore()),
                List.<Sort>of(new Sort.ByField("topic", true), new Sort.ByDistance("place", BELGRADE)))) {
            addNumbered(INDEX, 10);
            var before = search(page(WOOD, sort, 100, null, null));
            var snapshot = engine.hold(List.of(INDEX));
            var first = search(page(WOOD, sort, 4, null, snapshot));

            delete("d005", 9);
            addNumbered(INDEX, 1, 9, 99);
            add(document("new", "text", "wood wood", "year", 6, "topic", "t1"));
            var met = new ArrayList<>(first.hits());
            var last = first;
            while (!last.hits().isEmpty()) {
                last = search(page(WOOD, sort, 4, last.hits().getLast().cursor(), last.snapshot()));
                met.addAll(last.hits());
                assertThat(last.snapshot()).isNotNull();
                assertThat(last.total()).isEqualTo(10);
                assertThat(last.facets()).isEqualTo(before.facets());
            }

            assertThat(met).as("%s", sort).isEqualTo(before.hits());
            assertThat(search(page(WOOD, sort, 100, null, null)).facets()).isNotEqualTo(before.facets());
            engine.release(Objects.requireNonNull(last.snapshot()));
            stop();
            start();
        }
    }

    @Test
    void aSnapshotIsOfSeveralIndexesAtOnce() {
        build(schema(OTHER, 1));
        addNumbered(INDEX, 5);
        engine.apply(
                OTHER,
                new IndexBatch(
                        IntStream.range(5, 10)
                                .mapToObj(i -> numbered(i, 1, i - 5))
                                .toList(),
                        List.of(),
                        0));
        var both = List.of(INDEX, OTHER);
        var snapshot = engine.hold(both);
        var first = engine.search(both, page(WOOD, BY_YEAR, 3, null, snapshot));
        delete("d004", 9);
        engine.apply(OTHER, new IndexBatch(List.of(), List.of(new IndexBatch.Deletion("d008", 9)), 0));

        var rest = engine.search(
                both, page(WOOD, BY_YEAR, 100, first.hits().getLast().cursor(), first.snapshot()));

        assertThat(rest.total()).isEqualTo(10);
        assertThat(rest.hits().stream().map(hit -> hit.index() + " " + hit.id()))
                .contains(INDEX + " d004", OTHER + " d008")
                .hasSize(7);
    }

    @Test
    void whatIsOverIsReadFromThePresent() {
        addNumbered(INDEX, 5);
        var snapshot = Objects.requireNonNull(engine.hold(List.of(INDEX)));
        var first = search(page(WOOD, BY_YEAR, 2, null, snapshot));
        delete("d003", 9);
        engine.release(snapshot);
        engine.release(snapshot);
        engine.release("never-there");
        var cursor = first.hits().getLast().cursor();
        SearchResult rest;
        do {
            rest = search(page(WOOD, BY_YEAR, 9, cursor, first.snapshot()));
        } while (rest.snapshot() != null);

        assertThat(ids(rest)).containsExactly("d002", "d004");
        for (var foreign : List.of("", "x", "never-there", "kx3_AAAA", "kx3_", "_", "%%%")) {
            assertThat(search(page(WOOD, BY_YEAR, 9, cursor, foreign)).total())
                    .as(foreign)
                    .isEqualTo(4);
        }
    }

    @Test
    void aSnapshotOfOtherIndexesTellsNothingOfThem() {
        build(schema(OTHER, 1));
        addNumbered(OTHER, 5);
        var snapshot = engine.hold(List.of(OTHER));

        var found = search(page(WOOD, BY_YEAR, 9, null, snapshot));

        assertThat(found.total()).isZero();
        assertThat(found.hits()).isEmpty();
        assertThat(found.facets())
                .isEqualTo(search(page(WOOD, BY_YEAR, 9, null, null)).facets());
    }

    @Test
    void aSnapshotGoesOnOrIsOverWhenTheIndexIsBuiltAnew() {
        addNumbered(INDEX, 5);
        var first = search(page(WOOD, BY_YEAR, 2, null, engine.hold(List.of(INDEX))));
        try (var build = engine.rebuild(SCHEMA)) {
            build.add(List.of(numbered(3, 9, 3), numbered(4, 9, 4)));
            build.finish(0);
        }

        var rest = search(page(WOOD, BY_YEAR, 9, first.hits().getLast().cursor(), first.snapshot()));

        assertThat(ids(rest))
                .isEqualTo(rest.snapshot() == null ? List.of("d003", "d004") : List.of("d002", "d003", "d004"));
    }

    @Test
    void namesGoIntoAddressesAlsoOfManyIndexes() {
        var indexes = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            indexes.add("type" + i + "-live");
            build(schema(indexes.getLast(), 1));
        }
        try {
            var snapshot = engine.hold(indexes);

            assertThat(snapshot).matches("[A-Za-z0-9_-]{1,2000}");
            assertThat(engine.search(indexes, page(all(), BY_YEAR, 5, null, snapshot))
                            .snapshot())
                    .isNotNull();
        } finally {
            indexes.forEach(engine::drop);
        }
    }

    @Test
    void noMoreAreHeldThanThereIsRoomFor() {
        addNumbered(INDEX, 1);
        var held = new ArrayList<String>();
        for (var i = 0; i < SearchEngine.MOST_SNAPSHOTS; i++) {
            held.add(Objects.requireNonNull(engine.hold(List.of(INDEX))));
        }

        assertThat(engine.hold(List.of(INDEX))).isNull();
        held.forEach(engine::release);
        assertThat(engine.hold(List.of(INDEX))).isNotNull();
    }

    private static SearchRequest page(
            Query query, List<Sort> sort, int limit, @Nullable String after, @Nullable String snapshot) {
        var facets = List.<Facet>of(terms("topic", 10));
        return new SearchRequest(query, Map.of(), facets, sort, 0, limit, after, true, snapshot);
    }

    private void addNumbered(String index, int count) {
        var documents =
                IntStream.range(0, count).mapToObj(i -> numbered(i, 1, i)).toList();
        engine.apply(index, new IndexBatch(documents, List.of(), 0));
    }

    /** The same in another place. */
    private void addNumbered(String index, int number, long revision, int year) {
        engine.apply(index, new IndexBatch(List.of(numbered(number, revision, year)), List.of(), 0));
    }

    private static IndexDocument numbered(int number, long revision, int year) {
        return revision(
                "d%03d".formatted(number),
                revision,
                "text",
                "wood " + "filler ".repeat(year % 7),
                "year",
                year,
                "topic",
                "t" + year % 3,
                "place",
                year % 2 == 0 ? NOVI_SAD : LJUBLJANA);
    }
}
