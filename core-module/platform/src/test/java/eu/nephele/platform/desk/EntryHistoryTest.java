package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.publishing.PublishOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryHistoryTest {

    private final TestingFloor floor = new TestingFloor();
    private final EntryHistory history = new EntryHistory(
            floor.desk.drafts,
            new RestoreVersion(floor.desk.drafts),
            floor.desk.saveEntry,
            floor.documents("version-names", EntryHistory.Name.class));

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void textsAreComparedWordByWord() {
        assertThat(Comparison.words("The quick fox runs", "The slow fox runs far"))
                .extracting(Comparison.Piece::kind, Comparison.Piece::text)
                .containsExactly(
                        tuple("same", "The "),
                        tuple("removed", "quick"),
                        tuple("added", "slow"),
                        tuple("same", " fox runs"),
                        tuple("added", " far"));
        assertThat(Comparison.words("<p>Ćirilica</p>", "<p>Ћирилица</p>"))
                .extracting(Comparison.Piece::text)
                .containsExactly("<p>", "Ćirilica", "Ћирилица", "</p>");
    }

    @Test
    void aVersionHasANameAndIsComparedWithDraftAndLive() {
        var entry = floor.desk.create("cluster", Map.of("title", "Wood cluster", "title_de", "Holz", "country", "IT"));
        floor.publishEntry.publish(EDITOR, entry.id(), PublishOptions.DEFAULTS);
        floor.desk.saveEntry.change(EDITOR, "cluster", entry.id(), null, Map.of("title", "Wood and paper cluster"));
        var named = history.keep(EDITOR, "cluster", entry.id(), "Before the meeting");
        floor.desk.saveEntry.change(
                EDITOR, "cluster", entry.id(), null, Map.of("title_de", "Holz und Papier", "country", "RS"));

        assertThat(history.versions(EDITOR, "cluster", entry.id()))
                .extracting(EntryHistory.Version::label, EntryHistory.Version::live)
                .containsExactly(tuple(null, true), tuple("Before the meeting", false));
        assertThat(history.compare(EDITOR, "cluster", entry.id(), named.name(), "draft")
                        .differences())
                .extracting(Comparison.Difference::property, Comparison.Difference::locale, Comparison.Difference::kind)
                .containsExactly(tuple("title", "de", "changed"), tuple("country", null, "changed"));
        assertThat(history.compare(EDITOR, "cluster", entry.id(), "live", "draft")
                        .differences())
                .hasSize(3);
        assertThat(history.compare(EDITOR, "cluster", entry.id(), "draft", "draft")
                        .differences())
                .isEmpty();
    }

    @Test
    void whatNoVersionHoldsIsKeptBeforeAnotherIsBroughtBack() {
        var id = floor.desk.create("cluster", Map.of("title", "One")).id();
        var first = history.keep(EDITOR, "cluster", id, "first");
        history.restore(EDITOR, "cluster", id, first.name());
        assertThat(history.versions(EDITOR, "cluster", id)).hasSize(1);

        floor.desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Typed for an hour"));
        history.restore(EDITOR, "cluster", id, first.name());
        assertThat(floor.desk.draft(id).text("title")).isEqualTo("One");
        var kept = history.versions(EDITOR, "cluster", id).getLast();
        assertThat(kept.label()).isEqualTo("Before version " + first.name() + " was brought back");
        assertThat(kept.by()).isEqualTo(EDITOR.name());

        history.restore(EDITOR, "cluster", id, kept.name());
        assertThat(floor.desk.draft(id).text("title")).isEqualTo("Typed for an hour");
        assertThatThrownBy(() -> history.restore(EDITOR, "cluster", id, "9.9")).isInstanceOf(PlatformException.class);
        assertThat(history.versions(EDITOR, "cluster", id)).hasSize(2);
    }

    @Test
    void oneFieldIsTakenBackAndTheOthersStay() {
        var entry = floor.desk.create("cluster", Map.of("title", "One", "country", "IT"));
        var first = history.keep(EDITOR, "cluster", entry.id(), "first");
        floor.desk.saveEntry.change(
                EDITOR, "cluster", entry.id(), null, Map.of("title", "Two", "title_de", "Zwei", "country", "RS"));

        history.restore(EDITOR, "cluster", entry.id(), first.name(), List.of("title", "title_de"));

        var draft = floor.desk.draft(entry.id());
        assertThat(draft.text("title")).isEqualTo("One");
        assertThat(draft.text("title_de")).isNull();
        assertThat(draft.text("country")).isEqualTo("RS");
    }

    @Test
    void whatIsNotThereIsRefused() {
        var entry = floor.desk.createCluster("One");

        assertThatThrownBy(() -> history.compare(EDITOR, "cluster", entry.id(), "live", "draft"))
                .hasMessageContaining("not live");
        assertThatThrownBy(() -> history.compare(EDITOR, "cluster", entry.id(), "7.7", "draft"))
                .isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> history.keep(EDITOR, "cluster", entry.id(), " "))
                .isInstanceOf(PlatformException.class);
    }
}
