package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.media.VirusScanner.Verdict;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Where a virus scanner is asked, readers get a file when it is known to be clean, and never when it is not. */
class ScanFilesTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Actor READER = Actor.anonymous();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MediaSettings SCANNED = new MediaSettings(10_000_000, true, 0, Map.of());

    private final List<ScanFiles.Quarantined> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T05:06:07Z");
    private ContentRepository repository;
    private Assets assets;
    private DescribeAsset describe;

    @BeforeEach
    void open() {
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, SCANNED, () -> now);
        describe = new DescribeAsset(repository, () -> definitions, () -> now, id -> {});
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void aFileIsHeldBackUntilTheScannerHasFoundItClean() throws Exception {
        try (var scanner = TestingScanner.onPort(0)) {
            var scan = scanning(scanner.address());
            var photo = HostileFiles.sample("photo.jpg");
            var asset = assets.upload(EDITOR, upload("photo.jpg", photo));
            assertThat(asset.scan()).isEqualTo(Scan.PENDING);
            assertThat(assets.find(READER, Perspective.LIVE, asset.key())).isEmpty();

            scan.tick();

            assertThat(scanner.sizes()).containsExactly(photo.length);
            assertThat(details(asset).isLive()).isTrue();
            assertThat(details(asset).asset().scan()).isEqualTo(Scan.CLEAN);
            // What readers get does not say where the picture was taken, as without a scan.
            var delivered =
                    assets.read(READER, Perspective.LIVE, asset.key(), (found, content) -> content.readAllBytes());
            assertThat(delivered.orElseThrow()).hasSameSizeAs(photo).isNotEqualTo(photo);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void anInfectedFileStaysInQuarantineWhateverIsTried() throws Exception {
        try (var scanner = TestingScanner.onPort(0)) {
            var scan = scanning(scanner.address());
            var asset = assets.upload(EDITOR, upload("letter.txt", text("a VIRUS in it")));

            scan.tick();

            var details = details(asset);
            assertThat(details.isLive()).isFalse();
            assertThat(details.asset().scan()).isEqualTo(Scan.INFECTED);
            assertThat(details.scanNote()).isEqualTo("Infected: Test.Virus");
            assertThat(told).extracting(ScanFiles.Quarantined::uploader).containsExactly("editor");
            var trash = new TrashAsset(repository, java.time.Clock.systemUTC());
            trash.restore(EDITOR, asset.key());
            trash.trash(EDITOR, asset.key());
            trash.restore(EDITOR, asset.key());
            scan.tick();
            assertThat(details(asset).isLive()).isFalse();
            assertThat(assets.find(READER, Perspective.LIVE, asset.key())).isEmpty();
            assertThat(scanner.sizes()).hasSize(1);
            assertThatThrownBy(() -> assets.read(EDITOR, Perspective.DRAFT, asset.key(), (found, content) -> found))
                    .hasMessageContaining("is in quarantine and given to nobody. Infected: Test.Virus");

            new ReplaceFile(repository, SCANNED, id -> {}, () -> now)
                    .replace(EDITOR, asset.key(), upload("letter.txt", text("nothing in it")));
            scan.tick();
            assertThat(details(asset).isLive()).isTrue();
            assertThat(details(asset).scanNote()).isNull();
        }
    }

    @Test
    void readersKeepTheOldFileUntilItsReplacementIsKnownToBeClean() throws Exception {
        try (var scanner = TestingScanner.onPort(0)) {
            var scan = scanning(scanner.address());
            var asset = assets.upload(EDITOR, upload("a.txt", text("first")));
            scan.tick();
            var replace = new ReplaceFile(repository, SCANNED, id -> {}, () -> now);

            replace.replace(EDITOR, asset.key(), upload("a.txt", text("second")));
            assertThat(delivered(asset)).isEqualTo("first");
            scan.tick();
            assertThat(delivered(asset)).isEqualTo("second");

            replace.replace(EDITOR, asset.key(), upload("a.txt", text("third, with a VIRUS")));
            scan.tick();
            assertThat(delivered(asset)).isEqualTo("second");
            assertThat(details(asset).asset().scan()).isEqualTo(Scan.INFECTED);
        }
    }

    @Test
    void whileTheScannerIsAwayFilesWaitAndAreScannedWhenItIsBack() throws Exception {
        var scanner = TestingScanner.onPort(0);
        var port = scanner.port();
        scanner.close();
        var scan = scanning("tcp://127.0.0.1:" + port);
        var asset = assets.upload(EDITOR, upload("a.txt", text("waits")));

        scan.tick();
        assertThat(details(asset).isLive()).isFalse();
        assertThat(details(asset).asset().scan()).isEqualTo(Scan.PENDING);
        assertThat(details(asset).scanNote()).contains("cannot be reached");

        try (var back = TestingScanner.onPort(port)) {
            scan.tick();
            assertThat(back.sizes()).as("not asked again at once").isEmpty();
            now = now.plusSeconds(10);
            // Another one than before, as after a restart of the server: what waits is stored.
            scanning(back.address()).tick();
            assertThat(details(asset).isLive()).isTrue();
            assertThat(details(asset).scanNote()).isNull();
        }
    }

    @Test
    void aScannerThatHangsUpOrIsSlowOrTakesNoSuchFileHoldsTheFileBack() throws Exception {
        try (var scanner = TestingScanner.onPort(0)) {
            var hung = assets.upload(EDITOR, upload("a.txt", text("HANGUP")));
            scanning(scanner.address()).tick();
            assertThat(details(hung).asset().scan()).isEqualTo(Scan.PENDING);

            new TrashAsset(repository, java.time.Clock.systemUTC()).trash(EDITOR, hung.key());
            new TrashAsset(repository, java.time.Clock.systemUTC()).purge(EDITOR, hung.key());
            var large = assets.upload(EDITOR, upload("large.bin", new byte[3_000_000]));
            var small = assets.upload(EDITOR, upload("small.txt", text("small")));
            scanning(scanner.address()).tick();
            assertThat(details(large).isLive()).isFalse();
            assertThat(details(large).scanNote()).contains("StreamMaxLength");
            assertThat(details(small).isLive()).isTrue();
        }
        try (var silent = new java.net.ServerSocket(0)) {
            var scanner = ClamAv.at("tcp://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200));
            assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void itIsReachedOverASocketOfUnixTooAndOtherAddressesAreRefused(@TempDir Path folder) throws Exception {
        var socket = folder.resolve("clamd.ctl");
        try (var scanner = TestingScanner.at(UnixDomainSocketAddress.of(socket))) {
            var clamAv = ClamAv.at("unix:" + socket, PATIENCE);
            assertThat(clamAv.scan(new ByteArrayInputStream(text("fine")))).isEqualTo(new Verdict.Clean());
            assertThat(clamAv.scan(new ByteArrayInputStream(text("VIRUS"))))
                    .isEqualTo(new Verdict.Infected("Test.Virus"));
            assertThat(scanner.sizes()).containsExactly(4, 5);
        }
        for (var address : List.of("localhost", "tcp://localhost", "http://localhost:3310", "unix:relative")) {
            assertThatThrownBy(() -> ClamAv.at(address, PATIENCE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unix:/run/clamav/clamd.ctl");
        }
    }

    @Test
    void theInstallationsOwnFilesAreNotScannedAndWithoutAScannerThoseThatWaitedAreGiven(@TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve("sample.txt"), "sample");
        assertThat(assets.upload(EDITOR, Upload.of(file, "/samples")).scan()).isEqualTo(Scan.NONE);

        var waits = assets.upload(EDITOR, upload("a.txt", text("waits")));
        new ScanFiles(repository, Optional.empty(), told::add, Lease.ALWAYS, () -> now).tick();
        assertThat(details(waits).isLive()).isTrue();
        assertThat(details(waits).asset().scan()).isEqualTo(Scan.NONE);
    }

    static boolean hasClamd() {
        return System.getenv("PATH")
                .lines()
                .flatMap(path -> List.of(path.split(":")).stream())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "clamd")));
    }

    @Test
    @EnabledIf("hasClamd")
    void clamAvItselfFindsWhatIsInItsDatabase(@TempDir Path folder) throws Exception {
        var evil = text("This text stands for a virus: 0b5c-17ce-93aa-fe21.");
        var database = Files.createDirectory(folder.resolve("database"));
        Files.writeString(
                database.resolve("testing.hdb"),
                "%s:%d:Nephele.Test\n"
                        .formatted(
                                hex(java.security.MessageDigest.getInstance("MD5")
                                        .digest(evil)),
                                evil.length));
        var socket = folder.resolve("clamd.ctl");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                LocalSocket %s
                DatabaseDirectory %s
                TemporaryDirectory %s
                StreamMaxLength 1M
                """.formatted(socket, database, folder));
        var clamd = new ProcessBuilder("clamd", "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        try {
            var end = Instant.now().plusSeconds(60);
            while (!Files.exists(socket) && clamd.isAlive() && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertThat(socket).as(Files.readString(folder.resolve("clamd.log"))).exists();
            var clamAv = ClamAv.at("unix:" + socket, PATIENCE);
            assertThat(clamAv.scan(new ByteArrayInputStream(evil)))
                    .isInstanceOfSatisfying(
                            Verdict.Infected.class,
                            found -> assertThat(found.signature()).startsWith("Nephele.Test"));
            assertThat(clamAv.scan(new ByteArrayInputStream(HostileFiles.sample("photo.jpg"))))
                    .isEqualTo(new Verdict.Clean());
            assertThat(clamAv.scan(new ByteArrayInputStream(new byte[5_000_000])))
                    .isInstanceOf(Verdict.NotScanned.class);
        } finally {
            clamd.destroy();
            clamd.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private ScanFiles scanning(String address) {
        return new ScanFiles(repository, Optional.of(ClamAv.at(address, PATIENCE)), told::add, Lease.ALWAYS, () -> now);
    }

    private AssetDetails details(Asset asset) {
        return describe.details(EDITOR, asset.key()).orElseThrow();
    }

    private String delivered(Asset asset) {
        return assets.read(
                        READER,
                        Perspective.LIVE,
                        asset.key(),
                        (found, content) -> new String(content.readAllBytes(), StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, "/uploads", content.length, () -> new ByteArrayInputStream(content));
    }
}
