package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were there before anybody asked a virus scanner. */
class OldFilesTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Actor READER = Actor.anonymous();

    private final List<ScanFiles.Quarantined> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T05:06:07Z");
    private boolean hasDuty = true;
    private ContentRepository repository;
    private Assets assets;
    private TestingScanner scanner;

    @BeforeEach
    void open() throws Exception {
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, new MediaSettings(10_000_000, false, 0, Map.of()), () -> now);
        scanner = TestingScanner.onPort(0);
    }

    @AfterEach
    void close() throws Exception {
        scanner.close();
        repository.close();
    }

    @Test
    void readersKeepTheOnesThatAreCleanAndLoseTheOthers(@TempDir Path folder) throws Exception {
        var fine = upload("fine.txt", "fine");
        var ill = upload("ill.txt", "a VIRUS");
        assertThat(isLive(ill)).isTrue();
        var scan = scanning();

        scan.tick();

        assertThat(isLive(fine)).isTrue();
        assertThat(details(fine).asset().scan()).isEqualTo(Scan.CLEAN);
        assertThat(isLive(ill)).isFalse();
        assertThat(details(ill).isLive()).isFalse();
        assertThat(details(ill).scanNote()).isEqualTo("Infected: Test.Virus");
        assertThat(told).extracting(ScanFiles.Quarantined::uploader).containsExactly("editor");
        assertThatThrownBy(() -> assets.read(EDITOR, Perspective.DRAFT, ill.key(), (found, content) -> found))
                .hasMessageContaining("/ill.txt is in quarantine and given to nobody. Infected: Test.Virus");
        try (var workers = new WorkerPool(WorkerSettings.in(folder))) {
            var renditions = new Renditions(repository, workers, folder, 1_000_000);
            var size = RenditionSize.parse("w10");
            assertThatThrownBy(() -> renditions.of(EDITOR, Perspective.DRAFT, ill.key(), size, false))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        }
    }

    @Test
    void whatIsInTheTrashIsScannedAndStaysThere() throws Exception {
        var asset = upload("a.txt", "fine");
        var trash = new TrashAsset(repository, () -> now);
        trash.trash(EDITOR, asset.key());

        scanning().tick();

        assertThat(isLive(asset)).isFalse();
        assertThat(details(asset).asset().scan()).isEqualTo(Scan.CLEAN);
        trash.restore(EDITOR, asset.key());
        assertThat(isLive(asset)).isTrue();
    }

    @Test
    void afterARestartItGoesOnAndNothingIsScannedTwice() throws Exception {
        for (var number = 0; number < 12; number++) {
            upload(number + ".txt", "file " + number);
        }
        var first = scanning();
        first.tick();
        assertThat(scanner.sizes()).as("a few at once").hasSize(5);
        assertThat(first.status()).contains(new ScanFiles.Status(true, 0, 7));

        var second = scanning();
        assertThat(second.status()).as("not known yet").contains(new ScanFiles.Status(true, 0, null));
        for (var tick = 0; tick < 4; tick++) {
            second.tick();
        }
        assertThat(scanner.sizes()).hasSize(12);
        assertThat(second.status()).contains(new ScanFiles.Status(true, 0, 0));
    }

    @Test
    void newFilesAreScannedFirst() throws Exception {
        upload("old.txt", "old");
        var scan = scanning();
        new Assets(repository, new MediaSettings(10_000_000, true, 0, Map.of()), () -> now)
                .upload(EDITOR, file("new.txt", "newer"));

        scan.tick();

        assertThat(scanner.sizes()).containsExactly("newer".length(), "old".length());
    }

    @Test
    void whileTheScannerIsAwayReadersKeepThemAndTheyAreScannedWhenItIsBack() throws Exception {
        var asset = upload("a.txt", "fine");
        var port = scanner.port();
        scanner.close();
        var scan = new ScanFiles(
                repository,
                Optional.of(ClamAv.at("tcp://127.0.0.1:" + port, Duration.ofSeconds(10))),
                told::add,
                Lease.ALWAYS,
                () -> now);

        scan.tick();
        assertThat(scan.status()).contains(new ScanFiles.Status(false, 0, 1));
        assertThat(isLive(asset)).isTrue();
        assertThat(details(asset).scanNote()).isNull();

        scanner = TestingScanner.onPort(port);
        now = now.plusSeconds(10);
        scan.tick();
        assertThat(scan.status()).contains(new ScanFiles.Status(true, 0, 0));
        assertThat(details(asset).asset().scan()).isEqualTo(Scan.CLEAN);
    }

    @Test
    void oneThatTheScannerDoesNotTakeStaysWithReaders() throws Exception {
        var large = upload("large.txt", "x".repeat(3_000_000));
        var small = upload("small.txt", "small");

        scanning().tick();

        assertThat(isLive(large)).isTrue();
        assertThat(details(large).asset().scan()).isEqualTo(Scan.NONE);
        assertThat(details(small).asset().scan()).isEqualTo(Scan.CLEAN);
    }

    @Test
    void theNodeWithTheDutyScansAndWhoGetsItGoesOn() throws Exception {
        upload("a.txt", "fine");
        var scan = scanning();
        hasDuty = false;
        scan.tick();
        assertThat(scanner.sizes()).isEmpty();
        assertThat(scan.status()).contains(new ScanFiles.Status(true, 0, null));

        hasDuty = true;
        scan.tick();
        assertThat(scanner.sizes()).hasSize(1);
    }

    private ScanFiles scanning() throws Exception {
        var clamAv = ClamAv.at(scanner.address(), Duration.ofSeconds(10));
        return new ScanFiles(repository, Optional.of(clamAv), told::add, () -> hasDuty, () -> now);
    }

    private Asset upload(String name, String text) {
        return assets.upload(EDITOR, file(name, text));
    }

    private boolean isLive(Asset asset) {
        return assets.find(READER, Perspective.LIVE, asset.key()).isPresent();
    }

    private AssetDetails details(Asset asset) {
        var definitions = TestingDefinitions.catalogue();
        return new DescribeAsset(repository, () -> definitions, () -> now, id -> {})
                .details(EDITOR, asset.key())
                .orElseThrow();
    }

    private static Upload file(String name, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        return new Upload(name, "/uploads", content.length, () -> new ByteArrayInputStream(content));
    }
}
