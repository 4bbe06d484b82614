package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.platform.authoring.SavedEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link in a rich text is a reference like any other. */
class RichTextReferencesTest {

    private static final String FILE = "6b35aaef-1111-4222-8333-123456789abc";

    private final TestingFloor floor = new TestingFloor();
    private final Usages usages = new Usages(floor.desk.drafts);

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void whatATextLeadsToIsUsedThere() {
        var wood = floor.desk.createCluster("Wood");
        var company =
                company("<p>Of <a href=\"nephele:%s\">this</a> <img src=\"jcr:%s\"></p>".formatted(wood.id(), FILE));

        assertThat(usages.of(EDITOR, wood.id(), "en").usages())
                .extracting(Usages.Usage::id, Usages.Usage::fields)
                .containsExactly(tuple(company.id(), List.of("story_de")));
        assertThat(usages.of(EDITOR, "jcr:" + FILE, "en").total()).isEqualTo(1);
        assertThat(usages.of(EDITOR, company.id(), "en").total()).isZero();
    }

    @Test
    void whatATextLeadsToIsNotDeletedUnlessTheTextThenLeadsElsewhere() {
        var wood = floor.desk.createCluster("Wood");
        var timber = floor.desk.createCluster("Timber");
        var company = company("<p>Of <a href=\"nephele:" + wood.id() + "\">this</a></p>");

        assertThatThrownBy(() -> floor.deleteEntry.delete(EDITOR, "cluster", wood.id()))
                .hasMessageContaining("still referred to");
        assertThat(floor.deleteEntry.delete(EDITOR, "cluster", wood.id(), timber.id()))
                .isTrue();

        assertThat(floor.desk.draft(company.id()).text("story_de"))
                .isEqualTo("<p>Of <a href=\"nephele:" + timber.id() + "\">this</a></p>");
        assertThat(usages.of(EDITOR, timber.id(), "en").total()).isEqualTo(1);
    }

    @Test
    void aTextLeadsNowhereAfterItsLinkIsTakenOut() {
        var wood = floor.desk.createCluster("Wood");
        var company = company("<p>Of <a href=\"nephele:" + wood.id() + "\">this</a></p>");

        floor.desk.saveEntry.change(
                EDITOR, "company", company.id(), company.revision(), Map.of("story_de", "<p>Of</p>"));

        assertThat(usages.of(EDITOR, wood.id(), "en").total()).isZero();
    }

    private SavedEntry company(String story) {
        return floor.desk.create("company", Map.of("title", "Panels", "story_de", story));
    }
}
