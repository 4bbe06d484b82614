package eu.nephele.webapp.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code server.json} in the data folder, for commands on the same machine: where the running server listens, and a token that lets them
 * in. Readable by the owner alone; there only while the server runs.
 */
record ServerFile(long pid, int port, String token) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFile.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    void write(Path data) throws IOException {
        var file = data.resolve("server.json");
        var temporary = data.resolve("server.json.new");
        Files.deleteIfExists(temporary);
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(temporary, JSON.writeValueAsBytes(this));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve("server.json"));
        } catch (IOException e) {
            LOG.warn("server.json could not be removed from {}: {}", data, e.getMessage());
        }
    }

    /** The server that runs on this data folder; empty when there is none, or it was killed and left its file behind. */
    static Optional<ServerFile> running(Path data) {
        try {
            var server = JSON.readValue(Files.readAllBytes(data.resolve("server.json")), ServerFile.class);
            return Optional.of(server)
                    .filter(found -> ProcessHandle.of(found.pid()).isPresent());
        } catch (IOException | JacksonException missingOrBroken) {
            return Optional.empty();
        }
    }
}
