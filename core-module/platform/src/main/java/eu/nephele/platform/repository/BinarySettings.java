package eu.nephele.platform.repository;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where binaries lie that are too large to lie with the nodes. */
public sealed interface BinarySettings {

    /** A folder; with several nodes one that all of them share. */
    record Folder(Path path) implements BinarySettings {}

    /**
     * A bucket of S3 or of a server that speaks its protocol. It must exist, and belong to one repository alone.
     *
     * @param endpoint of the server; null for Amazon's
     * @param prefix of the names of all objects, such as {@code nephele/}; may be empty
     * @param accessKey null to take the credentials from the environment, as Amazon's clients do
     * @param pathStyle whether the bucket is named in the path rather than in the host name
     */
    record S3(
            @Nullable URI endpoint,
            String region,
            String bucket,
            String prefix,
            @Nullable String accessKey,
            @Nullable String secretKey,
            boolean pathStyle)
            implements BinarySettings {

        @Override
        public String toString() {
            return "s3:" + bucket + "/" + prefix;
        }
    }
}
