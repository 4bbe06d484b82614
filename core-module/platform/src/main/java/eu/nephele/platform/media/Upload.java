package eu.nephele.platform.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be kept. Its content is opened more than once: to find its type, and to store it.
 *
 * @param fileName as the client says, cleaned when stored
 * @param folder in the workspace {@code dam}, such as {@code /samples}
 * @param size in bytes
 * @param isOwn whether it comes with the installation, in its light modules: then nobody scans it, and it counts for nobody's quota
 */
public record Upload(String fileName, String folder, long size, Source source, boolean isOwn) {

    public Upload(String fileName, String folder, long size, Source source) {
        this(fileName, folder, size, source, false);
    }

    /** Opens the content from its beginning; whoever opens it closes it. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** A file of the installation's own. */
    public static Upload of(Path file, String folder) throws IOException {
        return new Upload(
                file.getFileName().toString(), folder, Files.size(file), () -> Files.newInputStream(file), true);
    }
}
