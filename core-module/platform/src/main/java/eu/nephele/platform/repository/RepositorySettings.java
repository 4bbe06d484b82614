package eu.nephele.platform.repository;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the repository keeps its data.
 *
 * @param folder of the segment store and the blob store; null keeps all in memory (for tests)
 * @param maxBlobBytesInline binaries up to this size lie in the segments, larger ones in the blob store
 */
public record RepositorySettings(@Nullable Path folder, int maxBlobBytesInline) {

    public static RepositorySettings in(Path folder) {
        return new RepositorySettings(folder, 16 * 1024);
    }

    public static RepositorySettings inMemory() {
        return new RepositorySettings(null, 16 * 1024);
    }
}
