package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jackrabbit.oak.plugins.blob.datastore.DataStoreBlobStore;
import org.apache.jackrabbit.oak.plugins.memory.MemoryNodeStore;
import org.apache.jackrabbit.oak.segment.SegmentBlobReferenceRetriever;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.segment.file.FileStore;
import org.apache.jackrabbit.oak.segment.file.FileStoreBuilder;
import org.apache.jackrabbit.oak.segment.file.InvalidFileStoreVersionException;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;

/**
 * Where Oak keeps its nodes: in memory, as TAR files of segments with a folder of larger binaries beside them, or in a database
 * that several nodes share.
 */
sealed interface Storage extends AutoCloseable permits Storage.InMemory, Storage.OnDisk, OnPostgresql {

    NodeStore nodes();

    void flush() throws IOException;

    /** The number of this node among those that share the storage. */
    default int node() {
        return 0;
    }

    /** Refuses where nothing can be written now, for the database is away. */
    default void requireReachable() {}

    /** Waits until this node may write, and sees all that was written. */
    default Turn turn() {
        return Turn.FREE;
    }

    /** Runs, with the states before and after, when saves of another node have become visible; must be quick. */
    default void onForeignSave(BiConsumer<NodeState, NodeState> action) {}

    /** Tells the other nodes at once, as far as they can be reached, what need not last; less than 7,000 bytes. */
    default void announce(String topic, String text) {}

    /** Runs when another node announces something; must be quick. */
    default void onAnnouncement(String topic, Consumer<String> heard) {}

    default Lease lease(String name) {
        return Lease.ALWAYS;
    }

    /** Runs when other nodes have given up this one for dead, after which it cannot write. */
    default void onLost(Runnable action) {}

    /** Frees the disk space of what no current node uses any more, binaries among it when they are older than the age. */
    void compact(Duration binaryAge) throws Exception;

    @Override
    void close();

    static Storage open(RepositorySettings settings) {
        var folder = settings.folder();
        if (folder == null) {
            return new InMemory(new MemoryNodeStore());
        }
        var database = settings.postgresql();
        return database == null
                ? OnDisk.open(folder, settings)
                : OnPostgresql.open(database, folder, Binaries.open(settings));
    }

    /** The right to write, until it is closed. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {

        Turn FREE = () -> {};

        @Override
        void close();
    }

    record InMemory(NodeStore nodes) implements Storage {
        @Override
        public void flush() {}

        @Override
        public void compact(Duration binaryAge) {}

        @Override
        public void close() {}
    }

    record OnDisk(NodeStore nodes, FileStore files, DataStoreBlobStore binaries) implements Storage {

        /**
         * Cache sizes in MB. Saves read the index nodes that they change: with 100,000 entries a segment cache of 64 MB made them
         * three times slower than one of 256 MB, so it grows with the heap.
         */
        private static final int SEGMENT_CACHE =
                (int) Math.clamp(Runtime.getRuntime().maxMemory() / (5 * 1024 * 1024), 32, 512);

        private static final int STRING_CACHE = 16;
        private static final int TEMPLATE_CACHE = 4;

        static OnDisk open(Path folder, RepositorySettings settings) {
            try {
                Files.createDirectories(folder);
                var binaries = Binaries.open(settings);
                var files = FileStoreBuilder.fileStoreBuilder(
                                folder.resolve("segments").toFile())
                        .withBlobStore(binaries)
                        .withSegmentCacheSize(SEGMENT_CACHE)
                        .withStringCacheSize(STRING_CACHE)
                        .withTemplateCacheSize(TEMPLATE_CACHE)
                        .build();
                return new OnDisk(SegmentNodeStoreBuilders.builder(files).build(), files, binaries);
            } catch (IOException | IllegalStateException | InvalidFileStoreVersionException failure) {
                throw unavailable(folder, failure);
            }
        }

        private static PlatformException unavailable(Path folder, Exception failure) {
            return new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The repository in %s cannot be opened: another process may be using it, or the folder cannot be written (%s)"
                            .formatted(folder, failure.getMessage()),
                    failure);
        }

        @Override
        public void flush() throws IOException {
            files.flush();
        }

        @Override
        public void compact(Duration binaryAge) throws Exception {
            if (!files.compactFull()) {
                throw new IOException("the compaction did not come to its end");
            }
            files.cleanup();
            Binaries.sortOut(new SegmentBlobReferenceRetriever(files), binaries, binaryAge);
        }

        @Override
        public void close() {
            files.close();
            try {
                binaries.close();
            } catch (org.apache.jackrabbit.core.data.DataStoreException failure) {
                throw new PlatformException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The binaries could not be closed: " + failure.getMessage(),
                        failure);
            }
        }
    }
}
