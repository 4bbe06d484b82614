package eu.nephele.platform.access;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Subject.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, with resolved permissions. Every read and write takes one, so that a forgotten check is a compile error. System work
 * uses a named system actor, which change log and audit show.
 *
 * @param roles names, for telling why not
 * @param organisations that she acts for; an entry she creates belongs to it where there is one
 * @param grantors who can give her more rights, in words
 * @param unlimited whose rights these are with limits of an API token; null where there are none
 */
public record Actor(
        String name,
        List<Grant> grants,
        List<String> roles,
        Set<String> organisations,
        List<String> grantors,
        @Nullable Actor unlimited) {

    /** What only the platform itself touches, by its own rooms: nobody reaches it as content. */
    private static final List<String> RESERVED =
            List.of("users", "usergroups", "sessions", "tokens", "audit", "documents");

    public Actor {
        grants = List.copyOf(grants);
        roles = List.copyOf(roles);
        organisations = Set.copyOf(organisations);
        grantors = List.copyOf(grantors);
    }

    public Actor(
            String name, List<Grant> grants, List<String> roles, Set<String> organisations, List<String> grantors) {
        this(name, grants, roles, organisations, grantors, null);
    }

    public Actor(String name, List<Grant> grants) {
        this(name, grants, List.of(), Set.of(), List.of());
    }

    /** The platform itself at a named task, such as {@code indexing}. */
    public static Actor system(String task) {
        return new Actor("system:" + task, List.of(everything("the platform itself")));
    }

    public static Actor administrator(String name) {
        var grants = new ArrayList<>(reserved());
        grants.add(everything(say("role superuser: may do everything")));
        return new Actor(name, grants, List.of("superuser"), Set.of(), List.of());
    }

    /** Keeps everybody but the platform out of what it keeps for itself. */
    public static List<Grant> reserved() {
        return RESERVED.stream()
                .map(workspace -> new Grant(
                        false,
                        EnumSet.allOf(Action.class),
                        null,
                        workspace,
                        "/",
                        Scope.EVERYTHING,
                        say("the workspace %s is the platform's own", workspace)))
                .toList();
    }

    /** A visitor of the delivery API: reads what is live. */
    public static Actor anonymous() {
        return new Actor("anonymous", List.of(new Grant(true, Set.of(Action.READ), Perspective.LIVE, null, "/")));
    }

    /** Denied wins: one grant that denies outweighs all that allow. */
    public Decision decide(Action action, Subject subject) {
        Grant allowing = null;
        for (var grant : grants) {
            if (grant.concerns(action, subject)) {
                if (!grant.allowed()) {
                    return new Decision(false, grant.rule(), grantors);
                }
                allowing = allowing == null ? grant : allowing;
            }
        }
        return allowing == null ? nothingAllows(action, subject) : new Decision(true, allowing.rule(), List.of());
    }

    public boolean may(Action action, Subject subject) {
        return decide(action, subject).allowed();
    }

    /** As of a location of which no more is known: rights that are limited to some entries do not count. */
    public boolean may(Action action, Location location) {
        return decide(action, Subject.of(location)).allowed();
    }

    /** Whether all that matters is where something lies, whatever it is: then nobody needs to look at it. */
    public boolean decidesByLocation() {
        return grants.stream()
                .allMatch(grant -> grant.scope().isForAnyEntry()
                        && (!grant.allowed() || grant.path().equals("/")));
    }

    /** Refuses with ACCESS_DENIED where {@link #may} says no, naming the rule and who can change it. */
    public void require(Action action, Subject subject) {
        var decision = decide(action, subject);
        if (!decision.allowed()) {
            throw refusal(say("%s may not %s %s", name, action.words(), what(subject)), decision);
        }
    }

    public void require(Action action, Location location) {
        require(action, Subject.of(location));
    }

    /** Refuses with ACCESS_DENIED who may not administer the server. */
    public void requireAdministrator() {
        require(Action.ADMINISTER, Subject.platform());
    }

    /** The refusal that tells a decision. */
    public PlatformException refusal(String message, Decision decision, FieldError... fields) {
        return new PlatformException(
                ErrorCode.ACCESS_DENIED,
                "%s: %s".formatted(message, decision.rule()),
                List.of(fields),
                Map.of("rule", decision.rule(), "whoCanGrant", decision.whoCanGrant()));
    }

    /** Whether her rights differ from field to field, or locale to locale, of an entry. */
    public boolean decidesByField() {
        return grants.stream()
                .anyMatch(grant -> !grant.scope().isForWholeEntries()
                        || grant.allowed() && !grant.scope().confidential());
    }

    /** What she may do at most: this actor's rights, limited by the grants of an API token. */
    public Actor within(String newName, List<Grant> limits) {
        var both = new ArrayList<Grant>();
        for (var grant : grants) {
            if (grant.allowed()) {
                limits.stream()
                        .filter(Grant::allowed)
                        .map(limit -> grant.and(limit))
                        .flatMap(Optional::stream)
                        .forEach(both::add);
            } else {
                both.add(grant);
            }
        }
        limits.stream().filter(limit -> !limit.allowed()).forEach(both::add);
        return new Actor(newName, both, roles, organisations, grantors, this);
    }

    /** The owners, by property, that all her rights to this on such entries are limited to; see {@link Reach}. */
    public Reach reach(Action action, Location root, String nodeType) {
        return Reach.of(grants, action, root, nodeType);
    }

    /** The locales that her rights to this on such entries are limited to; null where some right is not. */
    public @Nullable Set<String> locales(Action action, Location root, String nodeType) {
        var locales = new TreeSet<String>();
        for (var grant : grants) {
            if (grant.allowed() && grant.mayConcern(action, root, nodeType)) {
                if (grant.scope().locales() == null) {
                    return null;
                }
                locales.addAll(grant.scope().locales());
            }
        }
        return locales;
    }

    private Decision nothingAllows(Action action, Subject subject) {
        var field = subject.field();
        var part = field == null || field.equals(Field.WHOLE) ? "" : part(field);
        if (unlimited != null && unlimited.may(action, subject)) {
            var limits = say(
                    "the limits of the API token do not allow to %s%s here: use one with wider limits",
                    action.words(), part);
            return new Decision(false, limits, List.of());
        }
        var rule = roles.isEmpty()
                ? say("no role is given allows to %s%s here", action.words(), part)
                : say("none of the roles %s allows to %s%s here", String.join(", ", roles), action.words(), part);
        return new Decision(false, rule, grantors);
    }

    private static String part(Field field) {
        var locale = field.locale();
        if (locale == null) {
            return say(" `%s`", field.name());
        }
        return field.equals(Field.allIn(locale))
                ? say(" everything in %s", locale)
                : say(" `%s` in %s", field.name(), locale);
    }

    private static String what(Subject subject) {
        var location = subject.location();
        if (location.workspace().isEmpty()) {
            return say("the server");
        }
        return location.perspective() == Perspective.LIVE
                ? say("%s in %s (live)", location.path(), location.workspace())
                : say("%s in %s (draft)", location.path(), location.workspace());
    }

    public static Grant everything(String rule) {
        return new Grant(true, EnumSet.allOf(Action.class), null, null, "/", Scope.EVERYTHING, rule);
    }
}
