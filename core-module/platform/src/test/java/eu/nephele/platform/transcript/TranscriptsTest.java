package eu.nephele.platform.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.AuthoringSettings;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.TestingDesk.TickingClock;
import eu.nephele.platform.authoring.Translations;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.delivery.TestingDelivery;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.MediaSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.Workspace;
import eu.nephele.platform.timedtext.TimedTextFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transcript comes in as a file, and each translation keeps to its own segment. */
class TranscriptsTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final String SPOKEN = """
            WEBVTT

            00:00.000 --> 00:04.000
            <v Ana>Buongiorno.

            00:04.000 --> 00:08.000
            <v Bo>Il container.

            00:08.000 --> 00:12.000
            <v Ana>Grazie.
            """;

    private final Definitions definitions = TestingDelivery.films();
    private final ContentRepository repository = ContentRepository.open(RepositorySettings.inMemory());
    private final TickingClock clock = new TickingClock();
    private final Drafts drafts = new Drafts(repository, () -> definitions, clock, AuthoringSettings.DEFAULTS);
    private final CreateEntry createEntry = new CreateEntry(drafts);
    private final SaveEntry saveEntry = new SaveEntry(drafts);
    private final Assets assets = new Assets(repository, new MediaSettings(1_000_000), clock);
    private final Transcripts transcripts = new Transcripts(drafts, saveEntry, new Translations(drafts), assets);

    {
        definitions
                .contentTypes()
                .values()
                .forEach(type -> repository.register(new Workspace(
                        type.workspace(), false, type.datasource().namespaces(), List.of(type.nodeType()), List.of())));
    }

    private final String id = createEntry
            .create(EDITOR, "talk", new EntryInput(null, null, Map.of("title", "Talk", "sourceLanguage", "it")))
            .id();

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void segmentsThatStayKeepTheirTranslations() {
        bring(null, SPOKEN);
        bring(
                "de",
                SPOKEN.replace("Buongiorno.", "Guten Tag.")
                        .replace("Il container.", "Der Container.")
                        .replace("Grazie.", "Danke."));

        // One is put in, one is later than it was, one says something else.
        var imported = bring(null, """
                WEBVTT

                00:00.000 --> 00:04.000
                <v Ana>Buonasera.

                00:04.000 --> 00:05.000
                Ehm.

                00:05.000 --> 00:09.000
                <v Bo>Il container.

                00:09.000 --> 00:12.000
                <v Ana>Grazie.
                """);

        assertThat(imported.segments()).isEqualTo(4);
        var read = transcripts.read(EDITOR, "talk", id);
        assertThat(read.segments().stream().map(segment -> segment.texts().get("de")))
                .containsExactly("Guten Tag.", null, "Der Container.", "Danke.");
        assertThat(read.segments().stream().map(segment -> segment.states().get("de")))
                .containsExactly("outdated", null, "translated", "translated");
        assertThat(read.locales())
                .contains(new Transcript.Progress("de", 4, 3, 1), new Transcript.Progress("en", 4, 0, 0));
    }

    @Test
    void aTranslationGoesToTheSegmentsItIsSpokenWith() {
        bring(null, SPOKEN);

        var imported = bring("de", """
                1
                00:00:00,500 --> 00:00:02,000
                Ana: Guten

                2
                00:00:02,000 --> 00:00:04,500
                Ana: Tag.

                3
                00:00:07,000 --> 00:00:11,000
                Danke.
                """);

        assertThat(imported.untouched()).isEqualTo(1);
        var segments = transcripts.read(EDITOR, "talk", id).segments();
        assertThat(segments.get(0).texts()).containsEntry("de", "Guten\nTag.");
        assertThat(segments.get(0).speakers()).containsEntry("de", "Ana").containsEntry("it", "Ana");
        assertThat(segments.get(1).texts()).doesNotContainKey("de");
        assertThat(segments.get(2).texts()).containsEntry("de", "Danke.");
    }

    @Test
    void whatGoesOutComesInTheSame() {
        bring(null, SPOKEN);
        for (var format : TimedTextFormat.values()) {
            var file = transcripts.export(EDITOR, "talk", id, null, format);
            assertThat(bring(null, file).changed()).as(format.name()).isZero();
        }
        assertThat(transcripts
                        .export(EDITOR, "talk", id, "it", TimedTextFormat.VTT)
                        .replace("00:00:", "00:"))
                .isEqualTo(SPOKEN);
        assertThatThrownBy(() -> transcripts.export(EDITOR, "talk", id, "de", TimedTextFormat.VTT))
                .hasMessageContaining("no segment has a text in `de`");
    }

    @Test
    void oneSegmentIsConfirmedOrAll() {
        bring(null, SPOKEN);
        bring("de", SPOKEN);
        bring(null, SPOKEN.replace(".\n", "!\n"));
        assertThat(outdated()).isEqualTo(3);

        assertThat(transcripts.confirm(EDITOR, "talk", id, null, "de", Set.of(1)))
                .isEqualTo(1);
        assertThat(outdated()).isEqualTo(2);
        assertThat(transcripts.confirm(EDITOR, "talk", id, null, "de", null)).isEqualTo(2);
        assertThat(outdated()).isZero();
    }

    @Test
    void whoStartedFromAnotherStateIsRefused() {
        var stale = bring(null, SPOKEN).saved().revision() - 1;

        assertThatThrownBy(() -> transcripts.importFile(EDITOR, "talk", id, stale, null, bytes(SPOKEN), null))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STALE_REVISION));
        assertThatThrownBy(() -> transcripts.read(EDITOR, "film", id)).hasMessageContaining("There is no film");
    }

    private int outdated() {
        return transcripts.read(EDITOR, "talk", id).locales().stream()
                .mapToInt(Transcript.Progress::outdated)
                .sum();
    }

    private Transcripts.Imported bring(String locale, String file) {
        return transcripts.importFile(EDITOR, "talk", id, null, locale, bytes(file), null);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
