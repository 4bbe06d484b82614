package eu.nephele.platform.account;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.account.Token.TokenScope;
import eu.nephele.platform.audit.AuditEvent;
import eu.nephele.platform.audit.AuditLog;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Administers users, groups, sessions and tokens. Administrators may do all of it; who has a role that may be passed on manages the users who
 * have no other roles than those.
 */
public final class Users {

    private final AccountStore store;
    private final Directory directory;
    private final Supplier<? extends Definitions> definitions;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Passwords passwords;
    private final AuditLog audit;

    Users(
            AccountStore store,
            Directory directory,
            Supplier<? extends Definitions> definitions,
            Sessions sessions,
            Tokens tokens,
            Passwords passwords,
            AuditLog audit) {
        this.store = store;
        this.directory = directory;
        this.definitions = definitions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Those whom the account may manage. */
    public List<User> list(Account by) {
        var givable = requireManager(by);
        return store.all().stream().filter(user -> mayManage(by, givable, user)).toList();
    }

    public User find(Account by, String name) {
        return requireManaged(by, name).user();
    }

    /**
     * @param password null generates one
     * @return the generated password, or empty where one was given
     * @throws PlatformException NAME_TAKEN, INVALID_VALUE naming the field, ACCESS_DENIED
     */
    public Optional<String> create(Account by, User user, @Nullable String password) {
        requireMayGive(by, user);
        check(user);
        if (store.find(user.name()).isPresent()) {
            var message = say("There is a user `%s` already", user.name());
            throw new PlatformException(
                    ErrorCode.NAME_TAKEN, message, List.of(new FieldError("name", "unique", message)));
        }
        var generated = password == null ? Passwords.generate() : null;
        var hash = generated == null
                ? passwords.hashChosen(user.name(), java.util.Objects.requireNonNull(password))
                : passwords.hash(generated);
        store.save(new AccountStore.Stored(user, hash, null));
        record("user-created", by, user.name(), described(user));
        return Optional.ofNullable(generated);
    }

    /** Makes the user what the value says; suspending ends all sessions. */
    public User change(Account by, User changed) {
        var stored = requireManaged(by, changed.name());
        requireMayGive(by, changed);
        check(changed);
        if (stored.user().enabled() && !changed.enabled() && by.name().equals(changed.name())) {
            throw invalid("enabled", say("cannot be false for yourself: ask another administrator"));
        }
        if (isLastAdministrator(stored.user())
                && (!changed.enabled() || !changed.roles().contains(Rights.SUPERUSER))) {
            throw invalid("roles", say("must keep superuser: this is the last administrator"));
        }
        store.save(stored.with(changed));
        if (!changed.enabled()) {
            sessions.closeAllOf(changed.name(), "");
        }
        record(
                changed.enabled() == stored.user().enabled()
                        ? "user-changed"
                        : changed.enabled() ? "user-enabled" : "user-suspended",
                by,
                changed.name(),
                described(changed));
        return changed;
    }

    public void remove(Account by, String name) {
        var stored = requireManaged(by, name);
        if (by.name().equals(name) || isLastAdministrator(stored.user())) {
            throw invalid("name", say("is yourself, or the last administrator, and cannot be removed"));
        }
        sessions.closeAllOf(name, "");
        tokens.list().stream().filter(token -> token.user().equals(name)).forEach(tokens::revoke);
        store.remove(name);
        record("user-removed", by, name, Map.of());
    }

    /** @return a new password, told once; all sessions of the user end */
    public String resetPassword(Account by, String name) {
        var stored = requireManaged(by, name);
        var generated = Passwords.generate();
        store.save(stored.withPassword(passwords.hash(generated)));
        sessions.closeAllOf(name, "");
        record("password-reset", by, name, Map.of());
        return generated;
    }

    /**
     * Changes one's own password; one's other sessions end.
     *
     * @param sessionSecret of the session that stays
     */
    public void changeOwnPassword(Account own, String before, String after, String sessionSecret) {
        requirePerson(own);
        var stored = store.find(own.name()).orElseThrow(() -> noUser(own.name()));
        if (!passwords.matches(before, stored.passwordHash())) {
            throw invalid("before", say("is not your password"));
        }
        store.save(stored.withPassword(passwords.hashChosen(own.name(), after)));
        sessions.closeAllOf(own.name(), sessionSecret);
        record("password-changed", own, own.name(), Map.of());
    }

    public List<Group> groups(Account by) {
        by.actor().requireAdministrator();
        return store.groups();
    }

    /** Creates it, or makes it what the value says. */
    public void save(Account by, Group group) {
        by.actor().requireAdministrator();
        requireName(group.name());
        requireRoles(group.roles());
        store.save(group);
        record("group-changed", by, group.name(), Map.of("roles", String.join(",", group.roles())));
    }

    public void removeGroup(Account by, String name) {
        by.actor().requireAdministrator();
        if (store.groups().stream().noneMatch(group -> group.name().equals(name))) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no group `%s`", name));
        }
        store.removeGroup(name);
        record("group-removed", by, name, Map.of());
    }

    /** One's own sessions, or everybody's for an administrator. */
    public List<Session> sessions(Account by, boolean all) {
        requirePerson(by);
        if (all) {
            by.actor().requireAdministrator();
        }
        return sessions.list().stream()
                .filter(session -> all || session.user().equals(by.name()))
                .toList();
    }

    public void endSession(Account by, String id) {
        requirePerson(by);
        var session = sessions.list().stream()
                .filter(open -> open.id().equals(id))
                .filter(open -> open.user().equals(by.name()) || isAdministrator(by))
                .findFirst()
                .orElseThrow(
                        () -> new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no session `%s`", id)));
        sessions.closeById(session.id());
        record("session-ended", by, session.user(), Map.of("session", id));
    }

    /** @param exceptSecret of the session that stays; an empty text to end them all */
    public void endOwnSessions(Account own, String exceptSecret) {
        requirePerson(own);
        sessions.closeAllOf(own.name(), exceptSecret);
        record("sessions-ended", own, own.name(), Map.of());
    }

    /** One's own tokens, or everybody's for an administrator. */
    public List<Token> tokens(Account by, boolean all) {
        requirePerson(by);
        if (all) {
            by.actor().requireAdministrator();
        }
        return tokens.list().stream()
                .filter(token -> all || token.user().equals(by.name()))
                .toList();
    }

    /** @param text the token itself, told once */
    public record NewToken(Token token, String text) {}

    /** Makes a token of one's own, or, as an administrator, of another user such as a channel. */
    public NewToken makeToken(Account by, String user, String name, Duration life, TokenScope scope) {
        requirePerson(by);
        if (!user.equals(by.name())) {
            by.actor().requireAdministrator();
        }
        if (store.find(user).isEmpty()) {
            throw noUser(user);
        }
        requireKnown("types", scope.types(), typeNames());
        requireKnown("actions", scope.actions(), actionCodes());
        requireKnown("locales", scope.locales(), localeIds());
        var perspective = scope.perspective();
        if (perspective != null && !perspective.equals("draft") && !perspective.equals("live")) {
            throw invalid("perspective", say("must be draft or live"));
        }
        var made = tokens.make(user, name, life, scope);
        record("token-made", by, made.token().id(), Map.of("user", user, "name", name));
        return new NewToken(made.token(), made.text());
    }

    public void revokeToken(Account by, String id) {
        requirePerson(by);
        var token = tokens.list().stream()
                .filter(known -> known.id().equals(id))
                .filter(known -> known.user().equals(by.name()) || isAdministrator(by))
                .findFirst()
                .orElseThrow(() -> new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no token `%s`", id)));
        tokens.revoke(token);
        record("token-revoked", by, id, Map.of("user", token.user(), "name", token.name()));
    }

    /** The roles that the account may give to others, by name. */
    public Set<String> givable(Account by) {
        var roles = definitions.get().roles();
        var givable = new TreeSet<String>();
        if (isAdministrator(by)) {
            givable.addAll(roles.keySet());
            givable.add(Rights.SUPERUSER);
        } else if (by.token() == null) {
            by.user()
                    .roles()
                    .forEach(name -> Optional.ofNullable(roles.get(name))
                            .map(RoleDefinition::assigns)
                            .ifPresent(givable::addAll));
        }
        return givable;
    }

    private AccountStore.Stored requireManaged(Account by, String name) {
        var givable = requireManager(by);
        return store.find(name)
                .filter(stored -> mayManage(by, givable, stored.user()))
                .orElseThrow(() -> noUser(name));
    }

    private Set<String> requireManager(Account by) {
        var givable = givable(by);
        if (givable.isEmpty()) {
            by.actor().requireAdministrator();
        }
        return givable;
    }

    private static boolean mayManage(Account by, Set<String> givable, User user) {
        return isAdministrator(by) || user.groups().isEmpty() && givable.containsAll(user.roles());
    }

    private void requireMayGive(Account by, User user) {
        var givable = requireManager(by);
        var decision = by.actor().decide(Action.ADMINISTER, Subject.platform());
        if (!mayManage(by, givable, user)) {
            throw by.actor()
                    .refusal(
                            say(
                                    "%s may give no groups, and no other roles than %s",
                                    by.name(), String.join(", ", givable)),
                            decision);
        }
    }

    private static boolean isAdministrator(Account by) {
        return by.actor().may(Action.ADMINISTER, Subject.platform());
    }

    private boolean isLastAdministrator(User user) {
        return user.roles().contains(Rights.SUPERUSER)
                && store.all().stream()
                        .noneMatch(other -> other.enabled()
                                && !other.name().equals(user.name())
                                && other.roles().contains(Rights.SUPERUSER));
    }

    /** A program must not give itself more than it was given. */
    private static void requirePerson(Account by) {
        if (by.token() != null) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    say("A token may manage neither tokens, nor sessions, nor passwords: log in"));
        }
    }

    private void check(User user) {
        requireName(user.name());
        requireRoles(user.roles());
        requireKnown(
                "groups",
                user.groups(),
                store.groups().stream().map(Group::name).toList());
        requireKnown("locales", user.locales(), localeIds());
    }

    private static void requireName(String name) {
        if (!AccountStore.NAME.matcher(name).matches()) {
            throw invalid(
                    "name", say("must have 1 to 64 letters, digits and . _ @ - and begin with a letter or digit"));
        }
    }

    private void requireRoles(List<String> roles) {
        var known = new HashSet<>(definitions.get().roles().keySet());
        known.add(Rights.SUPERUSER);
        requireKnown("roles", roles, known);
    }

    private static void requireKnown(String field, List<String> given, Collection<String> known) {
        for (var value : given) {
            if (!known.contains(value)) {
                throw invalid(
                        field,
                        say(
                                "has `%s`, which does not exist; there are %s",
                                value, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private Collection<String> typeNames() {
        var names = new HashSet<>(definitions.get().contentTypes().keySet());
        names.add(RoleDefinition.ASSET);
        return names;
    }

    private Collection<String> localeIds() {
        return definitions.get().site().locales().stream()
                .map(locale -> locale.id())
                .toList();
    }

    private static Collection<String> actionCodes() {
        return java.util.Arrays.stream(Action.values()).map(Action::code).toList();
    }

    private static Map<String, String> described(User user) {
        return Map.of(
                "roles", String.join(",", user.roles()),
                "groups", String.join(",", user.groups()),
                "organisations", String.join(",", user.organisations()),
                "locales", String.join(",", user.locales()),
                "enabled", Boolean.toString(user.enabled()));
    }

    private void record(String kind, Account by, String subject, Map<String, String> details) {
        audit.append(new AuditEvent(kind, by.actor().name(), subject, details));
    }

    private static PlatformException noUser(String name) {
        return new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no user `%s`", name));
    }

    private static PlatformException invalid(String field, String message) {
        return new PlatformException(
                ErrorCode.INVALID_VALUE, field + " " + message, List.of(new FieldError(field, "invalid", message)));
    }
}
