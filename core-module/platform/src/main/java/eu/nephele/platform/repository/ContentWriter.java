package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Value;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;

/**
 * A {@link ContentReader} whose changes become one save, whole or not at all. Sees its own changes. A change in the draft needs the
 * right to WRITE there, one in live the right to PUBLISH there; else it is refused with ACCESS_DENIED.
 */
public interface ContentWriter extends ContentReader {

    /**
     * Makes the node and its subtree what the value says: properties and children that it lacks are removed, the order of
     * children is the value's. Folders above are created. A node keeps its identity; a new one gets the value's id, or a fresh
     * one where that is empty. Properties starting with {@code jcr:} in the value are left alone, but {@code jcr:mimeType}. and so are binaries. Of a
     * folder the children that the value lacks stay: they are entries of their own. Refuses with NAME_TAKEN where another id is
     * at the location, or this id at another.
     */
    ContentNode put(Location location, ContentNode content);

    /** Sets these properties of the node and leaves all else as it is. On a draft, who may publish it may do this too. */
    void setProperties(Location location, Map<String, Value> properties);

    /** Takes these properties away, under the same rule. */
    void removeProperties(Location location, Collection<String> names);

    /** Whether there is something, be it readable or not: then its name cannot be given to another. */
    boolean isTaken(Location location);

    /**
     * Keeps a version of the draft as this save leaves it, in the same save, and answers its name.
     */
    String keepVersion(Location draft);

    /** Moves within a perspective and workspace; refuses with NAME_TAKEN, or PATH_NOT_FOUND where there is nothing to move. */
    void move(Location from, Location to);

    /** Removes the subtree, of a draft marked as deleted also for who may publish it; does nothing where there is none. Versions of the entries in it stay readable by their ids. */
    void remove(Location location);

    /** Stores the stream to its end, in bounded memory; the caller closes it. The node must be there. */
    void putBinary(Location node, String property, InputStream content);

    /** Gives the node a binary that was stored ahead. */
    void putBinary(Location node, String property, StoredBinary binary);

    /** Gives a node the binary of another, such as the live asset that of its draft, without storing it twice. */
    void copyBinary(Location from, Location to, String property);

    /** The revision for the next change record: strictly rising over the repository's life. */
    long nextRevision();

    /** Appends to the change log in the same save. The revision must come from {@link #nextRevision()}. */
    void record(Change change);
}
