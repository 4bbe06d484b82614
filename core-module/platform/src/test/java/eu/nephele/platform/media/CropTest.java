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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of a picture that editors let be shown of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CropTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final String LOWER_RIGHT = "0.5,0.5,0.5,0.5";

    private ContentRepository repository;
    private Assets assets;
    private DescribeAsset describe;
    private WorkerPool workers;
    private Renditions renditions;

    @BeforeAll
    void open(@TempDir Path folder) {
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, Clock.systemUTC());
        describe = new DescribeAsset(repository, () -> definitions, Clock.systemUTC(), _ -> {});
        workers = new WorkerPool(WorkerSettings.in(folder.resolve("worker")));
        renditions = new Renditions(repository, workers, folder.resolve("pictures"), 50_000_000);
    }

    @AfterAll
    void close() {
        workers.close();
        repository.close();
    }

    @Test
    void picturesShowThePartAndAreMadeAnewWhenItChanges() throws Exception {
        var key = upload("quarters.png", quarters("png", 400, 200));
        var whole = picture(key, "w400-png");
        assertThat(size(whole)).isEqualTo("400x200");

        crop(key, LOWER_RIGHT);
        var part = picture(key, "w400-png");

        // No larger than it is: 200 of 400 pixels are shown.
        assertThat(size(part)).isEqualTo("200x100");
        assertColour(part, 5, 5, Color.YELLOW);
        assertColour(part, 195, 95, Color.YELLOW);
        assertThat(part.tag()).isNotEqualTo(whole.tag());
        crop(key, "0.25,0,0.5,0.5");
        var other = picture(key, "w400-png");
        assertThat(other.tag()).isNotIn(part.tag(), whole.tag());
        assertColour(other, 5, 50, Color.RED);
        assertColour(other, 195, 50, Color.GREEN);
        crop(key, null);
        assertThat(picture(key, "w400-png").tag()).isEqualTo(whole.tag());
        assertThat(details(key).properties()).doesNotContainKey("crop");
    }

    @Test
    void theFileItselfStaysAsItWasUploaded() throws Exception {
        var content = quarters("png", 400, 200);
        var key = upload("untouched.png", content);
        crop(key, LOWER_RIGHT);

        for (var perspective : Perspective.values()) {
            assertThat(assets.read(EDITOR, perspective, key, (_, stream) -> stream.readAllBytes()))
                    .hasValue(content);
        }
        assertThat(details(key).asset().width()).isEqualTo(400);
        assertThat(details(key).asset().crop()).isEqualTo(LOWER_RIGHT);
    }

    @Test
    void theFocalPointIsWithinThePart() throws Exception {
        var key = upload("focus.png", quarters("png", 400, 200));
        crop(key, "0.25,0,0.5,1");

        // Of 200 x 200 a third is shown: the middle of the part, then what is left of the point, as far as the part
        // goes.
        assertColour(picture(key, "w60-h180-cover-png"), 2, 10, Color.RED);
        assertColour(picture(key, "w60-h180-cover-png"), 57, 10, Color.GREEN);
        describe.change(EDITOR, key, null, Map.of(), Map.of("focalPoint", "0.7,0.5"));
        var right = picture(key, "w60-h180-cover-png");
        assertColour(right, 2, 10, Color.GREEN);
        assertColour(right, 57, 170, Color.YELLOW);
        var beyond = picture(key, "w60-h180-cover-f0,0.5-png");
        assertColour(beyond, 2, 10, Color.RED);
        assertColour(beyond, 57, 10, Color.RED);
    }

    @Test
    void aSizeCanAskForAnotherPartThanTheOneThatEditorsSet() throws Exception {
        var key = upload("asked.png", quarters("png", 400, 200));
        crop(key, LOWER_RIGHT);

        assertThat(size(picture(key, "w400-c0,0,1,1-png"))).isEqualTo("400x200");
        assertColour(picture(key, "w80-h80-cover-c0,0,0.5,0.5-png"), 40, 40, Color.RED);
        assertThatThrownBy(() -> RenditionSize.parse("w400-c0.6,0,0.5,1")).hasMessageContaining("is no size");
    }

    /** The photograph is stored as 400 x 300 and seen as 300 x 400, having been turned by a quarter. */
    @Test
    void thePartIsOneOfThePictureAsItIsSeen() throws Exception {
        var key = upload("photo.jpg", HostileFiles.sample("photo.jpg"));
        var whole = ImageIO.read(picture(key, "w300-png").file().toFile());
        assertThat(whole.getWidth() + "x" + whole.getHeight()).isEqualTo("300x400");

        crop(key, "0.5,0.1,0.4,0.25");
        var part = ImageIO.read(picture(key, "w300-png").file().toFile());

        assertThat(part.getWidth() + "x" + part.getHeight()).isEqualTo("120x100");
        for (var x = 0; x < 120; x += 7) {
            for (var y = 0; y < 100; y += 7) {
                assertThat(part.getRGB(x, y)).isEqualTo(whole.getRGB(x + 150, y + 40));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "webp"})
    void picturesOfEachFormatAreCut(String format) throws Exception {
        var made = upload("made-" + format + ".png", quarters("png", 400, 200));
        var content = format.equals("webp")
                ? Files.readAllBytes(picture(made, "w400-webp-q100").file())
                : quarters(format, 400, 200);
        var key = upload("cut." + format, content);
        crop(key, "0.5,0,0.5,0.5");

        var part = picture(key, "w100-png");

        assertThat(size(part)).isEqualTo("100x50");
        assertColour(part, 5, 5, Color.GREEN);
        assertColour(part, 94, 44, Color.GREEN);
    }

    /** Of a picture that is thinned while it is read, a part is read with more of its pixels. */
    @Test
    void aPartOfALargePictureIsAsSharpAsItsPixelsAllow() throws Exception {
        var stripes = new BufferedImage(6000, 4000, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 6000; x += 2) {
            for (var y = 0; y < 4000; y++) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        var key = upload("stripes.png", bytes(stripes, "png"));
        crop(key, "0.1,0.1,0.1,0.1");

        var part = ImageIO.read(picture(key, "w600-png").file().toFile());

        assertThat(part.getWidth() + "x" + part.getHeight()).isEqualTo("600x400");
        assertThat(part.getRGB(300, 200) & 0xff).isEqualTo(255);
        assertThat(part.getRGB(301, 200) & 0xff).isZero();
    }

    @Test
    void everyFrameOfAMovingPictureIsCut() throws Exception {
        var key = upload("moving.gif", HostileFiles.sample("moving.gif"));
        var whole = frames(picture(key, "w2000"));
        var last = ImageIO.read(picture(key, "w2000-c0,0,1,1").file().toFile());
        crop(key, "0.5,0,0.5,1");

        var part = picture(key, "w2000");

        assertThat(frames(part)).isEqualTo(whole);
        assertThat(size(part)).isEqualTo((last.getWidth() - Math.round(last.getWidth() / 2f)) + "x" + last.getHeight());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5,0,0.6,1",
                "0,0.2,1,0.9",
                "0,0,0.005,1",
                "0,0,1",
                "0,0,1,1,1",
                "-0.1,0,1,1",
                "a,b,c,d",
                "0, 0, 1, 1"
            })
    void whatIsNoPartOfThePictureIsRefusedWithTheCure(String crop) {
        var key = upload("refused.png", quarters("png", 40, 20));
        assertThatThrownBy(() -> crop(key, crop))
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "crop must be four numbers from 0 to 1, left, top, width and height of a part within the picture, at least 0.01 wide and high:"
                                + " 0.1,0.2,0.5,0.6, not `" + crop + "`");
        assertThat(details(key).properties()).doesNotContainKey("crop");
    }

    @Test
    void partsThatEndAtTheEdgeAreTaken() throws Exception {
        var key = upload("edges.png", quarters("png", 40, 20));
        for (var crop : new String[] {"0,0,1,1", "0.7,0.1,0.3,0.9", "0.333,0.667,0.667,0.333", "0.000001,0,0.5,1"}) {
            crop(key, crop);
            assertThat(details(key).properties()).containsEntry("crop", Value.of(crop));
            assertThat(size(picture(key, "w40-png"))).isNotEmpty();
        }
    }

    @Test
    void vectorPicturesAndDocumentsAreNotCut() {
        var svg = upload(
                "logo.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><rect width=\"4\" height=\"4\"/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> crop(svg, LOWER_RIGHT))
                .hasMessage(
                        "crop can be set for photographs and other pictures of pixels only; logo.svg is image/svg+xml");
        crop(svg, null);
        var pdf = upload("strategy.pdf", HostileFiles.sample("strategy.pdf"));
        assertThatThrownBy(() -> crop(pdf, LOWER_RIGHT)).hasMessageContaining("strategy.pdf is application/pdf");
    }

    private String upload(String name, byte[] content) {
        return assets.upload(
                        EDITOR, new Upload(name, "/crops", content.length, () -> new ByteArrayInputStream(content)))
                .key();
    }

    private void crop(String key, String crop) {
        describe.change(EDITOR, key, null, Map.of(), Collections.singletonMap("crop", crop));
    }

    private AssetDetails details(String key) {
        return describe.details(EDITOR, key).orElseThrow();
    }

    private Rendition picture(String key, String size) {
        return renditions
                .of(Actor.anonymous(), key, RenditionSize.parse(size), false)
                .orElseThrow();
    }

    /** Red and green, below them blue and yellow. */
    private static byte[] quarters(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (var at = 0; at < 4; at++) {
            graphics.setColor(colours[at]);
            graphics.fillRect(at % 2 * width / 2, at / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return bytes(picture, format);
    }

    private static byte[] bytes(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static int frames(Rendition moving) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(moving.file().toFile()));
        var frames = reader.getNumImages(true);
        for (var frame = 1; frame < frames; frame++) {
            assertThat(reader.getWidth(frame)).isEqualTo(reader.getWidth(0));
        }
        return frames;
    }

    private static String size(Rendition picture) throws IOException {
        var read = ImageIO.read(picture.file().toFile());
        return read.getWidth() + "x" + read.getHeight();
    }

    private static void assertColour(Rendition picture, int x, int y, Color expected) throws IOException {
        var colour = new Color(ImageIO.read(picture.file().toFile()).getRGB(x, y));
        assertThat(Math.abs(colour.getRed() - expected.getRed())
                        + Math.abs(colour.getGreen() - expected.getGreen())
                        + Math.abs(colour.getBlue() - expected.getBlue()))
                .as("%s at %d, %d, expected %s", colour, x, y, expected)
                .isLessThan(60);
    }
}
