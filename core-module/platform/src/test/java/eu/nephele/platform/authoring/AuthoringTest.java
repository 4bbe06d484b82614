package eu.nephele.platform.authoring;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthoringTest {

    private final TestingDesk desk = new TestingDesk();

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void aNewEntryIsNamedAfterItsTitleAndRecordedInTheSameSave() {
        var saved = desk.create("cluster", Map.of("title", "Дунав Cluster & Co.", "country", "RS"));

        assertThat(saved.path()).isEqualTo("/dunav-cluster-co");
        var draft = desk.draft(saved.id());
        assertThat(draft.nodeType()).isEqualTo("t:cluster");
        assertThat(draft.text("country")).isEqualTo("RS");
        assertThat(draft.text(SystemProperties.CREATED_BY)).isEqualTo("editor");
        assertThat(draft.text(SystemProperties.REVISION)).isEqualTo(Long.toString(saved.revision()));
        assertThat(desk.changes())
                .extracting(Change::id, Change::perspective, Change::kind, Change::revision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        saved.id(), Perspective.DRAFT, Change.Kind.SAVED, saved.revision()));
    }

    @Test
    void titlesThatMeetGetNumbersAndGivenNamesThatMeetAreRefused() {
        assertThat(desk.createCluster("Wood").path()).isEqualTo("/wood");
        assertThat(desk.createCluster("Wood").path()).isEqualTo("/wood-2");

        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> desk.createEntry.create(
                        EDITOR, "cluster", new EntryInput("wood", null, Map.of("title", "Wood"))));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NAME_TAKEN);
    }

    @Test
    void foldersAreMadeOnTheWayAndBadNamesAreRefused() {
        var saved = desk.createEntry.create(
                EDITOR, "cluster", new EntryInput("wood", "/italy/veneto", Map.of("title", "Wood")));
        assertThat(saved.path()).isEqualTo("/italy/veneto/wood");

        for (var name : List.of("", "../x", "a/b", "-a", "x".repeat(101), "a b")) {
            assertThat(catchThrowableOfType(
                            PlatformException.class,
                            () -> desk.createEntry.create(EDITOR, "cluster", new EntryInput(name, null, Map.of()))))
                    .as(name)
                    .isNotNull();
        }
    }

    @Test
    void anUnknownContentTypeIsToldWithThoseThereAre() {
        assertThat(catchThrowableOfType(PlatformException.class, () -> desk.create("clutser", Map.of())))
                .hasMessageContaining("cluster, company");
    }

    @Test
    void aSaveFromAnOldRevisionIsRefusedFieldByField() {
        var first = desk.createCluster("Wood");
        desk.saveEntry.change(EDITOR, "cluster", first.id(), first.revision(), Map.of("title", "Wood and more"));

        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> desk.saveEntry.change(
                        EDITOR, "cluster", first.id(), first.revision(), Map.of("title", "Timber", "country", "IT")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.STALE_REVISION);
        assertThat(refusal.fields()).extracting(FieldError::field).containsExactly("title");
        assertThat(refusal.fields().getFirst().message()).isEqualTo("is now `Wood and more`");
        assertThat(desk.draft(first.id()).text("title")).isEqualTo("Wood and more");
    }

    @Test
    void changingKeepsWhatIsNotNamedAndReplacingDoesNot() {
        var saved = desk.createCluster("Wood");
        var changed = desk.saveEntry.change(EDITOR, "cluster", saved.id(), saved.revision(), Map.of("founded", "1998"));
        assertThat(desk.draft(saved.id()).properties()).containsKeys("title", "country", "founded");

        desk.saveEntry.replace(EDITOR, "cluster", saved.id(), changed.revision(), Map.of("title", "Timber"));
        assertThat(desk.draft(saved.id()).properties())
                .containsEntry("title", Value.of("Timber"))
                .containsKey(SystemProperties.CREATED)
                .doesNotContainKeys("country", "founded");
    }

    @Test
    void aSaveThatChangesNothingLeavesRevisionAndLogAlone() {
        var cluster = desk.createCluster("Wood");
        var given = Map.of(
                "title", "Acme", "cluster", cluster.id(), "markets", List.of(Map.of("country", "IT", "since", 2001)));
        var saved = desk.create("company", given);

        var again = desk.saveEntry.change(EDITOR, "company", saved.id(), saved.revision(), given);

        assertThat(again.revision()).isEqualTo(saved.revision());
        assertThat(desk.changes()).hasSize(2);
    }

    @Test
    void aRefusedSaveChangesNothing() {
        var saved = desk.createCluster("Wood");

        assertThat(catchThrowableOfType(
                        PlatformException.class,
                        () -> desk.saveEntry.change(
                                EDITOR, "cluster", saved.id(), null, Map.of("title", "Timber", "founded", "soon"))))
                .isNotNull();

        assertThat(desk.draft(saved.id()).text("title")).isEqualTo("Wood");
        assertThat(desk.changes()).hasSize(1);
    }

    @Test
    void referencesAreKeptForLookingUpWhoRefersToAnEntry() {
        var cluster = desk.createCluster("Wood");
        var company = desk.create("company", Map.of("title", "Acme", "cluster", cluster.id()));

        var referrers = desk.repository.read(EDITOR, reader -> reader.referrers(Perspective.DRAFT, cluster.id()));

        assertThat(referrers).extracting(at -> at.path()).containsExactly(company.path());
    }

    @Test
    void movingChangesThePathAndKeepsTheIdentity() {
        var saved = desk.createCluster("Wood");
        desk.createCluster("Metal");

        var moved = new MoveEntry(desk.drafts).move(EDITOR, "cluster", saved.id(), "/archive", "old-wood");

        assertThat(moved.path()).isEqualTo("/archive/old-wood");
        assertThat(desk.draft(saved.id()).path()).isEqualTo("/archive/old-wood");
        assertThat(catchThrowableOfType(
                                PlatformException.class,
                                () -> new MoveEntry(desk.drafts).move(EDITOR, "cluster", saved.id(), "/", "metal"))
                        .code())
                .isEqualTo(ErrorCode.NAME_TAKEN);
    }

    @Test
    void aDuplicateIsANewEntryWithTheSameContent() {
        var cluster = desk.createCluster("Wood");
        var company = desk.create(
                "company", Map.of("title", "Acme", "cluster", cluster.id(), "home", Map.of("country", "RS")));

        var copy = new DuplicateEntry(desk.drafts).duplicate(EDITOR, "company", company.id());

        assertThat(copy.id()).isNotEqualTo(company.id());
        assertThat(copy.path()).isEqualTo("/acme-copy");
        var original = desk.draft(company.id());
        var duplicate = desk.draft(copy.id());
        assertThat(duplicate.text("title")).isEqualTo("Acme");
        assertThat(duplicate.child("home").map(ContentNode::id))
                .isNotEqualTo(original.child("home").map(ContentNode::id));
    }

    @Test
    void whatOthersReferToIsNotDeletedAndWhatNobodyDoesIsGoneAtOnce() {
        var cluster = desk.createCluster("Wood");
        var company = desk.create("company", Map.of("title", "Acme", "cluster", cluster.id()));
        var delete = new DeleteEntry(desk.drafts);

        var refusal =
                catchThrowableOfType(PlatformException.class, () -> delete.delete(EDITOR, "cluster", cluster.id()));
        assertThat(refusal.code()).isEqualTo(ErrorCode.STILL_REFERENCED);
        assertThat(refusal.fields()).extracting(FieldError::field).containsExactly("companies:/acme");

        assertThat(delete.delete(EDITOR, "company", company.id())).isTrue();
        assertThat(desk.find(Perspective.DRAFT, company.id())).isEmpty();
        assertThat(delete.delete(EDITOR, "cluster", cluster.id())).isTrue();
        assertThat(desk.changes().getLast().kind()).isEqualTo(Change.Kind.REMOVED);
    }

    @Test
    void aTranslationRemembersTheSourceItWasWrittenAgainst() {
        var saved = desk.create("cluster", Map.of("title", "Wood", "title_de", "Holz"));
        var mark = mark(saved.id());

        desk.saveEntry.change(EDITOR, "cluster", saved.id(), null, Map.of("title", "Timber"));
        assertThat(mark(saved.id())).as("the translation is outdated now").isEqualTo(mark);

        desk.saveEntry.change(EDITOR, "cluster", saved.id(), null, Map.of("title_de", "Bauholz"));
        assertThat(mark(saved.id())).as("confirmed against the new source").isNotEqualTo(mark);
    }

    @Test
    void whoMayNotWriteIsDenied() {
        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> desk.createEntry.create(
                        Actor.anonymous(), "cluster", new EntryInput(null, null, Map.of("title", "Wood"))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(desk.changes()).isEmpty();
    }

    @Test
    void anEntryOfAnotherTypeIsNotFoundUnderThisOne() {
        var cluster = desk.createCluster("Wood");

        assertThat(desk.drafts.find(EDITOR, "company", cluster.id())).isEmpty();
        assertThat(catchThrowableOfType(
                                PlatformException.class,
                                () -> desk.saveEntry.change(EDITOR, "company", cluster.id(), null, new HashMap<>()))
                        .code())
                .isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
    }

    private String mark(String id) {
        var marks = desk.draft(id).value(SystemProperties.TRANSLATED_FROM);
        return marks == null ? "" : marks.asText();
    }
}
