package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.live;
import static eu.nephele.platform.repository.TestingRepository.read;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at random moments: what it acknowledged is there, and each of its writes is whole or absent. */
class CrashTest {

    private static final int KILLS = 3;
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteSurvivesAKillAndNoneIsHalf() throws Exception {
        var random = new Random(SEED);
        var acknowledged = -1;
        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, killAfter(random.nextInt(1, 60)));
            acknowledged = Math.max(acknowledged, inspect(acknowledged));
        }
    }

    /** Starts the writer, lets it acknowledge some writes, kills it, and answers the last number it acknowledged. */
    private int killAfter(int writes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var last = -1;
        try (var lines = process.inputReader()) {
            for (var count = 0; count < writes; ) {
                var line = lines.readLine();
                assertThat(line).as("the writer acknowledges").isNotNull();
                // What is logged comes this way too.
                if (line.matches("[0-9]+")) {
                    last = Integer.parseInt(line);
                    count++;
                }
            }
            process.destroyForcibly();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return last;
    }

    private int inspect(int acknowledged) {
        try (var repository = ContentRepository.open(RepositorySettings.in(folder))) {
            var changes = repository.changesAfter(0, Integer.MAX_VALUE);
            var written = changes.size() / CrashingWriter.CHANGES_A_WRITE - 1;
            assertThat(written).isGreaterThanOrEqualTo(acknowledged);
            assertThat(changes).hasSize((written + 1) * CrashingWriter.CHANGES_A_WRITE);
            assertThat(changes).extracting(Change::revision).isSorted().doesNotHaveDuplicates();
            for (var number = 0; number <= written; number++) {
                var drafted =
                        read(repository, draft("champions", "/entry-" + number)).orElseThrow();
                var published =
                        read(repository, live("champions", "/entry-" + number)).orElseThrow();
                assertThat(published).isEqualTo(drafted);
                assertThat(drafted.children()).hasSize(CrashingWriter.CHILDREN);
            }
            assertThat(read(repository, draft("champions", "/entry-" + (written + 1))))
                    .isEmpty();
            var versioned = read(repository, draft("champions", "/versioned")).map(ContentNode::id);
            versioned.ifPresent(id -> repository.createVersion(TestingRepository.SYSTEM, id));
            return written;
        }
    }
}
