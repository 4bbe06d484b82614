package eu.nephele.webapp.app;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A data folder that belongs to this process until it is closed, or the process ends. Without this the repository would wait silently until
 * the other process is gone.
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

    /** @throws PlatformException STORE_UNAVAILABLE when another process has it, or it cannot be written */
    static DataFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = FileChannel.open(
                    folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(file)) {
                return new DataFolder(folder, file);
            }
            file.close();
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The data folder %s belongs to another process of Nephele that is running: stop that one, or choose another folder with --data"
                            .formatted(folder));
        } catch (IOException e) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The data folder %s cannot be written: %s".formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path repository() {
        return path.resolve("repository");
    }

    /** Worker programs, files being worked on, pictures made from others: all of it can be made again. */
    Path media() {
        return path.toAbsolutePath().resolve("media");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE, "The data folder %s could not be released".formatted(path), e);
        }
    }
}
