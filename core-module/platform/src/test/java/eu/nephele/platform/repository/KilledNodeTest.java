package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.live;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Location;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of a shared repository that are killed: the others recover what was acknowledged, and the node starts again at once. */
class KilledNodeTest {

    private static final Duration PROMISED = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<Integer> acknowledged = new ArrayList<>();
    private final PostgresqlSettings database = TestingPostgresql.database();

    @Test
    void theOthersRecoverWhatAKilledNodeAcknowledgedAndGoOnWriting() throws Exception {
        var ended = new AtomicBoolean();
        try (var survivor = open("survivor");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var followed = threads.submit(() -> follow(survivor, ended));
            try {
                for (var kill = 0; kill < 2; kill++) {
                    killAfter(15 + kill * 7);
                    var killed = System.nanoTime();
                    awaitWritable(survivor);

                    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(PROMISED);
                    requireWhole(survivor);
                }
            } finally {
                ended.set(true);
            }
            assertThat(followed.get()).isEqualTo(survivor.lastRevision());
        }
    }

    /** As the index is kept: each change is seen once, in order, and together with it the entry that it tells of. */
    private static long follow(ContentRepository repository, AtomicBoolean ended) throws InterruptedException {
        var position = 0L;
        while (!ended.get() || position < repository.lastRevision()) {
            repository.awaitChangeAfter(position, Duration.ofMillis(50));
            for (var change : repository.changesAfter(position, 100)) {
                assertThat(change.revision()).isEqualTo(position + 1);
                Optional<Location> entry =
                        repository.read(SYSTEM, reader -> reader.locate(change.perspective(), change.id()));
                assertThat(entry).as(change.toString()).isPresent();
                position = change.revision();
            }
        }
        return position;
    }

    @Test
    void aKilledNodeThatIsStartedAgainAtOnceHasAllItAcknowledged() throws Exception {
        killAfter(20);
        var killed = System.nanoTime();
        try (var again = open("writer")) {
            requireWhole(again);
            save(again, draft("champions", "/again"), entry());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(PROMISED);
    }

    private void killAfter(int writes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingWriter.class.getName(),
                        folder.toString(),
                        database.url(),
                        "writer")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            for (var count = 0; count < writes; ) {
                var line = lines.readLine();
                assertThat(line).as("the writer acknowledges").isNotNull();
                // What is logged comes this way too.
                if (line.matches("[0-9]+")) {
                    acknowledged.add(Integer.parseInt(line));
                    count++;
                }
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** While the dead node is not recovered, writing is refused in clear words rather than done on top of what is not seen. */
    private void awaitWritable(ContentRepository survivor) {
        var end = System.nanoTime() + PROMISED.toNanos();
        while (true) {
            try {
                save(survivor, draft("champions", "/survived-" + end), entry());
                return;
            } catch (PlatformException refusal) {
                assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                assertThat(System.nanoTime()).as(refusal.getMessage()).isLessThan(end);
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private void requireWhole(ContentRepository repository) {
        var changes = repository.changesAfter(0, Integer.MAX_VALUE);
        assertThat(changes).extracting(Change::revision).isSorted().doesNotHaveDuplicates();
        assertThat((int) repository.lastRevision()).isEqualTo(changes.size());
        for (var number : acknowledged) {
            var drafted = read(repository, draft("champions", "/entry-" + number));
            assertThat(drafted).isPresent();
            assertThat(drafted.orElseThrow().children()).hasSize(CrashingWriter.CHILDREN);
            assertThat(read(repository, live("champions", "/entry-" + number))).isEqualTo(drafted);
        }
    }

    private ContentRepository open(String node) {
        var repository = ContentRepository.open(TestingPostgresql.shared(database, folder, node));
        repository.register(TestingRepository.workspace("champions"));
        return repository;
    }
}
