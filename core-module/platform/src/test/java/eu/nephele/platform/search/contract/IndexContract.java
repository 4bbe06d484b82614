package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine.IdAndRevision;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How documents get into indexes, are replaced and removed, and how indexes are rebuilt and searched together. */
public abstract class IndexContract extends SearchEngineContract {

    @Test
    void whatWasAppliedIsFoundAtOnce() {
        for (var i = 0; i < 50; i++) {
            add(document("d" + i, "topic", "t" + i));
            assertThat(found(term("topic", "t" + i))).containsExactly("d" + i);
        }
    }

    @Test
    void aLaterDocumentReplacesAnEarlierOne() {
        add(document("a", "topic", "x"));
        add(revision("a", 2, "topic", "y"));

        assertThat(found(term("topic", "x"))).isEmpty();
        assertThat(found(term("topic", "y"))).containsExactly("a");
        assertThat(search(SearchRequest.of(all(), 1)).hits().getFirst().revision())
                .isEqualTo(2);
    }

    @Test
    void anOlderDocumentNeverWins() {
        add(revision("a", 5, "topic", "new"));
        add(revision("a", 4, "topic", "old"));
        add(revision("b", 4, "topic", "old"), revision("b", 5, "topic", "new"), revision("b", 3, "topic", "older"));

        assertThat(found(term("topic", "new"))).containsExactly("a", "b");
        assertThat(found(new Query.Not(term("topic", "new")))).isEmpty();
    }

    @Test
    void aDocumentOfTheSameRevisionReplaces() {
        add(revision("a", 5, "topic", "x"));
        add(revision("a", 5, "topic", "y"));

        assertThat(found(term("topic", "y"))).containsExactly("a");
        assertThat(found(all())).hasSize(1);
    }

    @Test
    void aDeletionRemovesWhatIsNotNewer() {
        add(revision("a", 5), revision("b", 5), revision("c", 5));
        delete("a", 4);
        delete("b", 5);
        delete("c", 6);
        delete("never-there", 1);

        assertThat(found(all())).containsExactly("a");
    }

    @Test
    void whatWasDeletedDoesNotComeBackByAnOlderRevision() {
        add(revision("a", 5));
        delete("a", 7);
        add(revision("a", 6));
        assertThat(found(all())).isEmpty();

        add(revision("a", 8));
        assertThat(found(all())).containsExactly("a");
    }

    @Test
    void aDeletionBeforeTheDocumentCountsToo() {
        delete("a", 7);
        add(revision("a", 6));

        assertThat(found(all())).isEmpty();
    }

    @Test
    void aBatchMayHoldDocumentAndDeletionOfOneEntry() {
        engine.apply(
                INDEX,
                new IndexBatch(
                        List.of(revision("a", 1), revision("b", 3)),
                        List.of(new IndexBatch.Deletion("a", 2), new IndexBatch.Deletion("b", 2)),
                        4));

        assertThat(found(all())).containsExactly("b");
    }

    @Test
    void aBatchAppliedTwiceChangesNothing() {
        var batch = new IndexBatch(
                List.of(revision("a", 1, "topic", "x"), revision("b", 2)), List.of(new IndexBatch.Deletion("b", 3)), 3);
        engine.apply(INDEX, batch);
        engine.apply(INDEX, batch);

        assertThat(found(all())).containsExactly("a");
        assertThat(facet(all(), terms("topic", 10)).buckets()).containsExactly(bucket("x", 1));
    }

    @Test
    void thePositionIsThatOfTheLastBatchAndNeverFallsBack() {
        assertThat(engine.position(INDEX)).isZero();
        engine.apply(INDEX, new IndexBatch(List.of(document("a")), List.of(), 7));
        engine.apply(INDEX, new IndexBatch(List.of(), List.of(), 9));
        engine.apply(INDEX, new IndexBatch(List.of(), List.of(), 8));

        assertThat(engine.position(INDEX)).isEqualTo(9);
    }

    @Test
    void aFieldThatTheSchemaLacksRefusesTheWholeBatch() {
        assertThatThrownBy(() -> add(document("good"), document("bad", "colour", "red")))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("colour");
        assertThat(found(all())).isEmpty();
    }

    @Test
    void valuesOfAnotherKindAreRefused() {
        for (var bad : List.of(
                document("bad", "year", "1999"),
                document("bad", "country", 1),
                document("bad", "price", 1L),
                document("bad", "price", Double.NaN),
                document("bad", "place", "44,20"),
                document("bad", "titleKey", List.of("a", "b")))) {
            assertThatThrownBy(() -> add(bad)).as("%s", bad.fields()).isInstanceOf(PlatformException.class);
        }
        assertThat(found(all())).isEmpty();
    }

    @Test
    void keywordsHaveALimit() {
        add(document("longest", "topic", "x".repeat(32_766)));
        assertThat(found(term("topic", "x".repeat(32_766)))).containsExactly("longest");

        assertThatThrownBy(() -> add(document("too-long", "topic", "x".repeat(32_767))))
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void aNewIndexMustBeRebuilt() {
        var fresh = schema("fresh-live", 1);
        assertThat(engine.open(fresh)).isFalse();
        assertThat(engine.position("fresh-live")).isZero();
        engine.apply("fresh-live", new IndexBatch(List.of(document("a")), List.of(), 5));
        assertUnavailable("fresh-live");

        build(fresh);
        assertThat(engine.open(fresh)).isTrue();
        assertThat(engine.search(List.of("fresh-live"), SearchRequest.of(all(), 1))
                        .total())
                .isZero();
    }

    @Test
    void anIndexThatNobodyOpenedIsUnavailable() {
        assertUnavailable("nobodys-live");
    }

    @Test
    void anotherSchemaOrVersionMustBeRebuiltAndAnswersUntilThen() {
        add(document("a", "topic", "x"));
        var more = with("colour", FieldKind.KEYWORD);

        assertThat(engine.open(SCHEMA)).isTrue();
        assertThat(engine.open(schema(INDEX, 2))).isFalse();
        assertThat(engine.open(more)).isFalse();
        assertThat(found(term("topic", "x"))).containsExactly("a");
        assertThat(found(term("colour", "red"))).isEmpty();
    }

    @Test
    void anIndexOfAnEarlierSchemaTakesOfNewDocumentsWhatItKnows() {
        engine.open(with("colour", FieldKind.KEYWORD));
        add(document("a", "topic", "x", "colour", "red"));

        assertThat(found(term("topic", "x"))).containsExactly("a");
        assertThat(found(term("colour", "red"))).isEmpty();
    }

    @Test
    void aRebuiltIndexTakesThePlaceOfTheOldOne() {
        add(document("old", "topic", "x"));
        var more = with("colour", FieldKind.KEYWORD);
        engine.open(more);
        try (var build = engine.rebuild(more)) {
            build.add(List.of(document("new", "colour", "red")));
            assertThat(found(all())).containsExactly("old");
            build.finish(42);
        }

        assertThat(found(all())).containsExactly("new");
        assertThat(found(term("colour", "red"))).containsExactly("new");
        assertThat(engine.position(INDEX)).isEqualTo(42);
        assertThat(engine.open(more)).isTrue();
    }

    @Test
    void changesDuringARebuildReachBothIndexes() {
        add(revision("a", 1), revision("b", 1), revision("c", 1));
        try (var build = engine.rebuild(SCHEMA)) {
            engine.apply(
                    INDEX,
                    new IndexBatch(
                            List.of(revision("a", 2, "topic", "changed"), revision("new", 3)),
                            List.of(new IndexBatch.Deletion("b", 4)),
                            4));
            assertThat(found(all())).containsExactly("a", "c", "new");
            build.add(List.of(revision("a", 1), revision("b", 1), revision("c", 1)));
            build.finish(1);
        }

        assertThat(found(all())).containsExactly("a", "c", "new");
        assertThat(found(term("topic", "changed"))).containsExactly("a");
        assertThat(engine.position(INDEX)).isEqualTo(4);
    }

    @Test
    void anUnfinishedRebuildIsThrownAway() {
        add(document("old"));
        try (var build = engine.rebuild(SCHEMA)) {
            build.add(List.of(document("new")));
        }

        assertThat(found(all())).containsExactly("old");
        add(document("later"));
        assertThat(found(all())).containsExactly("later", "old");
    }

    @Test
    void aSecondRebuildEndsTheFirst() {
        var first = engine.rebuild(SCHEMA);
        try (var second = engine.rebuild(SCHEMA)) {
            assertThatThrownBy(() -> first.finish(1)).isInstanceOf(IllegalStateException.class);
            second.add(List.of(document("second")));
            second.finish(2);
        }
        first.close();

        assertThat(found(all())).containsExactly("second");
    }

    @Test
    void searchesGoOnWhileAnIndexIsReplaced() throws Exception {
        add(document("a"));
        var stop = new AtomicBoolean();
        var wrong = new ArrayList<Throwable>();
        var reader = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                try {
                    assertThat(found(all())).containsExactly("a");
                } catch (Throwable failure) {
                    wrong.add(failure);
                    return;
                }
            }
        });
        for (var i = 0; i < 6; i++) {
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(i);
            }
        }
        stop.set(true);
        reader.join();

        assertThat(wrong).isEmpty();
    }

    @Test
    void revisionsAreListedByIdForComparing() {
        add(IntStream.range(0, 25)
                .mapToObj(i -> revision("d%02d".formatted(i), i + 1))
                .toArray(IndexDocument[]::new));
        add(revision("d03", 99));
        delete("d04", 99);

        var listed = new ArrayList<IdAndRevision>();
        List<IdAndRevision> page = engine.revisions(INDEX, "", 7);
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = engine.revisions(INDEX, listed.getLast().id(), 7);
        }

        assertThat(listed).hasSize(24).contains(new IdAndRevision("d03", 99)).doesNotHaveDuplicates();
        assertThat(listed).extracting(IdAndRevision::id).isSorted().doesNotContain("d04");
    }

    @Test
    void aDroppedIndexIsForgotten() {
        add(document("a"));
        engine.drop(INDEX);
        engine.drop("never-there");

        assertThat(engine.open(SCHEMA)).isFalse();
        assertUnavailable(INDEX);
        build(SCHEMA);
        assertThat(found(all())).isEmpty();
    }

    @Test
    void severalIndexesAreSearchedAsOne() {
        other(document("o1", "topic", "x", "year", 2), document("o2", "topic", "y", "year", 4));
        add(document("c1", "topic", "x", "year", 3), document("c2", "topic", "z", "year", 1));

        var result = both(new SearchRequest(
                all(), Map.of(), List.of(terms("topic", 10)), List.of(new Sort.ByField("year", false)), 0, 3, null));

        assertThat(result.total()).isEqualTo(4);
        assertThat(ids(result)).containsExactly("c2", "o1", "c1");
        assertThat(result.hits()).extracting(hit -> hit.index()).containsExactly(INDEX, "other-live", INDEX);
        assertThat(result.facets().get("topic").buckets())
                .containsExactly(bucket("x", 2), bucket("y", 1), bucket("z", 1));
        assertThat(ids(both(new SearchRequest(
                        all(),
                        Map.of(),
                        List.of(),
                        List.of(new Sort.ByField("year", false)),
                        0,
                        3,
                        result.hits().getLast().cursor()))))
                .containsExactly("o2");
    }

    @Test
    void aFieldThatOneOfTheIndexesLacksCountsInTheOther() {
        var bare = new IndexSchema("other-live", Map.of("topic", FieldKind.KEYWORD), 1);
        build(bare);
        engine.apply("other-live", new IndexBatch(List.of(document("o", "topic", "x")), List.of(), 0));
        add(document("c", "topic", "x", "year", 1));
        var years = new Facet.Ranges("years", "year", List.of(new Facet.Range("all", null, null)));

        var result = both(new SearchRequest(
                all(), Map.of(), List.of(years), List.of(new Sort.ByField("year", true)), 0, 10, null));

        assertThat(ids(result)).containsExactly("c", "o");
        assertThat(result.facets().get("years").buckets()).containsExactly(bucket("all", 1));
    }

    @Test
    void aFieldMayBeOfAnotherKindInEachIndex() {
        var texts = new IndexSchema("other-live", Map.of("year", FieldKind.KEYWORD), 1);
        build(texts);
        engine.apply("other-live", new IndexBatch(List.of(document("o", "year", "1999")), List.of(), 0));
        add(document("c", "year", 1999));

        assertThat(ids(both(SearchRequest.of(new Query.LongRange("year", 1999, 1999), 10))))
                .containsExactly("c");
        assertThat(ids(both(SearchRequest.of(term("year", "1999"), 10)))).containsExactly("o");
        assertThat(ids(both(SearchRequest.of(new Query.Exists("year"), 10)))).containsExactly("c", "o");
    }

    @Test
    void aSearchOverNoIndexIsRefused() {
        assertRefused(() -> engine.search(List.of(), SearchRequest.of(all(), 1)));
    }

    private void assertUnavailable(String index) {
        assertThatThrownBy(() -> engine.search(List.of(index), SearchRequest.of(all(), 1)))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SEARCH_UNAVAILABLE));
    }

    private void other(IndexDocument... documents) {
        build(schema("other-live", 1));
        engine.apply("other-live", new IndexBatch(List.of(documents), List.of(), 0));
    }

    private eu.nephele.api.search.SearchResult both(SearchRequest request) {
        return engine.search(List.of(INDEX, "other-live"), request);
    }

    private static IndexSchema with(String field, FieldKind kind) {
        var fields = new java.util.LinkedHashMap<>(SCHEMA.fields());
        fields.put(field, kind);
        return new IndexSchema(INDEX, fields, 1);
    }
}
