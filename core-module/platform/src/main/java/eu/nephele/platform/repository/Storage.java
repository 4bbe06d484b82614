package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;
import org.apache.jackrabbit.core.data.FileDataStore;
import org.apache.jackrabbit.oak.plugins.blob.MarkSweepGarbageCollector;
import org.apache.jackrabbit.oak.plugins.blob.datastore.DataStoreBlobStore;
import org.apache.jackrabbit.oak.plugins.memory.MemoryNodeStore;
import org.apache.jackrabbit.oak.segment.SegmentBlobReferenceRetriever;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.segment.file.FileStore;
import org.apache.jackrabbit.oak.segment.file.FileStoreBuilder;
import org.apache.jackrabbit.oak.segment.file.InvalidFileStoreVersionException;
import org.apache.jackrabbit.oak.spi.state.NodeStore;

/** Where Oak keeps its nodes: in memory, or as TAR files of segments with a folder of larger binaries beside them. */
sealed interface Storage extends AutoCloseable {

    NodeStore nodes();

    void flush() throws IOException;

    /** Frees the disk space of what no current node uses any more, binaries among it when they are older than the age. */
    void compact(Duration binaryAge) throws Exception;

    @Override
    void close();

    static Storage open(RepositorySettings settings) {
        var folder = settings.folder();
        return folder == null
                ? new InMemory(new MemoryNodeStore())
                : OnDisk.open(folder, settings.maxBlobBytesInline());
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
        private static final int MARK_BATCH = 2048;

        static OnDisk open(Path folder, int maxBlobBytesInline) {
            try {
                Files.createDirectories(folder);
                var data = new FileDataStore();
                data.setMinRecordLength(maxBlobBytesInline);
                data.init(folder.resolve("binaries").toString());
                var binaries = new DataStoreBlobStore(data);
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
            var marks = Files.createTempDirectory("binaries");
            try {
                new MarkSweepGarbageCollector(
                                new SegmentBlobReferenceRetriever(files),
                                binaries,
                                Runnable::run,
                                marks.toString(),
                                MARK_BATCH,
                                binaryAge.toMillis(),
                                null)
                        .collectGarbage(false);
            } finally {
                FileUtils.deleteDirectory(marks.toFile());
            }
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
