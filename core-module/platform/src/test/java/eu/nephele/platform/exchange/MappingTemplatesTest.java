package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.TestingDesk;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MappingTemplatesTest {

    private static final Actor OTHER = Actor.administrator("other");

    private final TestingDesk desk = new TestingDesk();
    private final MappingTemplates templates = new MappingTemplates(desk.repository, SheetLimits.DEFAULTS);

    @AfterEach
    void close() {
        desk.close();
    }

    private static MappingTemplates.Content content(String name, boolean shared) {
        var column = new SheetMapping.Column("Naziv", "title@sr-Latn", null, null);
        return new MappingTemplates.Content(name, shared, new SheetMapping(List.of(column), true, "Europe/Belgrade"));
    }

    @Test
    void oneSeesHerOwnAndTheSharedOnesAndChangesHerOwn() {
        var shared = templates.create(EDITOR, "cluster", content("Chamber", true));
        templates.create(EDITOR, "cluster", content("Mine", false));

        assertThat(templates.list(EDITOR, "cluster")).hasSize(2);
        assertThat(templates.list(OTHER, "cluster")).singleElement().satisfies(template -> {
            assertThat(template.mine()).isFalse();
            assertThat(template.template()).isEqualTo(content("Chamber", true));
        });
        assertThat(templates.list(EDITOR, "company")).isEmpty();
        assertThatThrownBy(() -> templates.change(OTHER, "cluster", shared.id(), content("Stolen", true)))
                .hasMessageContaining("belongs to editor");
        assertThat(templates
                        .change(EDITOR, "cluster", shared.id(), content("New name", false))
                        .template()
                        .name())
                .isEqualTo("New name");
        assertThatThrownBy(() -> templates.delete(OTHER, "cluster", shared.id()))
                .hasMessageContaining("no template");
        templates.delete(EDITOR, "cluster", shared.id());
        assertThat(templates.list(EDITOR, "cluster")).hasSize(1);
        assertThatThrownBy(() -> templates.create(EDITOR, "cluster", content(" ", false)))
                .hasMessageContaining("name");
    }
}
