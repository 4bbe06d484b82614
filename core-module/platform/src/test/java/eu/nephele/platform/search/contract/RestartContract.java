package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine that keeps its data still knows after a restart. */
public abstract class RestartContract extends SearchEngineContract {

    @Test
    void documentsAndPositionSurvive() {
        engine.apply(INDEX, new IndexBatch(List.of(revision("a", 3, "topic", "x")), List.of(), 17));
        restart();

        assertThat(engine.open(SCHEMA)).isTrue();
        assertThat(engine.position(INDEX)).isEqualTo(17);
        assertThat(found(term("topic", "x"))).containsExactly("a");
    }

    @Test
    void aPositionThatMovedWithoutChangesSurvives() {
        engine.apply(INDEX, new IndexBatch(List.of(), List.of(), 23));
        restart();

        engine.open(SCHEMA);
        assertThat(engine.position(INDEX)).isEqualTo(23);
    }

    @Test
    void revisionsStillCount() {
        add(revision("a", 5, "topic", "new"));
        restart();

        engine.open(SCHEMA);
        add(revision("a", 4, "topic", "old"));
        assertThat(found(term("topic", "new"))).containsExactly("a");
    }

    @Test
    void anotherSchemaIsNoticed() {
        add(document("a", "topic", "x"));
        restart();

        assertThat(engine.open(schema(INDEX, 2))).isFalse();
        assertThat(found(term("topic", "x"))).as("the old index answers").containsExactly("a");
    }

    @Test
    void anIndexThatWasNeverBuiltMustBeRebuiltStill() {
        var fresh = schema("fresh-live", 1);
        engine.open(fresh);
        engine.apply("fresh-live", new IndexBatch(List.of(document("a")), List.of(), 5));
        restart();

        assertThat(engine.open(fresh)).isFalse();
    }

    @Test
    void anUnfinishedRebuildIsForgotten() {
        add(document("a"));
        engine.rebuild(SCHEMA).add(List.of(document("b")));
        restart();

        assertThat(engine.open(SCHEMA)).isTrue();
        assertThat(found(new Query.All())).containsExactly("a");
    }

    @Test
    void aFinishedRebuildSurvives() {
        add(document("a"));
        try (var build = engine.rebuild(SCHEMA)) {
            build.add(List.of(document("b")));
            build.finish(8);
        }
        restart();

        assertThat(engine.open(SCHEMA)).isTrue();
        assertThat(engine.position(INDEX)).isEqualTo(8);
        assertThat(found(new Query.All())).containsExactly("b");
    }

    @Test
    void aDroppedIndexStaysForgotten() {
        add(document("a"));
        engine.drop(INDEX);
        restart();

        assertThat(engine.open(SCHEMA)).isFalse();
    }

    protected void restart() {
        engine.close();
        engine = openEngine(folder);
    }
}
