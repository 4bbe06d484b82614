package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import java.io.InputStream;

/** A {@link ContentReader} whose changes become one save, whole or not at all. Sees its own changes. */
public interface ContentWriter extends ContentReader {

    /**
     * Makes the node and its subtree what the value says: properties and children that it lacks are removed, the order of
     * children is the value's. Folders above are created. A node keeps its identity; a new one gets the value's id, or a fresh
     * one where that is empty. Properties starting with {@code jcr:} in the value are left alone.
     */
    ContentNode put(Location location, ContentNode content);

    /** Moves within a perspective and workspace; refuses with NAME_TAKEN. */
    void move(Location from, Location to);

    /** Removes the subtree; does nothing where there is none. */
    void remove(Location location);

    void putBinary(Location node, String property, InputStream content);

    /** The revision for the next change record: strictly rising over the repository's life. */
    long nextRevision();

    /** Appends to the change log in the same save. The revision must come from {@link #nextRevision()}. */
    void record(Change change);
}
