package eu.nephele.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HighlightingTest {

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
        return new Highlighting(Champions.SITE.locale(locale).orElseThrow(), searchText);
    }
}
