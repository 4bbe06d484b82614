package eu.nephele.webapp.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The parts of uploads on the disk. The library writes down how much of a part it has when the part ends; a server that ends before it leaves bytes that no offset
 * tells of, and refuses the upload from then on. Here the offset is written down every few megabytes, and what lies behind it is dropped.
 */
final class StoredParts extends DiskStorageService {

    private static final long BETWEEN_OFFSETS = 8L * 1024 * 1024;

    StoredParts(Path folder) {
        super(folder.toString());
    }

    @Override
    public UploadInfo append(UploadInfo upload, InputStream part) throws IOException, TusException {
        dropUnaccounted(upload);
        var current = upload;
        while (true) {
            var slice = BoundedInputStream.builder()
                    .setInputStream(part)
                    .setMaxCount(BETWEEN_OFFSETS)
                    .setPropagateClose(false)
                    .get();
            var before = current.getOffset();
            current = super.append(current, slice);
            if (current.getOffset() - before < BETWEEN_OFFSETS) {
                return current;
            }
        }
    }

    private void dropUnaccounted(UploadInfo upload) throws IOException {
        var data = getStoragePath().resolve(upload.getId().toString()).resolve("data");
        try (var file = FileChannel.open(data, StandardOpenOption.WRITE)) {
            // Nothing happens to a file that is no longer than this.
            file.truncate(upload.getOffset());
        }
    }
}
