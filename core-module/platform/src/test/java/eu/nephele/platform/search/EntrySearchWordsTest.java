package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.champion;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.definition.SynonymRule;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What words find besides themselves, and in which order. */
class EntrySearchWordsTest {

    private static final Map<String, List<SynonymRule>> SYNONYMS = Map.of(
            "en",
            List.of(
                    group("company", "firm"),
                    group("supply chain", "value chain"),
                    group("R&D", "research and development"),
                    new SynonymRule(List.of("logistics"), List.of("supply chain", "freight"))),
            "sr",
            List.of(group("предузеће", "фирма")));

    private final TestingSearch testing = new TestingSearch(Champions.withSynonyms(SYNONYMS));
    private final Map<String, String> names = new HashMap<>();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void aTypoIsForgivenFromFourLettersAndTwoFromEight() {
        index(
                champion("a", "title", "Furniture makers"),
                champion("b", "title", "Wood"),
                champion("c", "title", "SAP"));

        assertThat(found("en", "funiture ")).containsExactly("a");
        assertThat(found("en", "fruniture ")).containsExactly("a");
        assertThat(found("en", "funriturre ")).as("two of ten").containsExactly("a");
        assertThat(found("en", "vurniture ")).as("the first letter").containsExactly("a");
        assertThat(found("en", "vurniturre "))
                .as("the first letter and another")
                .isEmpty();
        assertThat(found("en", "furnitures makrs ")).containsExactly("a");
        assertThat(found("en", "wodo ")).containsExactly("b");
        assertThat(found("en", "odwo ")).as("two of four").isEmpty();
        assertThat(found("en", "spa ")).as("three letters").isEmpty();
    }

    @Test
    void twoTyposAreForgivenInLongQuestionsToo() {
        index(champion("a", "title", "Furniture makers of Innovation Valley"));

        assertThat(found("en", "funriturre inovatoin makers ")).containsExactly("a");
        assertThat(found("en", "funiture inovation makesr valey ")).containsExactly("a");
    }

    @Test
    void whereWordsAreFoundAsTypedThoseLikeThemAreNotMeant() {
        index(champion("wood", "title", "Wood"), champion("food", "title", "Food"));

        assertThat(found("en", "wood ")).containsExactly("wood");
        assertThat(found("en", "eood ")).containsExactlyInAnyOrder("wood", "food");
        var elsewhere = Champions.ask("en", "wood ", Champions.filter("title", PropertyFilter.Operator.EQ, "Food"));
        assertThat(testing.search().search(elsewhere).total())
                .as("found as typed under another filter")
                .isZero();
    }

    @Test
    void quotedAndExcludedWordsAndNumbersHaveNoTypos() {
        index(champion("a", "title", "Furniture 2024"));

        assertThat(found("en", "\"funiture\"")).isEmpty();
        assertThat(found("en", "furniture 2023")).isEmpty();
        assertThat(found("en", "furniture -funiture")).containsExactly("a");
    }

    @Test
    void typosAreForgivenInEveryScriptAndInOtherForms() {
        index(
                champion("bg", "title", "x", "title_bg", "Клъстер за мебели"),
                champion("sr", "title", "y", "title_sr_Cyrl", "Предузећа у Београду"));

        assertThat(found("bg", "клъстреи ")).containsExactly("bg");
        assertThat(found("bg", "klastar ")).containsExactly("bg");
        assertThat(found("sr-Latn", "preduzecce ")).containsExactly("sr");
    }

    @Test
    void theSameBeforeOtherFormsBeforeSynonymsBeforeBeginnings() {
        index(
                champion("1-same", "title", "Firm"),
                champion("2-form", "title", "Firms"),
                champion("3-synonym", "title", "Company"),
                champion("4-beginning", "title", "Firmware"));

        assertThat(found("en", "firm")).containsExactly("1-same", "2-form", "3-synonym", "4-beginning");
    }

    @Test
    void fewerTyposComeFirst() {
        index(
                champion("a-two", "title", "Inovatoin"),
                champion("b-one", "title", "Innovatoin"),
                champion("c-exact-and-typo", "title", "Wood innovatoin"));

        assertThat(found("en", "wood innovatiion ")).containsExactly("c-exact-and-typo");
        assertThat(found("en", "innovaton ")).hasSize(3).endsWith("a-two");
    }

    @Test
    void equallyGoodFindsAreInTheOrderOfTheirLastChange() {
        index(
                changed("a-old", "2024-01-01T00:00:00Z", "Wood. Wood, wood and wood again."),
                changed("b-new", "2026-01-01T00:00:00Z", "A story of wood"),
                changed("c-between", "2025-01-01T00:00:00Z", "Wood"));

        assertThat(found("en", "wood ")).containsExactly("b-new", "c-between", "a-old");
        assertThat(found("en", "wood ", new EntrySort("@score", true))).containsExactly("b-new", "c-between", "a-old");
        assertThat(found("en", "wood ", new EntrySort("@name", false))).containsExactly("a-old", "b-new", "c-between");
    }

    @Test
    void wordsThatStandTogetherComeFirst() {
        index(
                changed("a-apart", "2026-01-01T00:00:00Z", "The chain of wood supply"),
                changed("b-together", "2024-01-01T00:00:00Z", "Wood supply chain"));

        assertThat(found("en", "supply chain ")).containsExactly("b-together", "a-apart");
    }

    @Test
    void synonymsOfAGroupFindEachOtherInAllForms() {
        index(champion("a", "title", "Companies"), champion("b", "title", "A firm"));

        assertThat(found("en", "firms ")).containsExactly("b", "a");
        assertThat(found("en", "company ")).containsExactly("a", "b");
        assertThat(found("en", "\"company\"")).isEmpty();
        assertThat(found("de", "firms ")).as("from English texts").containsExactly("b", "a");
    }

    @Test
    void synonymsOfSeveralWordsStandTogether() {
        index(
                champion("a", "title", "Value chains of wood"),
                champion("b", "title", "A chain has value"),
                champion("c", "title", "The development of chairs and research"),
                champion("d", "title", "Research and development"));

        assertThat(found("en", "supply chain ")).containsExactly("a");
        assertThat(found("en", "wood supply chains")).containsExactly("a");
        assertThat(found("en", "R&D ")).containsExactly("d");
    }

    @Test
    void oneWaySynonymsGoOneWay() {
        index(
                champion("a", "title", "Logistics"),
                champion("b", "title", "Freight"),
                champion("c", "title", "Supply chains"));

        assertThat(found("en", "logistics ")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(found("en", "freight ")).containsExactly("b");
        assertThat(found("en", "supply chain ")).containsExactly("c");
        assertThat(found("en", "logistics -freight")).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void bothScriptsShareSynonyms() {
        index(champion("a", "title", "x", "title_sr_Latn", "Preduzeća"));

        assertThat(found("sr-Latn", "firma ")).containsExactly("a");
    }

    @Test
    void synonymsOfAnotherLanguageAreNotUsed() {
        index(champion("a", "title", "x", "title_de", "Company"));

        assertThat(found("de", "firm ")).isEmpty();
    }

    @Test
    void manyWordsInManyFormsAreNoProblem() {
        index(champion("a", "title", "logistics company supply chain firm"));

        assertThat(found("sr-Latn", "logistics company supply chain firm ".repeat(6)))
                .containsExactly("a");
    }

    private static SynonymRule group(String... expressions) {
        return new SynonymRule(List.of(expressions), List.of(expressions));
    }

    private static ContentNode changed(String name, String lastModified, String title) {
        return champion(
                name, "title", title, SystemProperties.LAST_MODIFIED, Value.of(OffsetDateTime.parse(lastModified)));
    }

    private void index(ContentNode... entries) {
        testing.add(entries);
        for (var entry : entries) {
            names.put(entry.id(), entry.name());
        }
    }

    private List<String> found(String locale, String text, EntrySort... sort) {
        var query = new EntryQuery(
                List.of(Champions.TYPE.name()),
                Perspective.LIVE,
                locale,
                text,
                List.of(),
                List.of(),
                List.of(sort),
                0,
                100,
                null);
        return testing.search().search(query).hits().stream()
                .map(hit -> names.get(hit.id()))
                .toList();
    }
}
