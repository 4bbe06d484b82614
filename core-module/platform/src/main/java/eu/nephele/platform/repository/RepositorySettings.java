package eu.nephele.platform.repository;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the repository keeps its data.
 *
 * @param folder of the segment store and its binaries, or of what a node with a shared database keeps for itself; null keeps all in
 *     memory (for tests)
 * @param maxBlobBytesInline binaries up to this size lie with the nodes, larger ones in the store of binaries
 * @param postgresql the shared database; null for the segment store
 * @param binaries where larger binaries lie; null for a folder beside the segment store
 */
public record RepositorySettings(
        @Nullable Path folder,
        int maxBlobBytesInline,
        @Nullable PostgresqlSettings postgresql,
        @Nullable BinarySettings binaries) {

    private static final int MAX_INLINE = 16 * 1024;

    public static RepositorySettings in(Path folder) {
        return new RepositorySettings(folder, MAX_INLINE, null, null);
    }

    public static RepositorySettings inMemory() {
        return new RepositorySettings(null, MAX_INLINE, null, null);
    }

    /** @param folder of this node alone; what all nodes must reach lies in the database and the store of binaries */
    public static RepositorySettings shared(Path folder, PostgresqlSettings database, BinarySettings binaries) {
        return new RepositorySettings(folder, MAX_INLINE, database, binaries);
    }

    public RepositorySettings withBinaries(BinarySettings store) {
        return new RepositorySettings(folder, maxBlobBytesInline, postgresql, store);
    }
}
