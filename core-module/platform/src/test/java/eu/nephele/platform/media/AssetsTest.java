package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private ContentRepository repository;
    private Assets assets;

    @BeforeEach
    void open() {
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, new MediaSettings(1_000_000), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void anUploadedPictureIsLiveAtOnceWithItsSizeAndType() throws IOException {
        var asset = assets.upload(EDITOR, upload("map.png", picture(40, 30)));

        assertThat(assets.find(Actor.anonymous(), Perspective.LIVE, asset.key()))
                .hasValueSatisfying(found -> {
                    assertThat(found.id()).isEqualTo(asset.id());
                    assertThat(found.mimeType()).isEqualTo("image/png");
                    assertThat(found.width()).isEqualTo(40);
                    assertThat(found.height()).isEqualTo(30);
                    assertThat(found.path()).isEqualTo("/logos/map.png");
                    assertThat(found.lastModified()).isEqualTo(NOW);
                });
        assertThat(assets.find(EDITOR, Perspective.DRAFT, asset.id())).isPresent();
    }

    @Test
    void theContentIsReadBackAsItWas() throws IOException {
        var content = picture(8, 8);
        var asset = assets.upload(EDITOR, upload("map.png", content));

        var read =
                assets.read(Actor.anonymous(), Perspective.LIVE, asset.key(), (found, stream) -> stream.readAllBytes());

        assertThat(read).hasValue(content);
    }

    @Test
    void theTypeIsThatOfTheContentWhateverTheNameSays() {
        var html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        assertThat(assets.upload(EDITOR, upload("innocent.png", html)).mimeType())
                .isEqualTo("text/html");
    }

    @Test
    void aSecondFileOfTheSameNameGetsANameOfItsOwn() {
        var content = "text".getBytes(StandardCharsets.UTF_8);
        assets.upload(EDITOR, upload("a.txt", content));

        assertThat(assets.upload(EDITOR, upload("a.txt", content)).path()).isEqualTo("/logos/a-2.txt");
    }

    @Test
    void hostileNamesBecomeHarmlessOnes() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("..\\..\\boot.ini")).isEqualTo("boot.ini");
        assertThat(FileNames.clean("a\r\nSet-Cookie: x=1\u0000.png")).isEqualTo("aSet-Cookie- x-1.png");
        assertThat(FileNames.clean("gpj.\u202Eexe")).isEqualTo("gpj.exe");
        assertThat(FileNames.clean(".. ..")).isEqualTo("file");
        assertThat(FileNames.clean("")).isEqualTo("file");
        assertThat(FileNames.clean("Žürich – Плавање.jpg")).isEqualTo("Žürich – Плавање.jpg");
        assertThat(FileNames.clean("x".repeat(500) + ".png")).hasSize(120).endsWith(".png");
    }

    @Test
    void aFileAtTheLimitIsKeptAndALargerOneIsRefused() {
        assertThat(assets.upload(EDITOR, upload("a.bin", new byte[1_000_000])).size())
                .isEqualTo(1_000_000);
        assertRefused(ErrorCode.TOO_LARGE, () -> assets.upload(EDITOR, upload("b.bin", new byte[1_000_001])));
    }

    @Test
    void anEmptyFileAndAFolderThatIsNoPathAreRefused() {
        assertRefused(ErrorCode.INVALID_VALUE, () -> assets.upload(EDITOR, upload("a.txt", new byte[0])));
        for (var folder : new String[] {"logos", "/../x", "/a//b", "/a/../b", "/jcr:content", ""}) {
            var bytes = new byte[] {1};
            assertRefused(
                    ErrorCode.INVALID_VALUE,
                    () -> assets.upload(EDITOR, new Upload("a", folder, 1, () -> new ByteArrayInputStream(bytes))));
        }
    }

    @Test
    void whoMayNotWriteCannotUpload() {
        assertRefused(
                ErrorCode.ACCESS_DENIED, () -> assets.upload(Actor.anonymous(), upload("a.txt", new byte[] {'a'})));
    }

    @Test
    void anUploadIsInTheChangeLogForBothPerspectives() {
        var asset = assets.upload(EDITOR, upload("a.txt", new byte[] {'a'}));

        assertThat(repository.changesAfter(0, 10))
                .filteredOn(change -> change.id().equals(asset.id()))
                .extracting(Change::perspective)
                .containsExactly(Perspective.DRAFT, Perspective.LIVE);
    }

    @Test
    void whatIsNoAssetIsNotFound() {
        assertThat(assets.find(EDITOR, Perspective.LIVE, "jcr:00000000-0000-4000-8000-000000000000"))
                .isEmpty();
        assertThat(assets.find(EDITOR, Perspective.LIVE, "nonsense")).isEmpty();
    }

    @Test
    void aBrokenPictureIsKeptWithoutASize() {
        var broken = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

        var asset = assets.upload(EDITOR, upload("broken.png", broken));

        assertThat(asset.mimeType()).isEqualTo("image/png");
        assertThat(asset.width()).isNull();
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, "/logos", content.length, () -> new ByteArrayInputStream(content));
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static void assertRefused(ErrorCode code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
