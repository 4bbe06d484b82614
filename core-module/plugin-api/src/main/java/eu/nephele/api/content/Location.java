package eu.nephele.api.content;

/**
 * Where a node is.
 *
 * @param path absolute in the workspace, {@code /} for its root; never with a trailing slash otherwise
 */
public record Location(Perspective perspective, String workspace, String path) {

    public Location {
        if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
            throw new IllegalArgumentException("Not an absolute path: " + path);
        }
    }

    public Location child(String name) {
        return new Location(perspective, workspace, path.equals("/") ? "/" + name : path + "/" + name);
    }

    public Location parent() {
        var slash = path.lastIndexOf('/');
        return new Location(perspective, workspace, slash <= 0 ? "/" : path.substring(0, slash));
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Location in(Perspective other) {
        return new Location(other, workspace, path);
    }
}
