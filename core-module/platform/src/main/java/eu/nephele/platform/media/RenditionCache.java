package eu.nephele.platform.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Files made from others, on disk up to a bound; those unused longest go first. What several ask for at once is made once. */
final class RenditionCache {

    /** Makes the file at the path; answers false when there is nothing to keep. */
    interface Making {
        boolean make(Path target) throws IOException;
    }

    private final Path folder;
    private final long maxBytes;
    private final ConcurrentHashMap<String, CompletableFuture<Optional<Path>>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong(-1);

    RenditionCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    Optional<Path> get(String key, Making making) {
        var file = folder.resolve(key.substring(0, 2)).resolve(key);
        if (Files.exists(file)) {
            touch(file);
            return Optional.of(file);
        }
        var own = new CompletableFuture<Optional<Path>>();
        var other = underWay.putIfAbsent(key, own);
        if (other != null) {
            return await(other);
        }
        try {
            var made = Files.exists(file) ? Optional.of(file) : make(file, making);
            own.complete(made);
            return made;
        } catch (RuntimeException | IOException failure) {
            own.completeExceptionally(failure);
            throw failure instanceof RuntimeException same ? same : new UncheckedIOException((IOException) failure);
        } finally {
            underWay.remove(key);
        }
    }

    private static Optional<Path> await(CompletableFuture<Optional<Path>> other) {
        try {
            return other.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException same ? same : failure;
        }
    }

    private Optional<Path> make(Path file, Making making) throws IOException {
        Files.createDirectories(file.getParent());
        var target = Files.createTempFile(folder, "making", ".tmp");
        try {
            if (!making.make(target)) {
                return Optional.empty();
            }
            Files.move(target, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(target);
        }
        makeRoom(Files.size(file));
        return Optional.of(file);
    }

    private synchronized void makeRoom(long added) throws IOException {
        if (bytes.get() < 0) {
            try (var files = Files.walk(folder)) {
                bytes.set(files.filter(Files::isRegularFile)
                        .mapToLong(RenditionCache::size)
                        .sum());
            }
        } else {
            bytes.addAndGet(added);
        }
        if (bytes.get() <= maxBytes) {
            return;
        }
        // Down to nine tenths, so that this is not done for every file.
        var wanted = maxBytes / 10 * 9;
        try (var files = Files.walk(folder)) {
            var oldest = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(RenditionCache::lastUse))
                    .toList();
            for (var file : oldest) {
                if (bytes.get() <= wanted) {
                    return;
                }
                var size = size(file);
                if (Files.deleteIfExists(file)) {
                    bytes.addAndGet(-size);
                }
            }
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException goneMeanwhile) {
            // Whoever opens it finds out.
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }
}
