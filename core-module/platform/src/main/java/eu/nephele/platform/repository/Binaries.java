package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.commons.io.FileUtils;
import org.apache.jackrabbit.core.data.FileDataStore;
import org.apache.jackrabbit.oak.plugins.blob.BlobReferenceRetriever;
import org.apache.jackrabbit.oak.plugins.blob.MarkSweepGarbageCollector;
import org.apache.jackrabbit.oak.plugins.blob.datastore.DataStoreBlobStore;

/** Opens the store of binaries, and sorts them out. */
final class Binaries {

    private static final int MARK_BATCH = 2048;
    private static final String NOTHING_MARKED = "Marked references not available";

    private Binaries() {}

    static DataStoreBlobStore open(RepositorySettings settings) {
        var chosen = settings.binaries();
        var folder = Objects.requireNonNull(settings.folder());
        return switch (chosen) {
            case null -> new DataStoreBlobStore(inFolder(folder.resolve("binaries"), settings.maxBlobBytesInline()));
            case BinarySettings.Folder(var path) ->
                new DataStoreBlobStore(inFolder(path, settings.maxBlobBytesInline()));
            case BinarySettings.S3 s3 -> new DataStoreBlobStore(inBucket(s3, settings.maxBlobBytesInline()));
        };
    }

    private static S3DataStore inBucket(BinarySettings.S3 settings, int maxBytesInline) {
        var data = new S3DataStore(new S3Bucket(settings), maxBytesInline);
        try {
            data.init("");
            return data;
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    private static FileDataStore inFolder(Path folder, int maxBytesInline) {
        try {
            var data = new ForcedFileDataStore();
            data.setMinRecordLength(maxBytesInline);
            data.init(folder.toString());
            return data;
        } catch (RuntimeException failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The folder of binaries %s cannot be used: %s".formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    /** Deletes binaries that nothing refers to and that are older than the age; interrupted, the next time does the rest. */
    static void sortOut(BlobReferenceRetriever references, DataStoreBlobStore binaries, Duration age) throws Exception {
        var marks = Files.createTempDirectory("binaries");
        try {
            new MarkSweepGarbageCollector(
                            references, binaries, Runnable::run, marks.toString(), MARK_BATCH, age.toMillis(), null)
                    .collectGarbage(false);
        } catch (IOException failure) {
            // Oak's guard against a mark phase that saw nothing: where nothing is referred to, nothing is deleted.
            if (!NOTHING_MARKED.equals(failure.getMessage())) {
                throw failure;
            }
        } finally {
            FileUtils.deleteDirectory(marks.toFile());
        }
    }
}
