package eu.nephele.platform.validation;

import java.time.LocalDate;
import java.util.Optional;

/** What rules need to know of other entries, and of files. */
public interface Lookups {

    /** The path of a referenced entry's draft with its content type's workspace, or empty when there is none. */
    Optional<Target> target(String id);

    /** A file by its key, {@code jcr:} and an id; empty when there is none. */
    Optional<FileFacts> file(String key);

    /** Whether another entry of the type than the one with this id has the value. */
    boolean taken(String contentType, String property, String value, String exceptId);

    /** The day that consents are held against: it ends at midnight where the server is. */
    default LocalDate today() {
        return LocalDate.now();
    }

    /** @param live whether it is live, or becomes live together with the referring entry */
    record Target(String workspace, String nodeType, String path, boolean live) {}
}
