package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Location;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md says of backup and restore. */
class BackupTest {

    private static final Location HERE = draft("champions", "/kolektor");
    private static final byte[] BYTES = new byte[50_000];

    static {
        new Random(3).nextBytes(BYTES);
    }

    @TempDir
    Path folder;

    @Test
    void aCopyOfTheStoppedFolderIsTheRepository() throws IOException {
        try (var original = ContentRepository.open(RepositorySettings.in(folder.resolve("original")))) {
            fill(original);
        }
        FileUtils.copyDirectory(
                folder.resolve("original").toFile(), folder.resolve("copy").toFile());
        FileUtils.deleteDirectory(folder.resolve("original").toFile());

        try (var restored = ContentRepository.open(RepositorySettings.in(folder.resolve("copy")))) {
            requireAll(restored);
        }
    }

    @Test
    void aDumpThatWasMadeWhileANodeRanAndTheFilesCopiedAfterItAreTheRepository() throws IOException {
        assumeTrue(PostgresqlClient.fits(), "this machine has no pg_dump and pg_restore of versions 14 to 16");
        requireCopied(TestingPostgresql::restoredDumpOf);
    }

    @Test
    void rowsThatWereCopiedAsADumpReadsThemAreTheRepository() throws IOException {
        requireCopied(TestingPostgresql::copyOfRows);
    }

    private void requireCopied(UnaryOperator<PostgresqlSettings> copy) throws IOException {
        var database = TestingPostgresql.database();
        PostgresqlSettings copied;
        try (var original = ContentRepository.open(TestingPostgresql.shared(database, folder, "node"))) {
            fill(original);
            copied = copy.apply(database);
            // After the copy of the database, before that of the files.
            original.write(SYSTEM, writer -> writer.put(draft("champions", "/later"), entry()));
            FileUtils.copyDirectory(
                    folder.resolve("binaries").toFile(),
                    folder.resolve("restored/binaries").toFile());
        }
        FileUtils.deleteDirectory(folder.resolve("binaries").toFile());

        var elsewhere = folder.resolve("restored");
        try (var restored = ContentRepository.open(TestingPostgresql.shared(copied, elsewhere, "node"))) {
            awaitWritable(restored);
            requireAll(restored);
            assertThat(TestingRepository.read(restored, draft("champions", "/later")))
                    .isEmpty();
        }
    }

    private static void fill(ContentRepository repository) {
        repository.register(TestingRepository.workspace("champions"));
        var stored = TestingRepository.save(repository, HERE, entry("title", "Kolektor"));
        repository.write(SYSTEM, writer -> {
            writer.putBinary(HERE, "jcr:data", new ByteArrayInputStream(BYTES));
            return null;
        });
        repository.createVersion(SYSTEM, stored.id());
    }

    private static void requireAll(ContentRepository repository) {
        var stored = TestingRepository.read(repository, HERE).orElseThrow();
        assertThat(stored.text("title")).isEqualTo("Kolektor");
        assertThat(repository.versions(SYSTEM, stored.id())).hasSize(1);
        assertThat(repository.changesAfter(0, 10)).extracting(Change::path).containsExactly("/kolektor");
        repository.read(SYSTEM, reader -> {
            try (var data = reader.binary(HERE, "jcr:data").orElseThrow()) {
                assertThat(data.readAllBytes()).isEqualTo(BYTES);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return null;
        });
    }

    /** The nodes that ran when the copy was made count as dead in it, and are recovered. */
    private static void awaitWritable(ContentRepository repository) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                repository.write(SYSTEM, writer -> writer.put(draft("champions", "/again"), entry()));
                return;
            } catch (PlatformException notYet) {
                assertThat(System.nanoTime()).as(notYet.getMessage()).isLessThan(end);
                LockSupport.parkNanos(200_000_000);
            }
        }
    }
}
