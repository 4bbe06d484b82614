package eu.nephele.platform.repository;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.HashSet;
import org.apache.jackrabbit.oak.api.Tree;

/** Refuses what cannot be stored before anything is changed, so that a refused put leaves a writer as it was. */
final class ContentCheck {

    private final Tree namespaces;
    private final NodeTypes types;

    ContentCheck(Tree namespaces, NodeTypes types) {
        this.namespaces = namespaces;
        this.types = types;
    }

    void check(Location location, ContentNode content) {
        if (Layout.names(location.path()).size() > Names.MAX_DEPTH) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("%s is nested deeper than %d levels", location.path(), Names.MAX_DEPTH));
        }
        if (!types.isInstantiable(content.nodeType())) {
            throw new PlatformException(
                    ErrorCode.INVALID_ENTRY,
                    "The node type %s of %s is not registered: no content type uses it"
                            .formatted(content.nodeType(), location.path()));
        }
        content.properties().forEach((name, value) -> {
            Names.check(name, namespaces);
            Values.check(name, value);
        });
        var names = new HashSet<String>();
        for (var child : content.children()) {
            Names.check(child.name(), namespaces);
            if (!names.add(child.name())) {
                throw new PlatformException(
                        ErrorCode.INVALID_ENTRY,
                        "%s has two children of the name `%s`".formatted(location.path(), child.name()));
            }
            check(location.child(child.name()), child);
        }
    }
}
