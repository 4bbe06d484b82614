package eu.nephele.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.platform.repository.RepositorySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopiesTest {

    private static final Actor ANA = Actor.administrator("ana");
    private static final Actor BEN = Actor.administrator("ben");
    private static final Map<String, @Nullable Object> NOTHING = Map.of();

    private static WorkingCopies copies(TestingDesk desk) {
        var documents = new eu.nephele.platform.document.Documents<>(
                desk.repository, "working-copies", WorkingCopies.Stored.class);
        return new WorkingCopies(desk.drafts, desk.saveEntry, documents, desk.clock);
    }

    private static Map<String, @Nullable Object> fields(String name, @Nullable Object value) {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put(name, value);
        return fields;
    }

    @Test
    void whateverIsTypedIsKeptForItsOwnerAcrossARestart(@TempDir Path folder) {
        String id;
        try (var desk = new TestingDesk(RepositorySettings.in(folder))) {
            var entry = desk.create("company", Map.of("title", "Panels"));
            id = entry.id();
            copies(desk).keep(ANA, "company", id, entry.revision(), fields("employees", "not a number"), NOTHING);
        }
        try (var desk = new TestingDesk(RepositorySettings.in(folder))) {
            var copies = copies(desk);
            assertThat(copies.find(ANA, "company", id).orElseThrow().fields())
                    .containsEntry("employees", "not a number");
            assertThat(copies.find(BEN, "company", id)).isEmpty();
            assertThat(copies.of(ANA)).hasSize(1);
            assertThatThrownBy(() -> copies.save(ANA, "company", id)).isInstanceOf(PlatformException.class);
            assertThat(copies.find(ANA, "company", id)).isPresent();
            copies.discard(ANA, "company", id);
            assertThat(copies.of(ANA)).isEmpty();
        }
    }

    @Test
    void changesOfDifferentFieldsAreBothKept() {
        try (var desk = new TestingDesk()) {
            var copies = copies(desk);
            var entry = desk.create("company", Map.of("title", "Panels", "employees", 5));
            copies.keep(ANA, "company", entry.id(), entry.revision(), fields("title", "Panels and more"), NOTHING);
            desk.saveEntry.change(BEN, "company", entry.id(), null, Map.of("employees", 9));

            var copy = copies.find(ANA, "company", entry.id()).orElseThrow();
            assertThat(copy.conflicts()).isEmpty();
            assertThat(copy.changed()).containsEntry("employees", 9L).doesNotContainKey("title");
            assertThat(copy.theirEditor()).isEqualTo("ben");
            assertThat(copies.save(ANA, "company", entry.id()).saved()).isNotNull();
            assertThat(desk.draft(entry.id()).text("title")).isEqualTo("Panels and more");
            assertThat(desk.draft(entry.id()).text("employees")).isEqualTo("9");
            assertThat(copies.find(ANA, "company", entry.id())).isEmpty();
        }
    }

    @Test
    void theSameFieldChangedByBothIsAConflictUntilSomebodyChooses() {
        try (var desk = new TestingDesk()) {
            var copies = copies(desk);
            var entry = desk.create("company", Map.of("title", "Panels"));
            copies.keep(ANA, "company", entry.id(), entry.revision(), fields("title", "Mine"), NOTHING);
            desk.saveEntry.change(BEN, "company", entry.id(), null, Map.of("title", "Theirs"));

            var kept = copies.keep(ANA, "company", entry.id(), entry.revision(), fields("title", "Mine too"), NOTHING);
            assertThat(kept.conflicts())
                    .containsExactly(new WorkingCopies.Conflict("title", "Mine too", "Theirs", "Panels"));
            assertThat(copies.save(ANA, "company", entry.id()).saved()).isNull();
            assertThat(desk.draft(entry.id()).text("title")).isEqualTo("Theirs");

            var chosen = copies.keep(ANA, "company", entry.id(), kept.draftRevision(), kept.fields(), NOTHING);
            assertThat(chosen.conflicts()).isEmpty();
            assertThat(Objects.requireNonNull(
                                    copies.save(ANA, "company", entry.id()).saved())
                            .revision())
                    .isGreaterThan(kept.draftRevision());
            assertThat(desk.draft(entry.id()).text("title")).isEqualTo("Mine too");
        }
    }

    @Test
    void aFieldThatBothChangedAlikeOrThatIsOlderThanTheCopyKnowsIsJudgedByItsBase() {
        try (var desk = new TestingDesk()) {
            var copies = copies(desk);
            var entry = desk.create("company", Map.of("title", "Panels", "turnover", 5));
            desk.saveEntry.change(BEN, "company", entry.id(), null, Map.of("title", "Same"));

            assertThat(copies.keep(ANA, "company", entry.id(), entry.revision(), fields("title", "Same"), NOTHING)
                            .conflicts())
                    .isEmpty();
            assertThat(copies.keep(
                                    ANA,
                                    "company",
                                    entry.id(),
                                    entry.revision(),
                                    fields("turnover", 6),
                                    fields("turnover", 5.0))
                            .conflicts())
                    .isEmpty();
            assertThat(copies.keep(
                                    ANA,
                                    "company",
                                    entry.id(),
                                    entry.revision(),
                                    fields("title", null),
                                    fields("title", "Panels"))
                            .conflicts())
                    .hasSize(1);
        }
    }

    @Test
    void whoIsThereIsToldAndWhoIsSilentHasLeft() {
        try (var desk = new TestingDesk()) {
            var told = new ArrayList<EditorEvents.Event>();
            var events = new EditorEvents();
            events.listen(BEN, told::add);
            events.listen(new Actor("stranger", List.of()), _ -> {
                throw new AssertionError("may not know");
            });
            var presence = new Presence(events, desk.repository, desk.clock);
            var at = Subject.of(new Location(Perspective.DRAFT, "companies", "/x"));

            presence.here(ANA, "e", at, "w1", "title");
            assertThat(presence.here(BEN, "e", at, "w1", null))
                    .extracting(Presence.Editor::user)
                    .containsExactly("ana", "ben");
            presence.gone(BEN, "e", "w1");
            assertThat(told).hasSize(3);
            for (var seconds = 0; seconds < 15; seconds++) {
                presence.sweep();
            }
            assertThat(told).hasSize(4);
            assertThat(told.getLast().data().get("editors")).isEqualTo(List.of());
        }
    }

    @Test
    void theCheckNamesEachFieldWithItsLocaleAndPublishesNothing() {
        try (var desk = new TestingDesk()) {
            var entry = desk.create("cluster", Map.of("title", "Wood", "title_de", "Ho", "country", "XX"));
            var check = new PublicationCheck(desk.repository, () -> desk.definitions);

            var report = check.check(ANA, entry.id(), false);

            assertThat(report.publishable()).isFalse();
            assertThat(report.findings())
                    .extracting(
                            PublicationCheck.Finding::property,
                            PublicationCheck.Finding::locale,
                            PublicationCheck.Finding::rule)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.api.Assertions.tuple("title", "de", "minLength"),
                            org.assertj.core.api.Assertions.tuple("country", null, "vocabulary"));
            assertThat(desk.find(Perspective.LIVE, entry.id())).isEmpty();
        }
    }
}
