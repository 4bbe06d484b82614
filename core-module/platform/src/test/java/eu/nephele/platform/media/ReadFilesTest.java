package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.media.AssetMetadata.Extraction;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about genuine files, beside what ffprobe, exiftool and pdfinfo say of the same ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadFilesTest {

    private static final Actor EDITOR = Actor.administrator("editor");

    private ContentRepository repository;
    private Assets assets;
    private WorkerPool workers;
    private ReadFiles reading;
    private DescribeAsset describe;

    @BeforeAll
    void open(@TempDir Path folder) {
        var clock = InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z"));
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, clock);
        workers = new WorkerPool(WorkerSettings.in(folder.resolve("worker")));
        reading = new ReadFiles(repository, workers, folder.resolve("work"), clock);
        describe = new DescribeAsset(repository, () -> definitions, clock, id -> {});
    }

    @AfterAll
    void close() {
        reading.close();
        workers.close();
        repository.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "portrait.mov", "film.webm", "tone.mp3"})
    void filmsAndSoundsSayWhatFfprobeSays(String name) {
        var metadata = read(name).metadata().values();
        var facts = facts(name + ".ffprobe");

        assertThat(((Value.Real) metadata.get("duration")).number())
                .isCloseTo(Double.parseDouble(facts.get("duration")), within(0.05));
        assertThat(metadata.get("sampleRate")).isEqualTo(Value.of(Long.parseLong(facts.get("sample_rate"))));
        if (facts.containsKey("width")) {
            assertThat(metadata.get("width")).isEqualTo(Value.of(Long.parseLong(facts.get("width"))));
            assertThat(metadata.get("height")).isEqualTo(Value.of(Long.parseLong(facts.get("height"))));
            assertThat(metadata.get("frameRate")).isEqualTo(Value.of(25.0));
            assertThat(facts.get("codecs")).contains(text(metadata, "videoCodec"));
        }
        assertThat(facts.get("codecs")).contains(text(metadata, "audioCodec"));
    }

    @Test
    void aFilmThatIsTurnedIsPortrait() {
        var metadata = read("portrait.mov").metadata().values();

        assertThat(facts("portrait.mov.ffprobe").get("rotation")).isEqualTo("-90");
        assertThat(metadata.get("rotation")).isEqualTo(Value.of(90));
        assertThat(metadata.get("orientation")).isEqualTo(Value.of("portrait"));
        assertThat(text(metadata, "created")).isEqualTo("2026-03-04T05:06:07Z");
    }

    @ParameterizedTest
    @CsvSource({
        "film.mp4, film.pdf, video/mp4, 'The file is not what its name says: video/mp4, not application/pdf'",
        "film.mp4, film.mov, video/mp4,",
        "portrait.mov, film.pdf, video/quicktime, 'The file is not what its name says: video/quicktime, not application/pdf'",
        "portrait.mov, film.mov, video/quicktime,"
    })
    void aFilmIsOfTheTypeItNamesItselfWhateverItIsCalled(String film, String called, String type, String note) {
        var details = read(called, HostileFiles.sample(film));

        assertThat(details.asset().mimeType()).isEqualTo(type);
        assertThat(details.metadata().note()).isEqualTo(note);
    }

    @Test
    void filmsWithoutSoundOrDateSayNothingThatIsNotSo() {
        var silent = read("silent.mp4").metadata().values();
        assertThat(facts("silent.mp4.ffprobe").get("codecs")).isEqualTo("hevc");
        assertThat(silent)
                .containsEntry("duration", Value.of(1.0))
                .containsEntry("width", Value.of(160))
                .doesNotContainKeys("sampleRate", "audioCodec", "created")
                .doesNotContainEntry("videoCodec", Value.of("unknown"));

        var matroska = read("film.mkv").metadata().values();
        assertThat(text(matroska, "videoCodec"))
                .isEqualTo(facts("film.mkv.ffprobe").get("codecs"));
    }

    @Test
    void aRecordingSaysHowLongItIs() {
        var facts = facts("recording.wav.ffprobe");
        assertThat(read("recording.wav").metadata().values())
                .containsEntry("duration", Value.of(Double.parseDouble(facts.get("duration"))))
                .containsEntry("sampleRate", Value.of(Long.parseLong(facts.get("sample_rate"))))
                .containsEntry("channels", Value.of(Long.parseLong(facts.get("channels"))));
    }

    @Test
    void aVectorPictureSaysItsSizeAndTitleAsExiftoolDoes() {
        var facts = facts("drawing.svg.exiftool");
        assertThat(read("drawing.svg").metadata().values())
                .containsEntry("width", Value.of(Long.parseLong(facts.get("ImageWidth"))))
                .containsEntry("height", Value.of(Long.parseLong(facts.get("ImageHeight"))))
                .containsEntry("title", Value.of(facts.get("Title")))
                .containsEntry("orientation", Value.of("landscape"));
    }

    @Test
    void aFilmOrPhotographThatIsCutOffIsNoted() {
        var film = HostileFiles.sample("silent.mp4");
        assertThat(noteOf("half.mp4", Arrays.copyOf(film, film.length / 2))).contains("cut off or damaged");
        var photograph = HostileFiles.sample("photo.jpg");
        assertThat(noteOf("half.jpg", Arrays.copyOf(photograph, photograph.length / 2)))
                .contains("its end is missing");
    }

    /** The year 0 of LibreOffice's RTF files cannot be kept; once it kept the file from being read, for ever. */
    @Test
    void aDateThatIsNoneDoesNotKeepAFileFromBeingRead() {
        var letter = ("{\\rtf1\\ansi{\\info{\\title No date}{\\creatim\\yr0\\mo0\\dy0\\hr0\\min0}}"
                        + "{\\pard A letter to all members of the cluster.\\par}}")
                .getBytes(StandardCharsets.US_ASCII);

        var metadata = read("letter.rtf", letter).metadata();

        assertThat(metadata.extraction()).isEqualTo(Extraction.DONE);
        assertThat(metadata.values())
                .containsEntry("title", Value.of("No date"))
                .doesNotContainKey("created");
    }

    /** Serbian in Latin letters looks like Croatian to the detector; the author knows better. */
    @Test
    void whatADocumentDeclaresHoldsBetweenLanguagesThatLookAlike() {
        var text = "Vlada je odlučila da podrži razvoj klastera. Preduzeća sarađuju sa fakultetima i institutima, "
                + "a ministarstvo će finansirati projekte u oblasti drvne i metalske industrije.";
        assertThat(text(page("sr-Latn-RS", text), "language")).isEqualTo("sr-Latn-RS");
        assertThat(text(page("en-US", text), "language")).isEqualTo("hr");
    }

    private Map<String, Value> page(String language, String text) {
        var page =
                "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><meta http-equiv=\"content-language\" content=\"%s\"><title>x</title></head><body><p>%s</p></body></html>"
                        .formatted(language, language, text);
        return read("page-" + language + ".html", page.getBytes(StandardCharsets.UTF_8))
                .metadata()
                .values();
    }

    private String noteOf(String name, byte[] content) {
        var note = read(name, content).metadata().note();
        assertThat(note).as(name).isNotNull();
        return note;
    }

    private AssetDetails read(String name, byte[] content) {
        var asset = assets.upload(
                EDITOR, new Upload(name, "/samples", content.length, () -> new ByteArrayInputStream(content)));
        reading.read(asset.id());
        return describe.details(EDITOR, asset.key()).orElseThrow();
    }

    @Test
    void aPhotographSaysWhatExiftoolSaysAndIsSeenUpright() {
        var metadata = read("photo.jpg").metadata().values();
        var facts = facts("photo.jpg.exiftool");

        assertThat(facts.get("Orientation")).isEqualTo("6");
        assertThat(metadata.get("width")).isEqualTo(Value.of(Long.parseLong(facts.get("ImageHeight"))));
        assertThat(metadata.get("height")).isEqualTo(Value.of(Long.parseLong(facts.get("ImageWidth"))));
        assertThat(metadata.get("orientation")).isEqualTo(Value.of("portrait"));
        assertThat(text(metadata, "title")).isEqualTo(facts.get("Title"));
        assertThat(text(metadata, "creator")).isEqualTo(facts.get("Artist"));
        assertThat(text(metadata, "copyright")).isEqualTo(facts.get("Copyright"));
        assertThat(((Value.Real) metadata.get("latitude")).number())
                .isCloseTo(Double.parseDouble(facts.get("GPSLatitude")), within(0.0001));
    }

    @Test
    void otherPicturesSayTheirSizeAndWhetherTheyMove() {
        assertThat(read("drawing.png").metadata().values())
                .containsEntry("width", Value.of(160))
                .containsEntry("height", Value.of(120))
                .doesNotContainKey("animated");
        assertThat(read("moving.gif").metadata().values())
                .containsEntry("animated", Value.of(true))
                .containsEntry("orientation", Value.of("landscape"));
        assertThat(read("drawing.svg").asset().mimeType()).isEqualTo("image/svg+xml");
    }

    @Test
    void aPdfSaysItsPagesItsLanguageAndItsTextPageByPage() {
        var details = read("strategy.pdf");
        var metadata = details.metadata().values();
        var facts = facts("strategy.pdf.pdfinfo");

        assertThat(metadata.get("pages")).isEqualTo(Value.of(Long.parseLong(facts.get("Pages"))));
        assertThat(text(metadata, "title")).isEqualTo(facts.get("Title"));
        assertThat(text(metadata, "language")).startsWith("sr");
        var pages = repository.read(
                Actor.anonymous(),
                reader -> AssetTexts.pages(
                        reader, Perspective.LIVE, details.asset().key()));
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).contains("истраживаче").doesNotContain("мерењу");
        assertThat(pages.getLast()).contains("мерењу резултата");
    }

    @Test
    void officeDocumentsSayTitleLanguageAndWords() {
        for (var name : List.of("letter.docx", "letter.odt")) {
            var metadata = read(name).metadata().values();
            assertThat(metadata)
                    .as(name)
                    .containsEntry("language", Value.of("en"))
                    .containsEntry("title", Value.of("Letter to members"));
            assertThat(((Value.Whole) metadata.get("words")).number()).as(name).isEqualTo(20);
        }
        assertThat(read("table.xlsx").metadata().values()).containsKey("words");
        var slides = read("slides.pptx");
        assertThat(slides.metadata().values()).containsEntry("pages", Value.of(2));
        var pages = repository.read(
                EDITOR,
                reader -> AssetTexts.pages(
                        reader, Perspective.DRAFT, slides.asset().id()));
        assertThat(pages.getLast()).contains("Savings after one year").doesNotContain("foundry");
    }

    @Test
    void subtitlesAreToldByTheirContentAndLanguage() {
        assertThat(read("captions.vtt").asset().mimeType()).isEqualTo("text/vtt");
        assertThat(read("captions.srt").metadata().values()).containsEntry("language", Value.of("sl"));
    }

    @Test
    void anEditorsCorrectionHoldsAndTheFilesOwnValueStaysBesideIt() {
        var details = read("film.mp4");
        var key = details.asset().key();

        var corrected = describe.change(
                EDITOR,
                key,
                details.asset().revision(),
                Map.of("duration", 2.5, "language", "sl"),
                Map.of("alt", "A test pattern"));

        assertThat(corrected.metadata().values())
                .containsEntry("duration", Value.of(2.5))
                .containsEntry("language", Value.of("sl"));
        assertThat(corrected.metadata().extracted())
                .containsEntry("duration", Value.of(3.0))
                .doesNotContainKey("language");
        assertThat(corrected.metadata().corrected()).containsExactly("duration", "language");
        assertThat(corrected.properties()).containsEntry("alt", Value.of("A test pattern"));

        reading.read(details.asset().id());
        assertThat(describe.details(EDITOR, key).orElseThrow().metadata().values())
                .containsEntry("duration", Value.of(2.5));
        var back = new java.util.HashMap<String, Object>();
        back.put("duration", null);
        assertThat(describe.change(EDITOR, key, null, back, Map.of()).metadata().values())
                .containsEntry("duration", Value.of(3.0));
        assertThat(assets.find(Actor.anonymous(), Perspective.LIVE, key)).isPresent();
    }

    @Test
    void whatIsNoValueOfAFieldIsRefusedWithWhatItShouldBe() {
        var key = assets.upload(EDITOR, upload("drawing.png")).key();

        assertRefused(
                ErrorCode.INVALID_VALUE,
                "a number",
                () -> describe.change(EDITOR, key, null, Map.of("duration", "long"), Map.of()));
        assertRefused(
                ErrorCode.INVALID_VALUE,
                "there are duration",
                () -> describe.change(EDITOR, key, null, Map.of("lenght", 2), Map.of()));
        assertRefused(
                ErrorCode.INVALID_VALUE,
                "a day",
                () -> describe.change(EDITOR, key, null, Map.of(), Map.of("consentExpires", "soon")));
        assertRefused(ErrorCode.STALE_REVISION, "revision", () -> describe.change(EDITOR, key, 1L, Map.of(), Map.of()));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                "may not",
                () -> describe.change(reader(), key, null, Map.of("width", 1), Map.of()));
    }

    private static Actor reader() {
        return new Actor(
                "reader",
                List.of(new eu.nephele.platform.access.Grant(
                        true, java.util.Set.of(eu.nephele.platform.access.Action.READ), null, null, "/")));
    }

    private AssetDetails read(String name) {
        var asset = assets.upload(EDITOR, upload(name));
        reading.read(asset.id());
        var details = describe.details(EDITOR, asset.key()).orElseThrow();
        assertThat(details.metadata().note()).as(name).isNull();
        assertThat(details.metadata().extraction()).as(name).isEqualTo(Extraction.DONE);
        return details;
    }

    private static Upload upload(String name) {
        var content = HostileFiles.sample(name);
        return new Upload(name, "/samples", content.length, () -> new ByteArrayInputStream(content));
    }

    private static String text(Map<String, Value> metadata, String name) {
        assertThat(metadata).containsKey(name);
        return metadata.get(name).asText();
    }

    /** The first fact of each name; all codecs together. */
    private static Map<String, String> facts(String name) {
        try (var file = ReadFilesTest.class.getResourceAsStream("/media/facts/" + name + ".txt")) {
            var facts = new java.util.HashMap<String, String>();
            var line = Pattern.compile("(?m)^([\\w -]+?)\\s*[=:]\\s*(.*)$")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                facts.putIfAbsent(line.group(1), line.group(2));
                if (line.group(1).equals("codec_name")) {
                    facts.merge("codecs", line.group(2), (all, one) -> all + " " + one);
                }
            }
            return facts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertRefused(ErrorCode code, String message, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(PlatformException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(message);
        });
    }
}
