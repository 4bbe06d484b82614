package eu.nephele.platform.publishing;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.MoveEntry;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.authoring.TestingDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private final TestingDesk desk = new TestingDesk();
    private final PublishEntry publishEntry = new PublishEntry(desk.repository, () -> desk.definitions, desk.clock);
    private final UnpublishEntry unpublishEntry =
            new UnpublishEntry(desk.repository, () -> desk.definitions, desk.clock);

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void aPublishedEntryIsLiveAsItsDraftIsAndBothChangesAreInTheLog() {
        var cluster = desk.createCluster("Wood");

        var publication = publishEntry.publish(EDITOR, cluster.id(), PublishOptions.DEFAULTS);

        var live = desk.find(Perspective.LIVE, cluster.id()).orElseThrow();
        assertThat(live.path()).isEqualTo("/wood");
        assertThat(live.text("title")).isEqualTo("Wood");
        assertThat(live.properties().keySet())
                .doesNotContain(SystemProperties.TRANSLATED_FROM, SystemProperties.PUBLISHED_REVISION);
        var draft = desk.draft(cluster.id());
        assertThat(EntryState.of(draft)).isEqualTo(EntryState.PUBLISHED);
        assertThat(draft.text(SystemProperties.LAST_ACTIVATED_VERSION)).isEqualTo("1.0");
        assertThat(publication.entries().getFirst().revision())
                .isEqualTo(Long.parseLong(draft.text(SystemProperties.REVISION)));
        assertThat(desk.changes())
                .extracting(Change::perspective)
                .containsExactly(Perspective.DRAFT, Perspective.LIVE, Perspective.DRAFT);
    }

    @Test
    void whatIsChangedAfterwardsIsNotLiveUntilPublishedAgain() {
        var cluster = published("Wood");
        desk.saveEntry.change(EDITOR, "cluster", cluster, null, Map.of("title", "Timber"));

        assertThat(EntryState.of(desk.draft(cluster))).isEqualTo(EntryState.MODIFIED);
        assertThat(desk.find(Perspective.LIVE, cluster).orElseThrow().text("title"))
                .isEqualTo("Wood");

        publishEntry.publish(EDITOR, cluster, PublishOptions.DEFAULTS);
        assertThat(desk.find(Perspective.LIVE, cluster).orElseThrow().text("title"))
                .isEqualTo("Timber");
    }

    @Test
    void whatIsRequiredAndMissingIsToldAndNothingBecomesLive() {
        var company = desk.create("company", Map.of("employees", 9000));

        var refusal = catchThrowableOfType(
                PlatformException.class, () -> publishEntry.publish(EDITOR, company.id(), PublishOptions.DEFAULTS));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_ENTRY);
        assertThat(refusal.fields())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("title", "cluster", "employees");
        assertThat(desk.find(Perspective.LIVE, company.id())).isEmpty();
        assertThat(desk.repository.versions(EDITOR, company.id())).isEmpty();
    }

    @Test
    void anUnpublishedRequiredReferenceKeepsAnEntryBackUnlessBothGoTogether() {
        var cluster = desk.createCluster("Wood");
        var company = desk.create("company", Map.of("title", "Acme", "cluster", cluster.id()));

        var refusal = catchThrowableOfType(
                PlatformException.class, () -> publishEntry.publish(EDITOR, company.id(), PublishOptions.DEFAULTS));
        assertThat(refusal.fields()).extracting(FieldError::rule).containsExactly("published");
        assertThat(refusal).hasMessageContaining("/wood");

        var together = publishEntry.publish(EDITOR, company.id(), new PublishOptions(true, List.of()));
        assertThat(together.entries()).extracting(entry -> entry.path()).containsExactly("/wood", "/acme");
        assertThat(desk.find(Perspective.LIVE, cluster.id())).isPresent();
    }

    @Test
    void entriesThatReferToEachOtherArePublishedTogether() {
        var cluster = published("Wood");
        var first = desk.create("company", Map.of("title", "First", "cluster", cluster));
        var second =
                desk.create("company", Map.of("title", "Second", "cluster", cluster, "partners", List.of(first.id())));
        desk.saveEntry.change(EDITOR, "company", first.id(), null, Map.of("partners", List.of(second.id())));

        var publication = publishEntry.publish(EDITOR, first.id(), new PublishOptions(true, List.of()));

        assertThat(publication.entries()).extracting(entry -> entry.id()).containsExactly(second.id(), first.id());
    }

    @Test
    void anErrorInAReferencedDraftNamesThatDraft() {
        var cluster = desk.create("cluster", Map.of("title", "Wood"));
        var company = desk.create("company", Map.of("title", "Acme", "cluster", cluster.id()));

        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> publishEntry.publish(EDITOR, company.id(), new PublishOptions(true, List.of())));

        assertThat(refusal.fields()).extracting(FieldError::field).containsExactly("/wood#country");
    }

    @Test
    void unpublishingTakesTheLiveEntryAwayAndKeepsTheDraft() {
        var cluster = published("Wood");

        unpublishEntry.unpublish(EDITOR, cluster);

        assertThat(desk.find(Perspective.LIVE, cluster)).isEmpty();
        assertThat(EntryState.of(desk.draft(cluster))).isEqualTo(EntryState.NOT_PUBLISHED);
        assertThat(desk.changes().stream()
                        .filter(change -> change.kind() == Change.Kind.REMOVED)
                        .map(Change::perspective))
                .containsExactly(Perspective.LIVE);
        var changes = desk.changes().size();
        unpublishEntry.unpublish(EDITOR, cluster);
        assertThat(desk.changes()).as("once more changes nothing").hasSize(changes);
    }

    @Test
    void aDeletionWaitsUntilItIsPublished() {
        var cluster = published("Wood");
        var delete = new DeleteEntry(desk.drafts);

        assertThat(delete.delete(EDITOR, "cluster", cluster)).isFalse();
        assertThat(EntryState.of(desk.draft(cluster))).isEqualTo(EntryState.DELETED);
        assertThat(desk.find(Perspective.LIVE, cluster)).isPresent();

        publishEntry.publish(EDITOR, cluster, PublishOptions.DEFAULTS);
        assertThat(desk.find(Perspective.LIVE, cluster)).isEmpty();
        assertThat(desk.find(Perspective.DRAFT, cluster)).isEmpty();
    }

    @Test
    void aDeletionCanBeTakenBack() {
        var cluster = published("Wood");
        var delete = new DeleteEntry(desk.drafts);
        delete.delete(EDITOR, "cluster", cluster);

        delete.undelete(EDITOR, "cluster", cluster);

        assertThat(EntryState.of(desk.draft(cluster))).isNotEqualTo(EntryState.DELETED);
    }

    @Test
    void aMovedEntryMovesLiveWhenItIsPublished() {
        var cluster = published("Wood");
        new MoveEntry(desk.drafts).move(EDITOR, "cluster", cluster, "/archive", null);
        assertThat(desk.find(Perspective.LIVE, cluster).orElseThrow().path()).isEqualTo("/wood");

        publishEntry.publish(EDITOR, cluster, PublishOptions.DEFAULTS);

        assertThat(desk.find(Perspective.LIVE, cluster).orElseThrow().path()).isEqualTo("/archive/wood");
    }

    @Test
    void publishingOneLocaleLeavesTheOthersAndSharedFieldsAsTheyAreLive() {
        var cluster = desk.create("cluster", Map.of("title", "Wood", "title_de", "Holz", "country", "IT"));
        publishEntry.publish(EDITOR, cluster.id(), PublishOptions.DEFAULTS);
        desk.saveEntry.change(
                EDITOR,
                "cluster",
                cluster.id(),
                null,
                Map.of("title", "Timber", "title_de", "Bauholz", "title_sr_Latn", "Drvo", "country", "RS"));

        publishEntry.publish(EDITOR, cluster.id(), new PublishOptions(false, List.of("de")));

        var live = desk.find(Perspective.LIVE, cluster.id()).orElseThrow();
        assertThat(live.properties())
                .containsEntry("title", Value.of("Wood"))
                .containsEntry("title_de", Value.of("Bauholz"))
                .containsEntry("country", Value.of("IT"))
                .doesNotContainKey("title_sr_Latn");
        assertThat(EntryState.of(desk.draft(cluster.id()))).isEqualTo(EntryState.MODIFIED);
        assertThat(catchThrowableOfType(
                        PlatformException.class,
                        () -> publishEntry.publish(EDITOR, cluster.id(), new PublishOptions(false, List.of("fr")))))
                .hasMessageContaining("en, de, sr-Latn");
    }

    @Test
    void eachPublicationKeepsAVersionThatCanBeRestored() {
        var cluster = published("Wood");
        desk.saveEntry.change(EDITOR, "cluster", cluster, null, Map.of("title", "Timber"));
        publishEntry.publish(EDITOR, cluster, PublishOptions.DEFAULTS);
        var restore = new RestoreVersion(desk.drafts);

        assertThat(restore.versions(EDITOR, "cluster", cluster))
                .extracting(version -> version.name())
                .containsExactly("1.0", "1.1");
        restore.restore(EDITOR, "cluster", cluster, "1.0");

        assertThat(desk.draft(cluster).text("title")).isEqualTo("Wood");
        assertThat(EntryState.of(desk.draft(cluster))).isEqualTo(EntryState.MODIFIED);
        assertThat(catchThrowableOfType(
                                PlatformException.class, () -> restore.restore(EDITOR, "cluster", cluster, "9.9"))
                        .code())
                .isEqualTo(ErrorCode.VERSION_NOT_FOUND);
    }

    @Test
    void ofManyThoseThatCanBeArePublishedAndTheOthersAreTold() {
        var wood = desk.createCluster("Wood");
        var unfinished = desk.create("cluster", Map.of("title", "Metal"));
        var dependent = desk.create("company", Map.of("title", "Acme", "cluster", unfinished.id()));

        var publication = publishEntry.publishEach(EDITOR, List.of(wood.id(), unfinished.id(), dependent.id()));

        assertThat(publication.entries()).extracting(entry -> entry.id()).containsExactly(wood.id());
        assertThat(publication.refused()).containsOnlyKeys(unfinished.id(), dependent.id());
        assertThat(publication.refused().get(dependent.id()))
                .extracting(FieldError::rule)
                .containsExactly("published");
    }

    @Test
    void aUniqueValueHoldsAcrossEntriesOfTheType() {
        var cluster = published("Wood");
        var first = desk.create("company", Map.of("title", "First", "cluster", cluster, "vat", "RS100"));
        publishEntry.publish(EDITOR, first.id(), PublishOptions.DEFAULTS);
        var second = desk.create("company", Map.of("title", "Second", "cluster", cluster, "vat", "RS100"));

        var refusal = catchThrowableOfType(
                PlatformException.class, () -> publishEntry.publish(EDITOR, second.id(), PublishOptions.DEFAULTS));

        assertThat(refusal.fields()).extracting(FieldError::rule).containsExactly("unique");
    }

    private String published(String title) {
        var cluster = desk.createCluster(title);
        publishEntry.publish(EDITOR, cluster.id(), PublishOptions.DEFAULTS);
        return cluster.id();
    }
}
