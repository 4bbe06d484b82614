package eu.nephele.platform.access;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Allows or denies actions on a part of the content.
 *
 * @param allowed false denies, whatever other grants allow
 * @param perspective null for both
 * @param workspace null for all
 * @param path the subtree concerned, {@code /} for the whole workspace
 * @param rule where this comes from, in words for the person concerned
 */
public record Grant(
        boolean allowed,
        Set<Action> actions,
        @Nullable Perspective perspective,
        @Nullable String workspace,
        String path,
        Scope scope,
        String rule) {

    public Grant {
        actions = Set.copyOf(actions);
    }

    public Grant(
            boolean allowed,
            Set<Action> actions,
            @Nullable Perspective perspective,
            @Nullable String workspace,
            String path) {
        this(allowed, actions, perspective, workspace, path, Scope.EVERYTHING, "");
    }

    boolean concerns(Action action, Subject subject) {
        return actions.contains(action) && reaches(action, subject) && reachesField(subject.field());
    }

    private boolean reaches(Action action, Subject subject) {
        var location = subject.location();
        if (perspective != null && perspective != location.perspective()
                || workspace != null && !workspace.equals(location.workspace())) {
            return false;
        }
        var entry = subject.entry();
        if (entry != null) {
            return isAbove(path, location.path()) && scope.concerns(entry);
        }
        // Folders are seen by those who may see something in them; they are changed by those whom nothing limits.
        var folderOnTheWay = allowed && action == Action.READ;
        return folderOnTheWay
                ? isAbove(path, location.path()) || isAbove(location.path(), path)
                : isAbove(path, location.path()) && scope.isForAnyEntry();
    }

    private boolean reachesField(Subject.@Nullable Field field) {
        if (field == null) {
            return allowed || scope.isForWholeEntries();
        }
        if (allowed) {
            return scope.concerns(field) && (scope.confidential() || !field.confidential());
        }
        return scope.concerns(field);
    }

    /** What both this and the other allow; empty where that is nothing. */
    Optional<Grant> and(Grant other) {
        var common = EnumSet.copyOf(actions);
        common.retainAll(other.actions);
        var sameTree = perspective == null || other.perspective == null || perspective == other.perspective;
        var sameWorkspace = workspace == null || other.workspace == null || workspace.equals(other.workspace);
        var nested = isAbove(path, other.path) || isAbove(other.path, path);
        var together = scope.and(other.scope);
        return common.isEmpty() || !sameTree || !sameWorkspace || !nested || together.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(
                        true,
                        common,
                        perspective == null ? other.perspective : perspective,
                        workspace == null ? other.workspace : workspace,
                        isAbove(path, other.path) ? other.path : path,
                        together.get(),
                        rule + "; " + other.rule));
    }

    /** Whether it concerns some entries of the type below the root. */
    boolean mayConcern(Action action, Location root, String nodeType) {
        return actions.contains(action)
                && (perspective == null || perspective == root.perspective())
                && (workspace == null || workspace.equals(root.workspace()))
                && (isAbove(path, root.path()) || isAbove(root.path(), path))
                && (scope.nodeTypes().isEmpty() || scope.nodeTypes().contains(nodeType));
    }

    static boolean isAbove(String path, String other) {
        return path.equals("/") || other.equals(path) || other.startsWith(path + "/");
    }
}
