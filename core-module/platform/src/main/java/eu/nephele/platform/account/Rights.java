package eu.nephele.platform.account;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import eu.nephele.platform.access.Scope;
import eu.nephele.platform.access.Scope.Owner;
import eu.nephele.platform.account.Token.TokenScope;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import eu.nephele.platform.definition.RoleDefinition.Right;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of roles and a user what she may do at this moment: changed roles are in force with her next request. */
public final class Rights {

    /** Always there: may do everything. */
    public static final String SUPERUSER = "superuser";

    private static final String ASSET_WORKSPACE = "dam";
    private static final String ASSET_NODE_TYPE = "mgnl:asset";

    private final Supplier<? extends Definitions> definitions;

    public Rights(Supplier<? extends Definitions> definitions) {
        this.definitions = definitions;
    }

    /** Of a user who may have groups: their roles, organisations and locales are hers. */
    static User with(User user, List<Group> groups) {
        var roles = new LinkedHashSet<>(user.roles());
        var organisations = new LinkedHashSet<>(user.organisations());
        var locales = new LinkedHashSet<>(user.locales());
        for (var group : groups) {
            if (user.groups().contains(group.name())) {
                roles.addAll(group.roles());
                organisations.addAll(group.organisations());
                locales.addAll(group.locales());
            }
        }
        return new User(
                user.name(),
                user.fullName(),
                user.email(),
                user.enabled(),
                List.copyOf(roles),
                user.groups(),
                List.copyOf(organisations),
                List.copyOf(locales),
                user.sample());
    }

    /** @param user with what her groups give her */
    Actor actor(User user, List<String> grantors) {
        var grants = new ArrayList<Grant>(Actor.reserved());
        for (var role : user.roles()) {
            if (role.equals(SUPERUSER)) {
                grants.add(Actor.everything(say("role superuser: may do everything")));
            } else {
                grants.addAll(grants(role, user));
            }
        }
        return new Actor(user.name(), grants, user.roles(), Set.copyOf(user.organisations()), grantors);
    }

    private List<Grant> grants(String roleName, User user) {
        var role = definitions.get().roles().get(roleName);
        return role == null
                ? List.of()
                : role.rights().stream()
                        .flatMap(right -> grants(role, right, user).stream())
                        .toList();
    }

    private List<Grant> grants(RoleDefinition role, Right right, User user) {
        var rule = say("role %s (%s:%d) %s", role.name(), role.file(), right.line(), words(right));
        var actions = right.actions().stream()
                .map(action -> Action.valueOf(action.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        var owner = right.organisations() == null
                ? null
                : new Owner(Owner.PROPERTY, own(right.organisations(), user.organisations()));
        var locales = right.locales() == null ? null : own(right.locales(), user.locales());
        var fields = right.fields() == null ? null : Set.copyOf(right.fields());
        var perspective = perspective(right.perspective());
        return places(right.types()).stream()
                .map(place -> new Grant(
                        right.allowed(),
                        actions,
                        perspective,
                        place.workspace(),
                        right.path(),
                        new Scope(place.nodeTypes(), owner, locales, fields, right.confidential()),
                        rule))
                .toList();
    }

    /** What a token is limited to, as grants. */
    List<Grant> limits(TokenScope scope, String tokenName) {
        var actions = scope.actions().isEmpty()
                ? Set.of(Action.values())
                : scope.actions().stream()
                        .map(action -> Action.valueOf(action.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
        var locales = scope.locales().isEmpty() ? null : Set.copyOf(scope.locales());
        return places(scope.types()).stream()
                .map(place -> new Grant(
                        true,
                        actions,
                        perspective(scope.perspective()),
                        place.workspace(),
                        "/",
                        new Scope(place.nodeTypes(), null, locales, null, true),
                        say("token %s", tokenName)))
                .toList();
    }

    /** Where entries of a type lie; of all types, everywhere. */
    private record Place(@Nullable String workspace, Set<String> nodeTypes) {}

    private List<Place> places(List<String> types) {
        if (types.isEmpty()) {
            return List.of(new Place(null, Set.of()));
        }
        var places = new ArrayList<Place>();
        for (var name : types) {
            if (name.equals(RoleDefinition.ASSET)) {
                places.add(new Place(ASSET_WORKSPACE, Set.of(ASSET_NODE_TYPE)));
            } else {
                definitions
                        .get()
                        .contentType(name)
                        .ifPresent(type -> places.add(new Place(type.workspace(), Set.of(type.nodeType()))));
            }
        }
        return places;
    }

    private static Set<String> own(List<String> written, List<String> own) {
        var values = new HashSet<>(written);
        if (values.remove(RoleDefinition.OWN)) {
            values.addAll(own);
        }
        return values;
    }

    private static @Nullable Perspective perspective(@Nullable String code) {
        return code == null ? null : Perspective.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static String words(Right right) {
        var actions = right.actions().stream()
                .sorted()
                .map(action -> Action.valueOf(action.toUpperCase(Locale.ROOT)).words())
                .collect(Collectors.joining(", "));
        var words = new StringBuilder(right.allowed() ? say("allows to %s", actions) : say("denies to %s", actions));
        if (!right.types().isEmpty()) {
            words.append(say(" %s", String.join(", ", right.types())));
        }
        if (right.perspective() != null) {
            words.append(
                    perspective(right.perspective()) == Perspective.LIVE ? say(", live only") : say(", draft only"));
        }
        if (!right.path().equals("/")) {
            words.append(say(", below %s", right.path()));
        }
        if (right.organisations() != null) {
            words.append(say(", of the organisation %s", String.join(", ", right.organisations())));
        }
        if (right.locales() != null) {
            words.append(say(", in the locales %s", String.join(", ", right.locales())));
        }
        if (right.fields() != null) {
            words.append(say(", in the fields %s", String.join(", ", right.fields())));
        }
        return words.toString();
    }
}
