package eu.nephele.platform.publishing;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.authoring.AuthoringSettings;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TestingModules;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.repository.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consent that is withdrawn or over takes the entry from readers, and its writers are told. */
class EndedConsentTest {

    private final TestingDesk desk = new TestingDesk();
    private final List<EndedConsent.Ended> told = new ArrayList<>();
    private Definitions definitions;
    private CreateEntry createEntry;
    private SaveEntry saveEntry;
    private PublishEntry publishEntry;
    private EndedConsent endedConsent;

    @BeforeEach
    void define(@TempDir Path folder) {
        definitions = new TestingModules(folder)
                .write("talks/contentTypes/talk.yaml", """
                        datasource: { workspace: talks, autoCreate: true }
                        model:
                          nodeType: t:talk
                          properties:
                            title: { required: true }
                            recording: { type: asset, validation: { consent: true } }
                            consent: { type: consent, validation: { consent: true } }
                          subModels:
                            consent: { properties: { date: { type: LocalDate }, withdrawnOn: { type: LocalDate }, expiresOn: { type: LocalDate } } }
                        """)
                .definitions();
        assertThat(definitions.problems()).isEmpty();
        desk.repository.register(new Workspace("talks", true, Map.of(), List.of("t:talk"), List.of()));
        desk.repository.register(new Workspace("dam", true, Map.of(), List.of("mgnl:asset"), List.of("mgnl:resource")));
        var drafts = new Drafts(desk.repository, () -> definitions, desk.clock, AuthoringSettings.DEFAULTS);
        createEntry = new CreateEntry(drafts);
        saveEntry = new SaveEntry(drafts);
        publishEntry = new PublishEntry(desk.repository, () -> definitions, desk.clock);
        endedConsent = new EndedConsent(
                desk.repository,
                () -> definitions,
                new UnpublishEntry(desk.repository, () -> definitions, desk.clock),
                told::add,
                Lease.ALWAYS,
                desk.clock);
        endedConsent.tick();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void withoutARecordedConsentNothingIsPublished() {
        var talk = create(Map.of("title", "Talk", "consent", Map.of("expiresOn", "2999-01-01")));
        assertThatThrownBy(() -> publishEntry.publish(EDITOR, talk, PublishOptions.DEFAULTS))
                .hasMessageContaining("consent needs the day on which the consent was given");
    }

    @Test
    void aWithdrawalInTheDraftTakesTheEntryFromReadersAtOnce() {
        var talk = publish(Map.of("title", "Talk", "consent", Map.of("date", "2020-01-01")));
        endedConsent.tick();
        assertThat(isLive(talk)).isTrue();

        saveEntry.change(
                EDITOR,
                "talk",
                talk,
                null,
                Map.of("consent", Map.of("date", "2020-01-01", "withdrawnOn", "2020-02-02")));
        endedConsent.tick();

        assertThat(isLive(talk)).isFalse();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().reason()).isEqualTo("consent: was withdrawn on 2020-02-02");
        assertThat(told.getFirst().people()).containsExactly("editor");
        assertThat(told.getFirst().contentType()).isEqualTo("talk");
        endedConsent.tick();
        assertThat(told).hasSize(1);
    }

    @Test
    void whenTheConsentOfAFileEndsOrTheFileGoesTheEntryThatShowsItGoesToo() {
        var asset = asset(Map.of("consentReference", "binder 1"));
        var talk = publish(Map.of("title", "Talk", "recording", "jcr:" + asset));
        var other = publish(Map.of("title", "Other"));
        endedConsent.tick();
        assertThat(isLive(talk)).isTrue();

        change(asset, Map.of("consentReference", Value.of("binder 1"), "consentExpires", Value.of("2020-02-02")));
        endedConsent.tick();

        assertThat(isLive(talk)).isFalse();
        assertThat(isLive(other)).isTrue();
        assertThat(told.getFirst().reason()).contains("ended on 2020-02-02");
    }

    @Test
    void aDayThatEndsWithoutAnyChangeIsSeenByTheHourlyLook() {
        // As if it had been published when the consent still held.
        var talk = publish(Map.of("title", "Talk", "consent", Map.of("date", "2020-01-01")));
        desk.repository.write(EDITOR, writer -> {
            var at = writer.locate(Perspective.LIVE, talk).orElseThrow();
            var draftAt = writer.locate(Perspective.DRAFT, talk).orElseThrow();
            for (var place : List.of(at, draftAt)) {
                writer.setProperties(place.child("consent"), Map.of("expiresOn", Value.of("2020-01-02")));
            }
            return at;
        });

        assertThat(endedConsent.lookAtAll())
                .extracting(EndedConsent.Ended::reason)
                .containsExactly("consent: ended on 2020-01-02");
        assertThat(isLive(talk)).isFalse();
    }

    private String create(Map<String, ?> properties) {
        return createEntry
                .create(EDITOR, "talk", new EntryInput(null, null, properties))
                .id();
    }

    private String publish(Map<String, ?> properties) {
        var id = create(properties);
        publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS);
        return id;
    }

    private boolean isLive(String id) {
        return desk.find(Perspective.LIVE, id).isPresent();
    }

    private String asset(Map<String, String> said) {
        var properties = new HashMap<String, Value>();
        said.forEach((name, value) -> properties.put(name, Value.of(value)));
        return desk.repository.write(EDITOR, writer -> {
            var content = ContentNode.unstored(
                    "jcr:content", "mgnl:resource", Map.of("jcr:mimeType", Value.of("video/mp4")), List.of());
            var draft = writer.put(
                    new Location(Perspective.DRAFT, "dam", "/film"),
                    ContentNode.unstored("film", "mgnl:asset", properties, List.of(content)));
            writer.put(
                    new Location(Perspective.LIVE, "dam", "/film"),
                    new ContentNode(draft.id(), "film", "", "mgnl:asset", properties, List.of(content)));
            return draft.id();
        });
    }

    private void change(String asset, Map<String, Value> properties) {
        desk.repository.write(EDITOR, writer -> {
            for (var perspective : Perspective.values()) {
                var at = writer.locate(perspective, asset).orElseThrow();
                writer.setProperties(at, properties);
                writer.record(new Change(
                        writer.nextRevision(),
                        Change.Kind.SAVED,
                        perspective,
                        "dam",
                        at.path(),
                        asset,
                        "mgnl:asset",
                        List.of(),
                        "editor",
                        Instant.now()));
            }
            return asset;
        });
    }
}
