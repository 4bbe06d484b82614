package eu.nephele.platform.publishing;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.document.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgreementsTest {

    private final TestingDesk desk = new TestingDesk();
    private final List<Agreements.Kind> told = new ArrayList<>();
    private final Agreements agreements = new Agreements(
            desk.repository,
            new Documents<>(desk.repository, "agreements", Agreements.Round.class),
            event -> told.add(event.kind()),
            desk.clock);
    private final List<String> partners =
            IntStream.rangeClosed(1, 11).mapToObj(number -> "org-" + number).toList();

    @AfterEach
    void close() {
        desk.close();
    }

    private static Actor of(String organisation) {
        var editor = EDITOR;
        return new Actor(
                "of-" + organisation, editor.grants(), List.of("partner-editor"), Set.of(organisation), List.of());
    }

    @Test
    void tenOfElevenAreNoAgreementAndTheEleventhMakesThatVersionFinal() {
        var id = desk.createCluster("Strategy").id();
        var version = agreements.open(EDITOR, id, partners).round().version();

        for (var partner : partners.subList(0, 10)) {
            assertThat(agreements.agree(of(partner), id, partner).state()).isEqualTo("collecting");
        }
        agreements.agree(of("org-1"), id, "org-1");
        assertThatThrownBy(() -> agreements.requireAgreed(EDITOR, id))
                .hasMessageContaining("10 of 11")
                .extracting(refusal ->
                        ((PlatformException) refusal).fields().getFirst().field())
                .isEqualTo("org-11");
        assertThat(agreements.agree(of("org-11"), id, "org-11").state()).isEqualTo("agreed");
        assertThat(agreements.requireAgreed(EDITOR, id)).isEqualTo(version);

        desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Strategy, changed"));
        assertThat(agreements.of(EDITOR, id).getFirst().state()).isEqualTo("agreed");
        assertThat(agreements.of(EDITOR, id).getFirst().changedSince()).isTrue();
        assertThat(desk.repository.version(EDITOR, id, version).orElseThrow().text("title"))
                .isEqualTo("Strategy");

        var next = agreements.open(EDITOR, id, partners);
        assertThat(next.round().number()).isEqualTo(2);
        assertThat(next.round().version()).isNotEqualTo(version);
        assertThat(agreements.of(EDITOR, id))
                .extracting(Agreements.Status::state)
                .containsExactly("collecting", "agreed");
    }

    @Test
    void anEditBeforeAllHaveAgreedNeedsANewRound() {
        var id = desk.createCluster("Strategy").id();
        agreements.open(EDITOR, id, partners);
        assertThatThrownBy(() -> agreements.open(EDITOR, id, partners)).hasMessageContaining("already");
        desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Changed"));

        assertThat(agreements.of(EDITOR, id).getFirst().state()).isEqualTo("outdated");
        assertThatThrownBy(() -> agreements.agree(of("org-1"), id, "org-1"))
                .extracting(refusal -> ((PlatformException) refusal).code())
                .isEqualTo(ErrorCode.STALE_REVISION);
        assertThat(agreements.open(EDITOR, id, partners).missing()).hasSize(11);
    }

    @Test
    void publishingChangesNothingOfWhatIsAgreed() {
        var id = desk.createCluster("Strategy").id();
        agreements.open(EDITOR, id, partners);
        new PublishEntry(desk.repository, () -> desk.definitions, desk.clock)
                .publish(EDITOR, id, PublishOptions.DEFAULTS);

        assertThat(agreements.of(EDITOR, id).getFirst().state()).isEqualTo("collecting");
        partners.forEach(partner -> agreements.agree(of(partner), id, partner));
        assertThat(agreements.of(EDITOR, id).getFirst())
                .extracting(Agreements.Status::state, Agreements.Status::changedSince)
                .containsExactly("agreed", false);
        assertThat(agreements.obstacle(id)).isEmpty();
        desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("title", "Strategy, changed"));
        assertThat(agreements.obstacle(id)).get().asString().contains("was changed after");
    }

    @Test
    void aConsentIsTakenBackUntilAllHaveAgreed() {
        var id = desk.createCluster("Strategy").id();
        agreements.open(EDITOR, id, partners);
        agreements.agree(of("org-1"), id, "org-1");

        assertThatThrownBy(() -> agreements.withdraw(of("org-2"), id, "org-1"))
                .hasMessageContaining("does not act for");
        assertThat(agreements.withdraw(of("org-1"), id, "org-1").missing()).hasSize(11);
        agreements.withdraw(of("org-1"), id, "org-1");
        partners.forEach(partner -> agreements.agree(of(partner), id, partner));
        assertThatThrownBy(() -> agreements.withdraw(of("org-1"), id, "org-1")).hasMessageContaining("stays as it is");
        assertThat(agreements.of(EDITOR, id).getFirst().state()).isEqualTo("agreed");
        assertThat(told).containsExactly(Agreements.Kind.asked, Agreements.Kind.withdrawn, Agreements.Kind.agreed);
    }

    @Test
    void nobodyAgreesForAnotherOrOneThatIsNotAsked() {
        var id = desk.createCluster("Strategy").id();
        assertThatThrownBy(() -> agreements.agree(of("org-1"), id, "org-1")).hasMessageContaining("Nobody has asked");
        agreements.open(EDITOR, id, List.of("org-1", "org-1", "org-2"));

        assertThatThrownBy(() -> agreements.agree(of("org-2"), id, "org-1")).hasMessageContaining("does not act for");
        assertThatThrownBy(() -> agreements.agree(of("org-3"), id, "org-3")).hasMessageContaining("not asked");
        assertThatThrownBy(() -> agreements.open(EDITOR, id, List.of())).isInstanceOf(PlatformException.class);
        assertThat(Objects.requireNonNull(agreements.of(EDITOR, id).getFirst())
                        .round()
                        .partners())
                .hasSize(2);
    }
}
