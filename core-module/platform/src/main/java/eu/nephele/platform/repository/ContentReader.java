package eu.nephele.platform.repository;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Subject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One consistent view of the trees, valid while the function it was handed to runs. What the actor may not read is as if it were not there. */
public interface ContentReader {

    /** The node with {@code depth} levels of children (0: none, Integer.MAX_VALUE: all). */
    Optional<ContentNode> node(Location location, int depth);

    /** Where the entry, asset, folder or nested node with this id is. */
    Optional<Location> locate(Perspective perspective, String id);

    /**
     * Children in stored order, without their own children. In a spread workspace, and beyond the first 1,000 of a folder, the
     * order is stable but no more.
     *
     * @param nodeTypes only these primary types or sub-types of them; empty for all
     */
    List<ContentNode> children(Location parent, Set<String> nodeTypes, int offset, int limit);

    /** Every entry (a node of one of the types) of a workspace with its whole subtree, one after the other, in bounded memory. */
    void walk(Perspective perspective, String workspace, Set<String> nodeTypes, Consumer<ContentNode> visitor);

    long count(Perspective perspective, String workspace, Set<String> nodeTypes);

    /** The entries whose {@code nph:references} hold the id. */
    List<Location> referrers(Perspective perspective, String id);

    /** How many entries other than the one refer to the id, be they readable or not: what is referred to must not go. */
    long countReferrers(Perspective perspective, String id, Location except);

    /**
     * The entries whose property (a single-valued or multi-valued text) holds the value, anywhere in the perspective: for unique
     * checks and external ids. Takes microseconds for {@code nph:references}, {@code nph:externalIds} and what
     * {@link ContentRepository#index} was told of; reads every node of the perspective for others, some 12 microseconds each.
     */
    List<Location> withValue(Perspective perspective, String property, String value);

    /** Opens a binary property, such as {@code jcr:data} of an asset's {@code jcr:content}. The caller closes it. */
    Optional<InputStream> binary(Location node, String property);

    /** The node as rights see it, with the entry that it is or lies in. */
    Subject subject(Location location);

    boolean isNodeType(String nodeType, String superType);
}
