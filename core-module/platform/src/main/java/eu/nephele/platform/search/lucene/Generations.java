package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Where the generations of one index lie: a numbered folder each, and a file that names the one in use, replaced atomically.
 * Without a folder they are kept in memory and none outlives the engine.
 */
final class Generations {

    private static final String IN_USE = "in-use";

    private static final double MAX_MERGED_MEGABYTES = 2;
    private static final double MAX_CACHED_MEGABYTES = 8;

    private final @Nullable Path folder;
    private int newest;

    Generations(@Nullable Path folder) throws IOException {
        this.folder = folder;
        if (folder != null) {
            Files.createDirectories(folder);
            newest = numbers().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    /** The generation in use; none in memory, in a new folder, or where the file that names it is damaged. */
    OptionalInt inUse() throws IOException {
        if (folder == null) {
            return OptionalInt.empty();
        }
        try {
            var number = Integer.parseInt(Files.readString(folder.resolve(IN_USE), StandardCharsets.US_ASCII)
                    .strip());
            return Files.isDirectory(folder.resolve("" + number)) ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NoSuchFileException | NumberFormatException | java.nio.charset.CharacterCodingException none) {
            return OptionalInt.empty();
        }
    }

    int next() {
        return ++newest;
    }

    /** Small new segments stay in memory until the next commit: a single publication then writes no files. */
    Directory directory(int generation) throws IOException {
        return folder == null
                ? new ByteBuffersDirectory()
                : new NRTCachingDirectory(
                        FSDirectory.open(folder.resolve("" + generation)), MAX_MERGED_MEGABYTES, MAX_CACHED_MEGABYTES);
    }

    /**
     * Reads all of a generation once, to know that it is whole. By reads, not by the mapping that searches use: what is mapped
     * counts as this process's memory from then on.
     */
    void requireIntact(int generation) throws IOException {
        if (folder == null) {
            return;
        }
        try (var files = new NIOFSDirectory(folder.resolve("" + generation));
                var reader = DirectoryReader.open(files)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        } catch (IndexNotFoundException none) {
            throw new CorruptIndexException("There is no commit", folder.toString(), none);
        }
    }

    void use(int generation) throws IOException {
        if (folder == null) {
            return;
        }
        var written = folder.resolve(IN_USE + ".new");
        Files.writeString(written, "" + generation, StandardCharsets.US_ASCII);
        IOUtils.fsync(written, false);
        Files.move(written, folder.resolve(IN_USE), StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(folder, true);
    }

    void deleteAllBut(int generation) throws IOException {
        delete(number -> number != generation);
    }

    void delete(int generation) throws IOException {
        delete(number -> number == generation);
    }

    void deleteAll() throws IOException {
        if (folder != null) {
            deleteTree(folder);
        }
    }

    private void delete(IntPredicate which) throws IOException {
        if (folder != null) {
            for (int number : numbers()) {
                if (which.test(number)) {
                    deleteTree(folder.resolve("" + number));
                }
            }
        }
    }

    private List<Integer> numbers() throws IOException {
        try (var children = Files.list(java.util.Objects.requireNonNull(folder))) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
