package eu.nephele.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    record Note(String text, int count, @Nullable Instant at, List<String> tags) {}

    private static Note note(String text, int count) {
        return new Note(text, count, Instant.EPOCH, List.of("a", "b"));
    }

    @Test
    void whatIsPutIsFoundAfterTheRepositoryWasClosed(@TempDir Path folder) {
        try (var repository = ContentRepository.open(RepositorySettings.in(folder))) {
            new Documents<>(repository, "notes", Note.class).put("ana@x.example", "a/b:c*[d]|.", note("Živi", 1));
        }
        try (var repository = ContentRepository.open(RepositorySettings.in(folder))) {
            var notes = new Documents<>(repository, "notes", Note.class);
            assertThat(notes.find("ana@x.example", "a/b:c*[d]|.")).contains(note("Živi", 1));
            assertThat(notes.find("ana@x.example", "a/b:c")).isEmpty();
            assertThat(new Documents<>(repository, "others", Note.class).all()).isEmpty();
        }
    }

    @Test
    void groupsAreListedAndRemovedByThemselves() {
        try (var repository = ContentRepository.open(RepositorySettings.inMemory())) {
            var notes = new Documents<>(repository, "notes", Note.class);
            notes.put("one", "a", note("a", 1));
            notes.put("one", "b", note("b", 2));
            notes.put("two", "a", note("c", 3));

            assertThat(notes.list("one")).extracting(Note::count).containsExactlyInAnyOrder(1, 2);
            assertThat(notes.all()).hasSize(3);
            notes.removeGroup("one");
            notes.remove("three", "x");
            assertThat(notes.all()).containsExactly(note("c", 3));
        }
    }

    @Test
    void changesOfManyAreNeverLost() {
        try (var repository = ContentRepository.open(RepositorySettings.inMemory());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var notes = new Documents<>(repository, "notes", Note.class);
            var done = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() ->
                            notes.update("g", "n", before -> note("n", before == null ? 1 : before.count() + 1))))
                    .toList();
            done.forEach(future -> assertThat(future).succeedsWithin(java.time.Duration.ofSeconds(30)));

            assertThat(notes.find("g", "n")).map(Note::count).contains(50);
            assertThat(notes.update("g", "n", before -> null)).isEmpty();
            assertThat(notes.find("g", "n")).isEmpty();
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        try (var repository = ContentRepository.open(RepositorySettings.inMemory())) {
            var notes = new Documents<>(repository, "notes", Note.class);

            assertThatThrownBy(() -> notes.put("g", "n", note("x".repeat(Documents.LARGEST), 1)))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("at most");
            assertThatThrownBy(() -> notes.put("g".repeat(241), "n", note("x", 1)))
                    .isInstanceOf(PlatformException.class);
        }
    }
}
