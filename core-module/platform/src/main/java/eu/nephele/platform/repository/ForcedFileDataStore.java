package eu.nephele.platform.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jackrabbit.core.data.DataRecord;
import org.apache.jackrabbit.core.data.DataStoreException;
import org.apache.jackrabbit.core.data.FileDataStore;

/**
 * A folder of binaries named by their SHA-256 hash. Jackrabbit's store leaves them to the cache of the operating system; here they are forced to
 * disk, with the folders that name them, before anything can refer to them: else a loss of power might keep the reference and lose the bytes.
 */
final class ForcedFileDataStore extends FileDataStore {

    private static final int LEVELS_OF_FOLDERS = 3;

    @Override
    public DataRecord addRecord(InputStream stream) throws DataStoreException {
        var record = super.addRecord(stream);
        var name = record.getIdentifier().toString();
        var file = Path.of(getPath(), name.substring(0, 2), name.substring(2, 4), name.substring(4, 6), name);
        try {
            force(file, StandardOpenOption.WRITE);
            var folder = file.getParent();
            for (var level = 0; level <= LEVELS_OF_FOLDERS; level++, folder = folder.getParent()) {
                force(folder, StandardOpenOption.READ);
            }
        } catch (IOException failure) {
            throw new DataStoreException("The binary " + name + " could not be forced to disk", failure);
        }
        return record;
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
