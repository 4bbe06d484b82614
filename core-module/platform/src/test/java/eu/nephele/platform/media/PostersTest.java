package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes the picture of a film: FFmpeg, else JCodec, else nobody. */
class PostersTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final String MISSING = "/nowhere/ffmpeg";

    @TempDir
    private Path folder;

    private final ContentRepository repository = ContentRepository.open(RepositorySettings.inMemory());

    @AfterEach
    void close() {
        repository.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5})
    void withoutFfmpegJavaReadsH264(double at) throws Exception {
        var poster = poster(MISSING, "film.mp4", at);

        assertThat(poster.madeBy()).isEqualTo("jcodec");
        var picture = ImageIO.read(poster.file().toFile());
        assertThat(picture.getWidth()).isEqualTo(160);
        assertThat(picture.getHeight()).isEqualTo(90);
    }

    @Test
    void anFfmpegThatFailsIsAsNone() throws Exception {
        assertThat(poster("false", "film.mp4", 0).madeBy()).isEqualTo("jcodec");
    }

    @Test
    void aFilmThatJavaDoesNotReadHasANeutralPoster() throws Exception {
        var poster = poster(MISSING, "film.webm", 0);

        assertThat(poster.madeBy()).isEqualTo("neutral");
        assertThat(poster.mimeType()).isEqualTo("image/svg+xml");
        assertThat(Files.readString(poster.file())).startsWith("<svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "film.webm"})
    @EnabledIf("hasFfmpeg")
    void ffmpegComesFirstAndReadsTheOthersToo(String film) throws Exception {
        assertThat(poster("ffmpeg", film, 0).madeBy()).isEqualTo("ffmpeg");
    }

    static boolean hasFfmpeg() {
        return FreshFilesTest.hasTools();
    }

    private Rendition poster(String ffmpeg, String film, double at) throws Exception {
        var assets = new Assets(repository, MediaSettings.DEFAULT, Clock.systemUTC());
        var content = HostileFiles.sample(film);
        var asset = assets.upload(
                EDITOR, new Upload(film, "/films", content.length, () -> new ByteArrayInputStream(content)));
        var settings = new WorkerSettings(
                folder.resolve("worker"), 1, 384, Duration.ofSeconds(60), Duration.ofSeconds(20), ffmpeg);
        try (var workers = new WorkerPool(settings)) {
            return new Renditions(repository, workers, folder.resolve("pictures"), 10_000_000)
                    .of(EDITOR, Perspective.LIVE, asset.key(), RenditionSize.parse("w160-h90-png-t" + at), false)
                    .orElseThrow();
        }
    }
}
