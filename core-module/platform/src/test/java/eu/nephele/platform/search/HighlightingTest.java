package eu.nephele.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.definition.SynonymRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HighlightingTest {

    private static final Synonyms SYNONYMS = new Synonyms(Champions.definitions());

    @Test
    void formsOfTheWordsAreMarked() {
        assertThat(mark("en", "cluster export", "Clusters help to export."))
                .contains("<mark>Clusters</mark> help to <mark>export</mark>.");
    }

    @Test
    void theUnfinishedLastWordIsMarked() {
        assertThat(mark("en", "furn", "Furniture")).contains("<mark>Furniture</mark>");
        assertThat(mark("en", "furn wood", "Furniture")).isEmpty();
    }

    @Test
    void excludedWordsAreNotMarked() {
        assertThat(mark("en", "wood -metal", "Wood, metal")).contains("<mark>Wood</mark>, metal");
    }

    @Test
    void otherScriptsAndSpellingsAreMarked() {
        assertThat(mark("sr-Latn", "gradjevinarstvo ", "Грађевинарство у Београду"))
                .contains("<mark>Грађевинарство</mark> у Београду");
        assertThat(mark("bg", "klaster ", "Нов клъстер")).contains("Нов <mark>клъстер</mark>");
    }

    @Test
    void quotedWordsAreMarkedWhereTheyStandTogether() {
        assertThat(mark("en", "\"supply chain\"", "A supply chain, a chain of supply"))
                .contains("A <mark>supply</mark> <mark>chain</mark>, a chain of supply");
    }

    @Test
    void synonymsAreMarked() {
        var synonyms = new Synonyms(Champions.withSynonyms(Map.of(
                "en",
                List.of(
                        new SynonymRule(List.of("firm", "company"), List.of("firm", "company")),
                        new SynonymRule(List.of("logistics"), List.of("supply chain"))))));
        var english = Champions.SITE.locale("en").orElseThrow();

        assertThat(Highlighting.of(english, "firm ", synonyms, false).mark("Two companies and a firm"))
                .contains("Two <mark>companies</mark> and a <mark>firm</mark>");
        assertThat(Highlighting.of(english, "logistics ", synonyms, false).mark("Supply in supply chains, chained"))
                .contains("Supply in <mark>supply</mark> <mark>chains</mark>, chained");
    }

    @Test
    void wordsWithTyposAreMarkedWhereTheyWereSearched() {
        var german = Champions.SITE.locale("de").orElseThrow();

        assertThat(Highlighting.of(german, "Möbelclutser ", SYNONYMS, true).mark("Der Möbelcluster und die Möbel"))
                .contains("Der <mark>Möbelcluster</mark> und die Möbel");
        assertThat(Highlighting.of(german, "Möbelclutser ", SYNONYMS, false).mark("Der Möbelcluster"))
                .isEmpty();
    }

    @Test
    void namesAreMarkedByTheAnalysisOfNoLanguage() {
        assertThat(Highlighting.neutral("grozd ", false).mark("Lesni Grozdi d.o.o."))
                .contains("Lesni <mark>Grozdi</mark> d.o.o.");
    }

    @Test
    void articlesAreNotMarked() {
        assertThat(mark("en", "the cluster ", "The cluster of the region"))
                .contains("The <mark>cluster</mark> of the region");
    }

    @Test
    void theTextIsEscaped() {
        assertThat(mark("en", "wood", "<p>Wood &amp; \"metal\" 3 &lt; 4</p>"))
                .contains("<mark>Wood</mark> &amp; &quot;metal&quot; 3 &lt; 4");
        assertThat(mark("en", "alert wood", "wood &lt;script&gt;alert(1)&lt;/script&gt;"))
                .contains("<mark>wood</mark> &lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;");
    }

    @Test
    void whatIsNotFoundHasNoSnippet() {
        assertThat(highlighting("en", "wood").snippet("Metal")).isEmpty();
    }

    @Test
    void aSnippetShowsWhereMostWordsAre() {
        var filler = "Nothing of interest here. ".repeat(40);
        var text = "One cluster. " + filler + "A cluster of furniture makers. " + filler;

        var snippet = highlighting("en", "furniture cluster ").snippet(text).orElseThrow();

        assertThat(snippet)
                .contains("A <mark>cluster</mark> of <mark>furniture</mark> makers.")
                .startsWith("…")
                .endsWith("…");
        assertThat(snippet.length()).isLessThan(350);
    }

    @Test
    void aShortTextIsItsOwnSnippet() {
        assertThat(highlighting("en", "wood").snippet("Wood")).contains("<mark>Wood</mark>");
    }

    @Test
    void snippetsDoNotCutCharactersInTwo() {
        var boats = "🛶".repeat(300);
        var snippet =
                highlighting("en", "wood").snippet(boats + " wood " + boats).orElseThrow();

        assertThat(snippet.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                .isTrue();
    }

    private static Optional<String> mark(String locale, String searchText, String text) {
        return highlighting(locale, searchText).mark(text);
    }

    private static Highlighting highlighting(String locale, String searchText) {
        return Highlighting.of(Champions.SITE.locale(locale).orElseThrow(), searchText, SYNONYMS, false);
    }
}
