package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jackrabbit.oak.plugins.memory.MemoryNodeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    private static final Location HERE = draft("champions", "/kolektor");

    @TempDir
    Path folder;

    @Test
    void everythingIsThereAfterARestartAndRevisionsGoOnRising() {
        ContentNode stored;
        try (var first = open()) {
            stored = save(first, HERE, entry("title", "Kolektor"));
            save(first, HERE.in(Perspective.LIVE), stored);
            first.createVersion(SYSTEM, stored.id());
        }
        try (var second = open()) {
            assertThat(read(second, HERE)).contains(stored);
            assertThat(second.lastRevision()).isEqualTo(2);
            assertThat(second.changesAfter(0, 10)).hasSize(2);
            assertThat(second.versions(SYSTEM, stored.id())).hasSize(1);
            save(second, HERE, entry("title", "new"));
            assertThat(second.changesAfter(2, 10)).extracting(Change::revision).containsExactly(3L);
        }
    }

    @Test
    void aFolderThatIsInUseIsRefusedWithOneSentence() {
        try (var first = open()) {
            assertThatThrownBy(this::open).isInstanceOfSatisfying(PlatformException.class, failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                assertThat(failure).hasMessageContaining(folder.toString()).hasMessageContaining("another process");
            });
            save(first, HERE, entry());
        }
    }

    @Test
    void aClosedRepositoryRefusesWritesAndMayBeClosedAgain() {
        var repository = open();
        repository.close();
        repository.close();

        assertThatThrownBy(() -> save(repository, HERE, entry()))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ContentRepository.open(RepositorySettings.in(file)))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void aThousandWritesBySixteenThreadsAreAllKeptAndShareFlushes() throws Exception {
        try (var repository = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            repository.register(TestingRepository.spreadWorkspace("champions"));
            var before = repository.flushes();
            List<Callable<Void>> writers = IntStream.range(0, 16)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (var number = thread; number < 1000; number += 16) {
                            var location = draft("champions", "/entry-" + number);
                            save(repository, location, entry("number", "" + number));
                            assertThat(read(repository, location)).isPresent();
                        }
                        return null;
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }

            assertThat(repository.flushes() - before).isPositive().isLessThan(1000);
            assertThat(repository.lastRevision()).isEqualTo(1000);
            var changes = repository.changesAfter(0, 2000);
            assertThat(changes).hasSize(1000);
            assertThat(new HashSet<>(changes.stream().map(Change::path).toList()))
                    .hasSize(1000);
        }
        try (var again = open()) {
            assertThat(again.changesAfter(0, 2000)).hasSize(1000);
        }
    }

    @Test
    void writersOfOneEntryDoNotLoseUpdates() throws Exception {
        try (var repository = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            save(repository, HERE, counting(0));
            List<Callable<Void>> writers = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        for (var number = 0; number < 10; number++) {
                            repository.write(SYSTEM, writer -> {
                                var count = writer.node(HERE, 0).orElseThrow().value("count");
                                return writer.put(HERE, counting(((Value.Whole) count).number() + 1));
                            });
                        }
                        return null;
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }

            assertThat(read(repository, HERE).orElseThrow().value("count")).isEqualTo(Value.of(80L));
        }
    }

    @Test
    void whatIsNotOnDiskIsNotShownAndAFailedFlushStopsAllWriting() {
        var working = new AtomicInteger(1);
        var head = new DurableHead(new MemoryNodeStore()::getRoot, () -> {
            if (working.get() == 0) {
                throw new IOException("No space left on device");
            }
        });
        var shown = head.root();
        working.set(0);
        head.saved();

        assertThatThrownBy(() -> head.await(head.saves())).isInstanceOfSatisfying(PlatformException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            assertThat(failure).hasMessageContaining("No space left on device");
        });
        assertThat(head.root()).isSameAs(shown);
        working.set(1);
        assertThatThrownBy(head::requireSound).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> head.await(head.saves())).isInstanceOf(PlatformException.class);
    }

    @Test
    void aFollowerIsWokenByAChangeAndByTheEndOfItsTime() throws Exception {
        try (var repository = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(repository.awaitChangeAfter(0, Duration.ofMillis(1))).isFalse();
            var waiting = threads.submit(() -> repository.awaitChangeAfter(0, Duration.ofMinutes(1)));
            save(repository, HERE, entry());
            assertThat(waiting.get()).isTrue();
            assertThat(repository.awaitChangeAfter(0, Duration.ZERO)).isTrue();
        }
    }

    @Test
    void compactionKeepsAllContentAndFreesWhatIsUnused() throws IOException {
        var bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        long before;
        try (var repository = open()) {
            for (var round = 0; round < 50; round++) {
                var text = ("" + round).repeat(100_000);
                save(repository, HERE, entry("text", text));
            }
            repository.write(SYSTEM, writer -> {
                writer.putBinary(HERE, "jcr:data", new ByteArrayInputStream(bytes));
                return null;
            });
            before = size(folder);
            for (var generation = 0; generation < 3; generation++) {
                repository.compact();
                save(repository, HERE, entry("text", "after " + generation));
            }

            assertThat(read(repository, HERE).orElseThrow().text("text")).isEqualTo("after 2");
        }
        assertThat(size(folder)).isLessThan(before / 2);
        try (var again = open()) {
            var binary = again.read(SYSTEM, reader -> reader.binary(HERE, "jcr:data"))
                    .orElseThrow();
            try (binary) {
                assertThat(binary.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(again.changesAfter(0, 100)).hasSize(53);
        }
    }

    private ContentRepository open() {
        var repository = ContentRepository.open(RepositorySettings.in(folder));
        repository.register(TestingRepository.workspace("champions"));
        return repository;
    }

    private static ContentNode counting(long count) {
        return ContentNode.unstored("", "mgnl:content", Map.of("count", Value.of(count)), List.of());
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
