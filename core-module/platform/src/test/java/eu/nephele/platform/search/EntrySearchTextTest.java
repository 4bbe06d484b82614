package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.ask;
import static eu.nephele.platform.search.Champions.champion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySearchTextTest {

    private final TestingSearch testing = new TestingSearch(Champions.definitions());
    private final Map<String, String> names = new HashMap<>();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void allWordsMustBeFoundEachInAnyProperty() {
        index(
                champion("a", "title", "Nesting software for furniture", "story", "<p>Less <b>scrap</b> in Udine.</p>"),
                champion("b", "title", "Furniture fair", "story", "<p>Visitors</p>"));

        assertThat(found("en", "furniture scrap")).containsExactly("a");
        assertThat(found("en", "furniture")).containsExactlyInAnyOrder("a", "b");
        assertThat(found("en", "furniture export")).isEmpty();
    }

    @Test
    void pluralsFindSingularsAndBack() {
        index(champion("one", "title", "A cluster"), champion("many", "title", "Two clusters"));

        assertThat(found("en", "clusters")).containsExactlyInAnyOrder("one", "many");
        assertThat(found("en", "cluster ")).containsExactlyInAnyOrder("one", "many");
    }

    @Test
    void theFormThatWasTypedComesFirst() {
        index(champion("a-many", "title", "Wood clusters"), champion("b-one", "title", "Wood cluster"));

        assertThat(found("en", "cluster ")).containsExactly("b-one", "a-many");
    }

    @Test
    void aTitleWeighsMoreThanAStory() {
        index(
                champion("a-story", "title", "Case", "story", "<p>Logistics</p>"),
                champion("b-title", "title", "Logistics", "story", "<p>Case</p>"));

        assertThat(found("en", "logistics")).containsExactly("b-title", "a-story");
    }

    @Test
    void quotedWordsMustFollowEachOther() {
        index(champion("a", "title", "Supply chain control"), champion("b", "title", "Chain of supply control"));

        assertThat(found("en", "\"supply chain\"")).containsExactly("a");
        assertThat(found("en", "supply chain")).containsExactlyInAnyOrder("a", "b");
        assertThat(found("en", "\"chain of supply\"")).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“supply chain”", "„supply chain“", "„supply chain”", "«supply chain»", "»supply chain«"})
    void quotesMayBeThoseOfPrintedTexts(String typed) {
        index(champion("a", "title", "Supply chain control"), champion("b", "title", "Chain of supply control"));

        assertThat(found("en", typed)).containsExactly("a");
        assertThat(found("en", "control -" + typed)).containsExactly("b");
    }

    @Test
    void wordsWithAMinusMustNotBeFound() {
        index(champion("a", "title", "Wood and metal"), champion("b", "title", "Wood"));

        assertThat(found("en", "wood -metal")).containsExactly("b");
        assertThat(found("en", "-metal")).containsExactly("b");
        assertThat(found("en", "wood -\"and metal\"")).containsExactly("b");
    }

    @Test
    void theLastWordMayBeUnfinished() {
        index(champion("a", "title", "Furniture design"), champion("b", "title", "Future"));

        assertThat(found("en", "furn")).containsExactly("a");
        assertThat(found("en", "des furn")).isEmpty();
        assertThat(found("en", "design fu")).containsExactly("a");
    }

    @Test
    void articlesNeedNotBeFound() {
        index(champion("a", "title", "Clusters of Europe"));

        assertThat(found("en", "the cluster ")).containsExactly("a");
        assertThat(found("en", "of")).containsExactly("a");
    }

    @Test
    void aMissingTranslationIsFoundByItsFallback() {
        index(
                champion("english-only", "title", "Furniture clusters"),
                champion("translated", "title", "Furniture clusters", "title_de", "Möbelcluster"));

        assertThat(found("de", "furniture")).containsExactly("english-only");
        assertThat(found("de", "möbelcluster")).containsExactly("translated");
        assertThat(found("en", "furniture")).containsExactlyInAnyOrder("english-only", "translated");
        assertThat(found("en", "möbelcluster")).isEmpty();
    }

    @Test
    void serbianIsFoundInBothScriptsAndAllSpellings() {
        index(
                champion("cyrillic", "title", "x", "title_sr_Cyrl", "Грађевинарство у Београду"),
                champion("latin", "title", "x", "title_sr_Latn", "Građevinarstvo u Beogradu"));

        for (var spelling : List.of("građevinarstvo", "gradjevinarstvo", "gradevinarstvo", "грађевинарство")) {
            assertThat(found("sr-Latn", spelling)).as(spelling).containsExactlyInAnyOrder("cyrillic", "latin");
        }
        assertThat(found("sr-Cyrl", "gradjevinarstvo")).containsExactly("cyrillic");
    }

    @Test
    void latinLettersFindBulgarian() {
        index(champion("a", "title", "x", "title_bg", "Клъстер за мебели"));

        assertThat(found("bg", "klaster mebeli")).containsExactly("a");
        assertThat(found("bg", "клъстери")).containsExactly("a");
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        index(champion("a", "title", "Čevljarski grozd"));

        assertThat(found("sl", "CEVLJARSKI")).containsExactly("a");
        assertThat(found("sl", "grozdovima ")).as("from the title in English").isEmpty();
    }

    @Test
    void namesWithoutLanguageAreFoundInEveryLanguage() {
        index(champion("a", "title", "x", "products", List.of("SAP Business One", "Građevinar ERP")));

        assertThat(found("de", "sap")).containsExactly("a");
        assertThat(found("sr-Latn", "gradjevinar")).containsExactly("a");
        assertThat(found("en", "\"one građevinar\"")).as("across two values").isEmpty();
    }

    @Test
    void textsOfNestedNodesAreFound() {
        var deep = Champions.nested("sections0", List.of(), "heading", "Traceability");
        var sections = Champions.nested(
                "sections",
                List.of(Champions.nested(
                        "sections0", List.of(Champions.nested("sections", List.of(deep))), "heading", "Oil mill")));
        index(champion("a", "title", "x").withChildren(List.of(sections)));

        assertThat(found("en", "oil mill")).containsExactly("a");
        assertThat(found("en", "traceability")).containsExactly("a");
    }

    @Test
    void whatIsConfidentialOrNotSearchedIsNotFound() {
        index(champion("a", "title", "x", "taxNumber", "RS100200300", "internalNote", "doubtful"));

        assertThat(found("en", "RS100200300")).isEmpty();
        assertThat(found("en", "doubtful")).isEmpty();
    }

    @Test
    void whatIsConfidentialIsNotFoundNotEvenInDrafts() {
        var entry = champion("a", "title", "x", "taxNumber", "RS100200300");
        testing.add(Perspective.DRAFT, List.of(entry));
        var live = ask("en", "RS100200300");
        var draft = new EntryQuery(
                live.contentTypes(),
                Perspective.DRAFT,
                "en",
                live.text(),
                List.of(),
                List.of(),
                List.of(),
                0,
                10,
                null);

        assertThat(testing.search().search(draft).total()).isEqualTo(0);
    }

    @Test
    void markUpIsNotFound() {
        index(champion("a", "title", "x", "story", "<p class=\"wide\">Text<script>evil()</script></p>"));

        assertThat(found("en", "wide")).isEmpty();
        assertThat(found("en", "evil")).isEmpty();
        assertThat(found("en", "text")).containsExactly("a");
    }

    @Test
    void signsWithoutLettersAskForNothing() {
        index(champion("a", "title", "x"));

        assertThat(found("en", "  \"\" - !? ")).containsExactly("a");
    }

    @Test
    void tooLongTextsAreRefused() {
        assertRefused("x".repeat(1_001), "1000 characters");
        assertRefused("word ".repeat(33), "32 words");
        assertThat(found("en", "word ".repeat(32))).isEmpty();
    }

    private void assertRefused(String text, String because) {
        assertThatThrownBy(() -> found("en", text))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUERY))
                .hasMessageContaining(because);
    }

    private void index(ContentNode... entries) {
        testing.add(entries);
        for (var entry : entries) {
            names.put(entry.id(), entry.name());
        }
    }

    private List<String> found(String locale, String text) {
        return testing.search().search(ask(locale, text)).hits().stream()
                .map(hit -> names.get(hit.id()))
                .toList();
    }
}
