package eu.nephele.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Index folders that a disk, a crash or a person has damaged are noticed when they are opened, and built anew. */
class LuceneDamageTest {

    private static final IndexSchema SCHEMA = new IndexSchema("champion-live", Map.of("topic", FieldKind.KEYWORD), 1);

    @TempDir
    Path folder;

    @Test
    void aWholeIndexOpens() {
        fill();

        assertThat(opensComplete()).isTrue();
    }

    @Test
    void aFileWithOtherBytesIsNoticed() throws IOException {
        fill();
        damage(".cfs", bytes -> {
            bytes[bytes.length / 2] ^= 0x55;
            return bytes;
        });

        assertThat(opensComplete()).isFalse();
    }

    @Test
    void aFileThatWasCutOffIsNoticed() throws IOException {
        fill();
        damage(".cfs", bytes -> java.util.Arrays.copyOf(bytes, bytes.length / 3));

        assertThat(opensComplete()).isFalse();
    }

    @Test
    void aFileThatIsGoneIsNoticed() throws IOException {
        fill();
        for (var file : files(".si")) {
            Files.delete(file);
        }

        assertThat(opensComplete()).isFalse();
    }

    @Test
    void aCommitFullOfNonsenseIsNoticed() throws IOException {
        fill();
        damage("segments_", bytes -> "nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(opensComplete()).isFalse();
    }

    @Test
    void aFolderThatDoesNotSayWhichGenerationIsInUseIsBuiltAnew() throws IOException {
        fill();
        damage("in-use", bytes -> new byte[] {(byte) 0xff, 0, 7});

        assertThat(opensComplete()).isFalse();
    }

    @Test
    void aDamagedIndexIsUsableOnceItIsRebuilt() throws IOException {
        fill();
        damage("segments_", bytes -> new byte[0]);
        try (var engine = new LuceneSearchEngine(folder)) {
            engine.open(SCHEMA);
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("b")));
                build.finish(9);
            }
            assertThat(engine.search(
                                    List.of("champion-live"),
                                    SearchRequest.of(new eu.nephele.api.search.Query.All(), 9))
                            .total())
                    .isEqualTo(1);
        }

        assertThat(opensComplete()).isTrue();
    }

    @Test
    void anIndexThatAnotherEngineHasOpenIsUnavailableAndNotDamaged() {
        try (var first = new LuceneSearchEngine(folder);
                var second = new LuceneSearchEngine(folder)) {
            first.open(SCHEMA);

            assertThatThrownBy(() -> second.open(SCHEMA))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SEARCH_UNAVAILABLE))
                    .hasMessageContaining("another process");
        }
    }

    @Test
    void namesThatAreNoFoldersAreRefused() {
        try (var engine = new LuceneSearchEngine(folder)) {
            for (var name : List.of("", "..", "a/b", "../x", "a b")) {
                assertThatThrownBy(() -> engine.open(new IndexSchema(name, Map.of(), 1)))
                        .isInstanceOf(PlatformException.class);
            }
        }
    }

    private void fill() {
        try (var engine = new LuceneSearchEngine(folder)) {
            engine.open(SCHEMA);
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(1);
            }
            engine.apply("champion-live", new IndexBatch(List.of(document("c")), List.of(), 2));
        }
    }

    private boolean opensComplete() {
        try (var engine = new LuceneSearchEngine(folder)) {
            return engine.open(SCHEMA);
        }
    }

    private static IndexDocument document(String id) {
        return new IndexDocument(id, 1, Map.of("topic", List.of("x")));
    }

    private void damage(String namePart, UnaryOperator<byte[]> how) throws IOException {
        var damaged = files(namePart);
        assertThat(damaged).isNotEmpty();
        for (var file : damaged) {
            Files.write(file, how.apply(Files.readAllBytes(file)));
        }
    }

    private List<Path> files(String namePart) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(namePart))
                    .toList();
        }
    }
}
