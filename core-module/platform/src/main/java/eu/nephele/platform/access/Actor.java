package eu.nephele.platform.access;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who acts, with resolved permissions. Every read and write takes one, so that a forgotten check is a compile error. System work
 * uses a named system actor, which change log and audit show.
 */
public record Actor(String name, List<Grant> grants) {

    public Actor {
        grants = List.copyOf(grants);
    }

    /** The platform itself at a named task, such as {@code indexing}. */
    public static Actor system(String task) {
        return new Actor("system:" + task, List.of(everything()));
    }

    public static Actor administrator(String name) {
        return new Actor(name, List.of(everything()));
    }

    /** A visitor of the delivery API: reads what is live. */
    public static Actor anonymous() {
        return new Actor("anonymous", List.of(new Grant(true, Set.of(Action.READ), Perspective.LIVE, null, "/")));
    }

    public boolean may(Action action, Location location) {
        var allowed = false;
        for (var grant : grants) {
            if (grant.concerns(action, location)) {
                if (!grant.allowed()) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    /** Refuses with ACCESS_DENIED where {@link #may} says no. */
    public void require(Action action, Location location) {
        if (!may(action, location)) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    "%s may not %s %s in %s (%s)"
                            .formatted(
                                    name,
                                    action.name().toLowerCase(java.util.Locale.ROOT),
                                    location.path(),
                                    location.workspace(),
                                    location.perspective().lowerCase()));
        }
    }

    private static Grant everything() {
        return new Grant(true, EnumSet.allOf(Action.class), null, null, "/");
    }
}
