package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture of its first page that an office file brings is shown for it; of one that brings none, or one that nobody should open, there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficePicturesTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final String IN_OFFICE = "docProps/thumbnail.jpeg";

    private ContentRepository repository;
    private Assets assets;
    private WorkerPool workers;
    private ReadFiles reading;
    private Renditions renditions;
    private DescribeAsset describe;

    @BeforeAll
    void open(@TempDir Path folder) {
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, Clock.systemUTC());
        workers = new WorkerPool(WorkerSettings.in(folder.resolve("worker")));
        reading = new ReadFiles(repository, workers, folder.resolve("work"), Clock.systemUTC());
        renditions = new Renditions(repository, workers, folder.resolve("pictures"), 10_000_000);
        describe = new DescribeAsset(repository, () -> definitions, Clock.systemUTC(), id -> {});
    }

    @AfterAll
    void close() {
        reading.close();
        workers.close();
        repository.close();
    }

    @Test
    void aLetterOfLibreOfficeShowsThePictureItBrings() throws Exception {
        var letter = read("letter.odt", HostileFiles.sample("letter.odt"));

        assertThat(letter.metadata().values()).containsEntry("thumbnail", Value.of(true));
        var picture = picture(letter);
        // It brings one of 180 x 90, dark letters on white.
        assertThat(picture.getWidth()).isEqualTo(100);
        assertThat(picture.getHeight()).isEqualTo(50);
        var bright = IntStream.range(0, 5_000)
                .map(pixel -> new Color(picture.getRGB(pixel % 100, pixel / 100)).getGreen())
                .summaryStatistics();
        assertThat(bright.getMax()).isGreaterThan(250);
        assertThat(bright.getMin()).isLessThan(60);
        assertThat(bright.getAverage()).isBetween(150.0, 250.0);
    }

    @ParameterizedTest
    @CsvSource({
        "letter.docx, docProps/thumbnail.jpeg, jpeg",
        "table.xlsx, docProps/thumbnail.png, png",
        "slides.pptx, docProps/thumbnail.jpeg, jpeg"
    })
    void soDoFilesOfMicrosoftsPrograms(String name, String place, String kind) throws Exception {
        var document = read(name, with(HostileFiles.sample(name), place, red(kind)));

        assertThat(document.metadata().values()).containsEntry("thumbnail", Value.of(true));
        assertThat(document.metadata().note()).isNull();
        var picture = picture(document);
        assertThat(picture.getHeight()).isEqualTo(50);
        var colour = new Color(picture.getRGB(50, 25));
        assertThat(colour.getRed()).isGreaterThan(240);
        assertThat(colour.getGreen()).isLessThan(15);
    }

    @Test
    void ofAFileThatBringsNoneThereIsNoPicture() throws Exception {
        assertNoPicture(read("plain.docx", HostileFiles.sample("letter.docx")));
    }

    @Test
    void whatIsNoPictureOrTooLargeIsNotShown() throws Exception {
        var letter = HostileFiles.sample("letter.docx");
        var drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        assertNoPicture(read("drawing.docx", with(letter, IN_OFFICE, drawing)));
        var bomb = new byte[200 * 1024 * 1024];
        var start = red("png");
        System.arraycopy(start, 0, bomb, 0, start.length);
        assertNoPicture(read("bomb.docx", with(letter, "docProps/thumbnail.png", bomb)));
    }

    private void assertNoPicture(AssetDetails document) {
        assertThat(document.metadata().extraction()).isEqualTo(AssetMetadata.Extraction.DONE);
        assertThat(document.metadata().values()).doesNotContainKey("thumbnail").containsKey("words");
        assertThatThrownBy(() -> picture(document))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("brings no picture of its first page");
    }

    private AssetDetails read(String name, byte[] content) {
        var asset = assets.upload(
                EDITOR, new Upload(name, "/letters", content.length, () -> new ByteArrayInputStream(content)));
        reading.read(asset.id());
        return describe.details(EDITOR, asset.key()).orElseThrow();
    }

    private BufferedImage picture(AssetDetails document) throws IOException {
        var made = renditions
                .of(EDITOR, Perspective.LIVE, document.asset().key(), RenditionSize.parse("w100-png"), false)
                .orElseThrow();
        assertThat(made.madeBy()).isEqualTo("thumbnail");
        return ImageIO.read(made.file().toFile());
    }

    private static byte[] red(String kind) throws IOException {
        var picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 200, 100);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, kind, bytes);
        return bytes.toByteArray();
    }

    /** The document with one more file in it. */
    private static byte[] with(byte[] document, String place, byte[] picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var parts = new ZipInputStream(new ByteArrayInputStream(document));
                var more = new ZipOutputStream(bytes)) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                more.putNextEntry(new ZipEntry(part.getName()));
                parts.transferTo(more);
            }
            more.putNextEntry(new ZipEntry(place));
            more.write(picture);
        }
        return bytes.toByteArray();
    }
}
