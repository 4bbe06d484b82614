package eu.nephele.platform.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks up users as they are now, and what they may do: what an administrator changes holds with the next request, on every node. */
final class Directory {

    /** Only names of people to ask may be this old, never a right. */
    private static final Duration OLDEST_GRANTORS = Duration.ofSeconds(10);

    private static final int ACTORS_REMEMBERED = 1_000;
    private static final int GRANTORS_TOLD = 5;

    private final AccountStore store;
    private final Rights rights;
    private final Supplier<? extends Definitions> definitions;
    private final Cache<Known, Actor> actors =
            Caffeine.newBuilder().maximumSize(ACTORS_REMEMBERED).build();
    private final Cache<String, List<String>> grantors =
            Caffeine.newBuilder().expireAfterWrite(OLDEST_GRANTORS).build();

    Directory(AccountStore store, Rights rights, Supplier<? extends Definitions> definitions) {
        this.store = store;
        this.rights = rights;
        this.definitions = definitions;
    }

    private record Known(User user, long generation, List<String> grantors) {}

    /** The account of a stored user who is not suspended. */
    Optional<Account> account(String name) {
        return store.find(name)
                .map(AccountStore.Stored::user)
                .filter(User::enabled)
                .map(this::account);
    }

    Account account(User stored) {
        var user = stored.groups().isEmpty() ? stored : Rights.with(stored, store.groups());
        var known = new Known(user, definitions.get().generation(), grantors());
        return new Account(user, Objects.requireNonNull(actors.get(known, key -> rights.actor(user, key.grantors()))));
    }

    /** The organisations that somebody who is not suspended acts for. */
    Set<String> organisations() {
        var groups = store.groups();
        return store.all().stream()
                .filter(User::enabled)
                .flatMap(user -> Rights.with(user, groups).organisations().stream())
                .collect(Collectors.toSet());
    }

    /** People who can give others rights: administrators, and those whose roles may be passed on. */
    private List<String> grantors() {
        return Objects.requireNonNull(grantors.get("", key -> {
            var roles = definitions.get().roles();
            var groups = store.groups();
            return store.all().stream()
                    .filter(User::enabled)
                    .map(user -> Rights.with(user, groups))
                    .filter(user -> user.roles().stream()
                            .anyMatch(role -> role.equals(Rights.SUPERUSER)
                                    || Optional.ofNullable(roles.get(role))
                                            .filter(Directory::givesRights)
                                            .isPresent()))
                    .map(user ->
                            user.fullName().isEmpty() ? user.name() : "%s (%s)".formatted(user.fullName(), user.name()))
                    .limit(GRANTORS_TOLD)
                    .toList();
        }));
    }

    private static boolean givesRights(RoleDefinition role) {
        return !role.assigns().isEmpty()
                || role.rights().stream()
                        .anyMatch(right -> right.allowed() && right.actions().contains("administer"));
    }
}
