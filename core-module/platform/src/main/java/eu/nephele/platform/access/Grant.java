package eu.nephele.platform.access;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Allows or denies actions on a part of the content.
 *
 * @param allowed false denies, whatever other grants allow
 * @param perspective null for both
 * @param workspace null for all
 * @param path the subtree concerned, {@code /} for the whole workspace
 */
public record Grant(
        boolean allowed,
        Set<Action> actions,
        @Nullable Perspective perspective,
        @Nullable String workspace,
        String path) {

    public Grant {
        actions = Set.copyOf(actions);
    }

    boolean concerns(Action action, Location location) {
        return actions.contains(action)
                && (perspective == null || perspective == location.perspective())
                && (workspace == null || workspace.equals(location.workspace()))
                && (path.equals("/")
                        || location.path().equals(path)
                        || location.path().startsWith(path + "/"));
    }
}
