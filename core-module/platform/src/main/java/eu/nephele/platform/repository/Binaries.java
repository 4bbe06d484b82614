package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.jackrabbit.core.data.FileDataStore;
import org.apache.jackrabbit.oak.plugins.blob.datastore.DataStoreBlobStore;

/** Opens the store of binaries. */
final class Binaries {

    private Binaries() {}

    static DataStoreBlobStore open(RepositorySettings settings) {
        var chosen = settings.binaries();
        var folder = Objects.requireNonNull(settings.folder());
        return switch (chosen) {
            case null -> new DataStoreBlobStore(inFolder(folder.resolve("binaries"), settings.maxBlobBytesInline()));
            case BinarySettings.Folder(var path) ->
                new DataStoreBlobStore(inFolder(path, settings.maxBlobBytesInline()));
        };
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
}
