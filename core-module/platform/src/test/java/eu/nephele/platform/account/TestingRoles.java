package eu.nephele.platform.account;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import eu.nephele.platform.definition.RoleDefinition.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles made in code, and actors who have them. */
public final class TestingRoles {

    private TestingRoles() {}

    public static Definitions with(Definitions definitions, RoleDefinition... roles) {
        return new Definitions(
                definitions.generation(),
                definitions.contentTypes(),
                definitions.endpoints(),
                definitions.vocabularies(),
                definitions.apps(),
                Arrays.stream(roles).collect(Collectors.toMap(RoleDefinition::name, Function.identity())),
                definitions.site(),
                definitions.messages(),
                definitions.synonyms(),
                definitions.problems());
    }

    public static RoleDefinition role(String name, Right... rights) {
        return new RoleDefinition(
                name, "demo/roles/%s.yaml".formatted(name), name, "", List.of(), List.of(rights), null);
    }

    public static RoleDefinition assigning(String name, List<String> assigns, Right... rights) {
        return new RoleDefinition(name, "demo/roles/%s.yaml".formatted(name), name, "", assigns, List.of(rights), null);
    }

    public static Right allow(Set<String> actions, String... types) {
        return right(true, actions, List.of(types), null, null, null, false);
    }

    public static Right allowOwn(Set<String> actions) {
        return right(true, actions, List.of(), List.of("own"), null, null, false);
    }

    public static Right allowIn(Set<String> actions, String locales) {
        return right(true, actions, List.of(), null, List.of(locales), null, false);
    }

    public static Right allowConfidential(Set<String> actions) {
        return right(true, actions, List.of(), null, null, null, true);
    }

    public static Right denyFields(Set<String> actions, String... fields) {
        return right(false, actions, List.of(), null, null, List.of(fields), false);
    }

    private static Right right(
            boolean allowed,
            Set<String> actions,
            List<String> types,
            @Nullable List<String> organisations,
            @Nullable List<String> locales,
            @Nullable List<String> fields,
            boolean confidential) {
        return new Right(allowed, actions, types, null, "/", organisations, locales, fields, confidential, 3);
    }

    public static User user(String name, List<String> roles, List<String> organisations, List<String> locales) {
        return new User(name, "", "", true, roles, List.of(), organisations, locales, false);
    }

    /** What such a user may do by these definitions. */
    public static Actor actor(Definitions definitions, User user) {
        return new Rights(() -> definitions).actor(user, List.of("Sample Coordinator"));
    }
}
