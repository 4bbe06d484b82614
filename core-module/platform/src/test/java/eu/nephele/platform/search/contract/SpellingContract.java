package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.SearchEngine.Spelling;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tokens a mistyped one may have been meant to be. */
public abstract class SpellingContract extends SearchEngineContract {

    private static final String OTHER = "cluster-live";

    @ParameterizedTest(name = "{0} is {2} edits from energy")
    @CsvSource({
        "enrgy, 1, 1",
        "eneergy, 1, 1",
        "energi, 1, 1",
        "enegry, 1, 1",
        "energys, 2, 1",
        "enrg, 2, 2",
        "enegryy, 2, 2"
    })
    void charactersMoreLessOtherOrExchangedAreEdits(String typed, int allowed, int edits) {
        add(document("a", "text", "energy on the note"));
        assertThat(spellings(typed, allowed)).containsExactly(new Spelling("energy", edits, 1));
    }

    @ParameterizedTest(name = "{0} within {1}")
    @CsvSource({"enrg, 1", "nergy, 2", "xnergy, 2", "enxxxgy, 2"})
    void whatIsFurtherAwayOrBeginsOtherwiseIsNoSpelling(String typed, int allowed) {
        add(document("a", "text", "energy"));
        assertThat(spellings(typed, allowed)).isEmpty();
    }

    @Test
    void whatIsMostlyAnotherWordIsNoSpelling() {
        add(document("a", "text", "but butt butter a"));
        assertThat(spellings("butor", 2)).extracting(Spelling::token).containsExactly("butt", "butter");
        assertThat(spellings("ab", 1)).isEmpty();
    }

    @Test
    void theTokenItselfIsNoSpellingOfIt() {
        add(document("a", "text", "note"), document("b", "text", "nota"));
        assertThat(spellings("note", 2)).extracting(Spelling::token).containsExactly("nota");
    }

    @Test
    void theNearestComeFirstThenThoseOfMostDocuments() {
        add(
                document("a", "text", "cluster clusters cloister"),
                document("b", "text", "clusters cluster"),
                document("c", "text", "cluster"));
        assertThat(spellings("clustr", 2)).extracting(Spelling::token).containsExactly("cluster", "clusters");
        assertThat(spellings("clusteer", 2)).extracting(Spelling::token).startsWith("cluster", "clusters");
    }

    @Test
    void severalFieldsAreOneVocabulary() {
        add(document("a", "text", "metal", "title", "medal"), document("b", "title", "metal"));
        assertThat(engine.spellings(List.of(INDEX), List.of("text", "title"), "metak", 1, 10))
                .extracting(Spelling::token)
                .containsExactly("metal");
        assertThat(engine.spellings(List.of(INDEX), List.of("text", "title"), "mexal", 1, 10))
                .extracting(Spelling::token)
                .containsExactlyInAnyOrder("metal", "medal");
    }

    @Test
    void wordsOfOtherFieldsAreNotOffered() {
        add(document("a", "text", "metal", "title", "medal"), document("b", "title", "metals"));
        assertThat(spellings("mexal", 1)).extracting(Spelling::token).containsExactly("metal");
        assertThat(spellings("metas", 2)).extracting(Spelling::token).containsExactly("metal");
    }

    @Test
    void noMoreThanAskedForAreAnswered() {
        add(IntStream.range(0, 20)
                .mapToObj(number -> document("d" + number, "text", "word" + (char) ('a' + number)))
                .toArray(eu.nephele.api.search.IndexDocument[]::new));
        assertThat(engine.spellings(List.of(INDEX), List.of("text"), "word", 1, 3))
                .extracting(Spelling::token)
                .containsExactly("worda", "wordb", "wordc");
        assertThat(engine.spellings(List.of(INDEX), List.of("text"), "word", 1, 0))
                .isEmpty();
    }

    @Test
    void charactersOutsideOfTheBasicPlaneAreOneEach() {
        add(document("a", "text", "a🛶b"));
        assertThat(spellings("ab", 1)).extracting(Spelling::token).containsExactly("a🛶b");
    }

    @Test
    void aFieldThatTheSchemaLacksHasNoSpellings() {
        assertThat(engine.spellings(List.of(INDEX), List.of("nowhere"), "word", 2, 5))
                .isEmpty();
    }

    @Test
    void indexesThatHaveDifferentFieldsAreOneVocabulary() {
        add(document("a", "text", "metal medal", "title", "metal"));
        build(new IndexSchema(OTHER, Map.of("text", FieldKind.TOKENS, "note", FieldKind.TOKENS), 1));
        engine.apply(
                OTHER,
                new IndexBatch(
                        List.of(
                                document("b", "text", "medal", "note", "menal"),
                                document("c", "text", "medal", "note", "menal")),
                        List.of(),
                        1));
        try {
            assertThat(engine.spellings(List.of(INDEX, OTHER), List.of("title", "text", "note"), "mexal", 1, 5))
                    .containsExactly(
                            new Spelling("medal", 1, 3), new Spelling("menal", 1, 2), new Spelling("metal", 1, 1));
        } finally {
            engine.drop(OTHER);
        }
    }

    @Test
    void fieldsOfOtherKindsAndOtherDistancesAreRefused() {
        assertRefused(() -> engine.spellings(List.of(INDEX), List.of("country"), "word", 1, 5));
        assertRefused(() -> spellings("word", 0));
        assertRefused(() -> spellings("word", 3));
        assertRefused(() -> spellings("", 1));
    }

    private List<Spelling> spellings(String typed, int edits) {
        return engine.spellings(List.of(INDEX), List.of("text"), typed, edits, 10);
    }
}
