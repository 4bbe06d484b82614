package eu.nephele.platform.authoring;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A translation is outdated when its own source changed, and stays so wherever it is moved. */
class TranslationMarksTest {

    private final TestingDesk desk = new TestingDesk();
    private final Translations translations = new Translations(desk.drafts);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void onlyTheItemWhoseSourceChangedIsOutdated() {
        var id = company(market("One", "Eins"), market("Two", "Zwei"), market("Three", "Drei"));

        save(id, market("One", "Eins"), market("Two!", "Zwei"), market("Three", "Drei"));

        assertThat(outdated(id)).containsExactly("markets/markets1/text_de");
    }

    @Test
    void whatIsPutInBeforeChangesNothingOfWhatComesAfter() {
        var id = company(market("One", "Eins"), market("Two", "Zwei"), market("Three", "Drei"));
        save(id, market("One", "Eins"), market("Two!", "Zwei"), market("Three", "Drei"));

        save(id, market("Zero", null), market("One", "Eins"), market("Two!", "Zwei"), market("Three", "Drei"));
        assertThat(outdated(id)).containsExactly("markets/markets2/text_de");

        save(id, market("Two!", "Zwei"), market("Three", "Drei"), market("One", "Eins"));
        assertThat(outdated(id)).containsExactly("markets/markets0/text_de");
    }

    @Test
    void equalTranslationsOfDifferentTextsAreNotConfused() {
        var id = company(market("Yes", "Ja"), market("Yeah", "Ja"));

        save(id, market("Well", null), market("Yes", "Ja"), market("Yeah", "Ja"));

        assertThat(outdated(id)).isEmpty();
    }

    @Test
    void aTextThatWasCutIsOutdatedAndItsSecondHalfIsNot() {
        var id = company(market("One. Two.", "Eins. Zwei."), market("Three", "Drei"));

        save(id, market("One.", "Eins. Zwei."), market("Two.", null), market("Three", "Drei"));

        assertThat(outdated(id)).containsExactly("markets/markets0/text_de");
    }

    @Test
    void aTextJoinedOfTwoIsAsUpToDateAsTheOlder() {
        var id = company(market("One", "Eins"), market("Two", "Zwei"), market("Three", "Drei"));

        save(id, market("One Two", "Eins Zwei"), market("Three", "Drei"));
        assertThat(outdated(id)).isEmpty();

        save(id, market("One Two", "Eins Zwei"), market("Three!", "Drei"));
        save(id, market("One Two Three!", "Eins Zwei Drei"));
        assertThat(outdated(id)).containsExactly("markets/markets0/text_de");
    }

    @Test
    void writingItAnewMakesItFitAndSoDoesSayingThatItFits() {
        var id = company(market("One", "Eins"), market("Two", "Zwei"));
        save(id, market("One!", "Eins"), market("Two!", "Zwei"));
        var revision = revision(id);

        save(id, market("One!", "Eins!"), market("Two!", "Zwei"));
        assertThat(outdated(id)).containsExactly("markets/markets1/text_de");

        assertThat(translations.confirm(EDITOR, "company", id, null, path -> path.endsWith("_de")))
                .isEqualTo(1);
        assertThat(outdated(id)).isEmpty();
        assertThatThrownBy(() -> translations.confirm(EDITOR, "company", id, revision, path -> true))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        stale -> assertThat(stale.code()).isEqualTo(ErrorCode.STALE_REVISION));
        save(id, market("One!", "Eins!"), market("Two?", "Zwei"));
        assertThat(outdated(id)).containsExactly("markets/markets1/text_de");
    }

    private Set<String> outdated(String id) {
        return Translations.outdated(
                desk.definitions, desk.definitions.contentType("company").orElseThrow(), desk.draft(id));
    }

    private String company(Object... markets) {
        var properties = Map.of("title", "Alder", "markets", List.of(markets));
        return desk.create("company", properties).id();
    }

    private void save(String id, Object... markets) {
        desk.saveEntry.change(EDITOR, "company", id, null, Map.of("markets", List.of(markets)));
    }

    private long revision(String id) {
        return Long.parseLong(String.valueOf(desk.draft(id).text("nph:revision")));
    }

    private static Map<String, Object> market(String text, String german) {
        var market = new LinkedHashMap<String, Object>();
        market.put("country", "IT");
        market.put("text", text);
        if (german != null) {
            market.put("text_de", german);
        }
        return market;
    }
}
