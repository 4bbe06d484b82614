package eu.nephele.platform.validation;

import java.util.Optional;

/** What rules need to know of other entries. */
public interface Lookups {

    /** The path of a referenced entry's draft with its content type's workspace, or empty when there is none. */
    Optional<Target> target(String id);

    /** Whether an asset is there. */
    boolean assetExists(String id);

    /** Whether another entry of the type than the one with this id has the value. */
    boolean taken(String contentType, String property, String value, String exceptId);

    /** @param live whether it is live, or becomes live together with the referring entry */
    record Target(String workspace, String nodeType, String path, boolean live) {}
}
