package eu.nephele.platform.access;

import eu.nephele.api.content.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a type somebody may act upon, in a form that can be asked of an index. Where rights by owner and rights by path stand beside
 * each other, those by path are left out: too little is found then, never too much.
 *
 * @param any whether there can be any at all
 * @param owner that they must have, or null
 * @param below paths of which they must be below one; empty for anywhere
 * @param notBelow paths they must not be below
 * @param notOwners owners they must not have
 */
public record Reach(
        boolean any,
        Scope.@Nullable Owner owner,
        Set<String> below,
        Set<String> notBelow,
        List<Scope.Owner> notOwners) {

    private static final Reach NOTHING = new Reach(false, null, Set.of(), Set.of(), List.of());

    static Reach of(List<Grant> grants, Action action, Location root, String nodeType) {
        var notBelow = new HashSet<String>();
        var notOwners = new ArrayList<Scope.Owner>();
        var allowing = new ArrayList<Grant>();
        for (var grant : grants) {
            if (!grant.mayConcern(action, root, nodeType)) {
                continue;
            }
            var owner = grant.scope().owner();
            if (grant.allowed()) {
                allowing.add(grant);
            } else if (!grant.scope().isForWholeEntries()) {
                continue;
            } else if (owner != null) {
                notOwners.add(owner);
            } else if (Grant.isAbove(grant.path(), root.path())) {
                return NOTHING;
            } else {
                notBelow.add(grant.path());
            }
        }
        return among(allowing, root, notBelow, notOwners);
    }

    private static Reach among(List<Grant> allowing, Location root, Set<String> notBelow, List<Scope.Owner> notOwners) {
        var below = new HashSet<String>();
        var owners = new HashSet<String>();
        String property = null;
        for (var grant : allowing) {
            var owner = grant.scope().owner();
            var everywhere = Grant.isAbove(grant.path(), root.path());
            if (owner == null && everywhere) {
                return new Reach(true, null, Set.of(), notBelow, notOwners);
            } else if (owner == null) {
                below.add(grant.path());
            } else if (everywhere && (property == null || property.equals(owner.property()))) {
                property = owner.property();
                owners.addAll(owner.anyOf());
            }
        }
        if (property != null && !owners.isEmpty()) {
            return new Reach(true, new Scope.Owner(property, owners), Set.of(), notBelow, notOwners);
        }
        return below.isEmpty() ? NOTHING : new Reach(true, null, below, notBelow, notOwners);
    }
}
