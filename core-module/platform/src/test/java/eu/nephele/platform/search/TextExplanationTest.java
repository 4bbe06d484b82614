package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.ask;
import static eu.nephele.platform.search.Champions.champion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.SynonymRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextExplanationTest {

    private static final Definitions DEFINITIONS = Champions.withSynonyms(Map.of(
            "en",
            List.of(
                    new SynonymRule(List.of("firm", "company"), List.of("firm", "company")),
                    new SynonymRule(List.of("logistics"), List.of("supply chain")))));

    private final TestingSearch testing = new TestingSearch(DEFINITIONS);
    private final ContentNode entry = champion(
            "a",
            "title",
            "Two companies in a supply chain",
            "story",
            "<p>The company exports <b>furniture</b>.</p>",
            "title_bg",
            "Клъстер за мебели",
            "products",
            List.of("SAP Business One"));

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void itSaysWhatWasFoundWhereAndAsWhat() {
        assertThat(explain("en", "company "))
                .containsExactly(
                        new TextExplanation.Match("company", "title", "en", "companies", TextMatch.STEM, 24),
                        new TextExplanation.Match("company", "story", "en", "company", TextMatch.EXACT, 8));
        assertThat(explain("en", "firm "))
                .extracting(TextExplanation.Match::found, TextExplanation.Match::match)
                .containsExactly(tuple("companies", TextMatch.SYNONYM), tuple("company", TextMatch.SYNONYM));
        assertThat(explain("en", "logistics "))
                .containsExactly(
                        new TextExplanation.Match("logistics", "title", "en", "supply chain", TextMatch.SYNONYM, 20));
        assertThat(explain("bg", "klaster "))
                .containsExactly(
                        new TextExplanation.Match("klaster", "title", "bg", "Клъстер", TextMatch.TRANSLITERATED, 16));
        assertThat(explain("de", "sap"))
                .containsExactly(new TextExplanation.Match("sap", "products", null, "SAP", TextMatch.EXACT, 8));
        assertThat(explain("en", "funriture "))
                .containsExactly(
                        new TextExplanation.Match("funriture", "story", "en", "furniture", TextMatch.ONE_TYPO, 2));
    }

    @Test
    void textsThatAreNotSearchedExplainNothing() {
        assertThat(explain("bg", "furniture ")).as("a story that falls back").hasSize(1);
        assertThat(explain("en", "клъстер ")).isEmpty();
        assertThat(explain("en", "furniture -company"))
                .extracting(TextExplanation.Match::typed)
                .isEmpty();
    }

    /** What is explained is what the engine did: the scores agree. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "company",
                "companies ",
                "firm ",
                "logistics ",
                "furn",
                "funriture ",
                "exprots ",
                "\"supply chain\"",
                "sap",
                "companies \"supply chain\"",
                "export -wood",
                "furnituree "
            })
    void theScoresOfTheBestFindsMakeTheScoreOfTheHit(String text) {
        var matches = explain("en", text);
        var best = matches.stream()
                .collect(Collectors.toMap(TextExplanation.Match::typed, TextExplanation.Match::score, Math::max))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(testing.search().search(ask("en", text)).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isEqualTo(best));
    }

    private List<TextExplanation.Match> explain(String locale, String text) {
        testing.add(entry);
        var query = ask(locale, text);
        var page = testing.search().search(query);
        return page.hits().isEmpty()
                ? List.of()
                : new TextExplanation(DEFINITIONS, new Synonyms(DEFINITIONS), query, page.mistyped())
                        .of("champion", entry);
    }
}
