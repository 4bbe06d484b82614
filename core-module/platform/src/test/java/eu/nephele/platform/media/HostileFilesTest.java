package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file stops the server, reads what lies beside it, calls out, or is lost: each ends as an asset that says what is wrong with it. */
class HostileFilesTest {

    private static final Actor EDITOR = Actor.administrator("editor");

    @Test
    void everyHostileFileEndsAsAnAssetWithANoteOrAsHarmless(@TempDir Path folder) throws IOException {
        var calls = new AtomicInteger();
        var definitions = TestingDefinitions.catalogue();
        var clock = InstantSource.system();
        var settings = new WorkerSettings(
                folder.resolve("worker"), 1, 192, Duration.ofSeconds(8), Duration.ofSeconds(20), "ffmpeg");
        try (var canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var repository = ContentRepository.open(RepositorySettings.inMemory());
                var workers = new WorkerPool(settings);
                var reading = new ReadFiles(repository, workers, folder.resolve("work"), clock)) {
            Thread.ofVirtual().start(() -> count(canary, calls));
            var assets = new Assets(repository, MediaSettings.DEFAULT, clock);
            var describe = new DescribeAsset(repository, () -> definitions, clock, id -> {});
            var notes = new TreeMap<String, String>();

            for (var file : HostileFiles.all("http://127.0.0.1:%d/x".formatted(canary.getLocalPort()))
                    .entrySet()) {
                var content = file.getValue();
                Asset asset;
                try {
                    asset = assets.upload(
                            EDITOR,
                            new Upload(
                                    file.getKey(),
                                    "/hostile",
                                    content.length,
                                    () -> new ByteArrayInputStream(content)));
                } catch (PlatformException refusal) {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    notes.put(file.getKey(), "refused: " + refusal.getMessage());
                    continue;
                }
                reading.read(asset.id());
                var details = describe.details(EDITOR, asset.key()).orElseThrow();
                var pages = repository.read(EDITOR, reader -> AssetTexts.pages(reader, Perspective.DRAFT, asset.id()));

                assertThat(details.metadata().extraction()).as(file.getKey()).isNotEqualTo(Extraction.PENDING);
                assertThat(String.join(" ", pages) + details.metadata())
                        .as(file.getKey())
                        .doesNotContain("never be seen");
                notes.put(file.getKey(), String.valueOf(details.metadata().note()));
            }

            assertThat(calls).hasValue(0);
            for (var bomb : new String[] {"bomb.docx", "bomb.odt", "bomb.pdf", "half-letter.docx", "laughs.svg"}) {
                assertThat(notes.get(bomb)).as(bomb).isNotEqualTo("null");
            }
            assertThat(notes.get("bomb.zip")).contains("archive");
            assertThat(notes.get("huge.png")).contains("65,500 x 65,500");
            assertThat(notes.get("picture-that-is-a-page.png")).contains("text/html");
            assertThat(notes.get("film-that-is-noise.mp4")).contains("not what its name says");
            try (var left = Files.list(folder.resolve("work"))) {
                assertThat(left).isEmpty();
            }
            // And the next file is read as if nothing had been.
            var sample = HostileFiles.sample("film.mp4");
            var asset = assets.upload(
                    EDITOR, new Upload("film.mp4", "/", sample.length, () -> new ByteArrayInputStream(sample)));
            reading.read(asset.id());
            assertThat(describe.details(EDITOR, asset.key())
                            .orElseThrow()
                            .metadata()
                            .values())
                    .containsKey("duration");
        }
    }

    private static void count(ServerSocket canary, AtomicInteger calls) {
        try {
            while (true) {
                canary.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
