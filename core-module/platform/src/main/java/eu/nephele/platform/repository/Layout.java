package eu.nephele.platform.repository;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jackrabbit.oak.api.Tree;

/**
 * Where things lie in the Oak workspace: {@code /draft/<workspace>/...}, {@code /live/<workspace>/...}, {@code /changes/...}.
 * Children of a large folder lie in buckets by the hash of their name; a child is looked for beside the buckets too, so that a
 * workspace may become spread, or cease to be, with content in it.
 */
final class Layout {

    static final String BUCKET_TYPE = "nph:bucket";
    static final String SPREAD = "nph:spread";
    private static final String BUCKET_PREFIX = "nph:";

    private Layout() {}

    static Tree workspace(Tree root, Perspective perspective, String workspace) {
        return root.getChild(perspective.lowerCase()).getChild(workspace);
    }

    /** The node's tree, which does not exist where there is no such node. */
    static Tree find(Tree root, Location location) {
        var tree = workspace(root, location.perspective(), location.workspace());
        for (var name : names(location.path())) {
            tree = child(tree, name);
        }
        return tree;
    }

    static Tree child(Tree parent, String name) {
        if (name.startsWith(":") || isBucket(name)) {
            return parent.getChild(BUCKET_PREFIX + "none");
        }
        var direct = parent.getChild(name);
        if (direct.exists()) {
            return direct;
        }
        var bucket = parent.getChild(bucketOf(name));
        return bucket.exists() ? bucket.getChild(name) : direct;
    }

    /** The children as paths show them, in stored order. */
    static Stream<Tree> children(Tree parent) {
        return stream(parent).flatMap(child -> isBucket(child.getName()) ? stream(child) : Stream.of(child));
    }

    private static Stream<Tree> stream(Tree parent) {
        return StreamSupport.stream(parent.getChildren().spliterator(), false);
    }

    static List<String> names(String path) {
        var names = new ArrayList<String>();
        for (var name : path.split("/")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The location of a stored path such as {@code /draft/champions/nph:a3/kolektor}. */
    static Location location(String storedPath) {
        var names = names(storedPath);
        var perspective = names.getFirst().equals(Perspective.DRAFT.lowerCase()) ? Perspective.DRAFT : Perspective.LIVE;
        var visible = names.subList(2, names.size()).stream()
                .filter(name -> !isBucket(name))
                .toList();
        return new Location(perspective, names.get(1), "/" + String.join("/", visible));
    }

    /** Stable over restarts and Java versions, for {@link String#hashCode} is specified. */
    static String bucketOf(String name) {
        var hash = name.hashCode();
        var part = (hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & 0xff;
        return BUCKET_PREFIX + Character.forDigit(part >> 4, 16) + Character.forDigit(part & 15, 16);
    }

    static boolean isBucket(String name) {
        return name.length() == BUCKET_PREFIX.length() + 2
                && name.startsWith(BUCKET_PREFIX)
                && isHex(name.charAt(4))
                && isHex(name.charAt(5));
    }

    private static boolean isHex(char character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }
}
