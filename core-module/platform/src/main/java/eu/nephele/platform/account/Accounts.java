package eu.nephele.platform.account;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.audit.AuditEvent;
import eu.nephele.platform.audit.AuditLog;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who somebody is, by password, session or token, and what they may do now. Wrong names and wrong passwords cannot be told apart,
 * neither by the answer nor by its time.
 */
public final class Accounts {

    public static final String ADMINISTRATOR = "admin";

    private final AccountStore store;
    private final Directory directory;
    private final Rights rights;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final VerifiedCredentials verified;
    private final AuditLog audit;
    private final Users users;
    private final InstantSource clock;

    public Accounts(
            ContentRepository repository,
            Supplier<? extends Definitions> definitions,
            Sessions sessions,
            PasswordHashing hashing,
            AccountSettings settings,
            AuditLog audit,
            InstantSource clock) {
        this.store = new AccountStore(repository);
        this.rights = new Rights(definitions);
        this.directory = new Directory(store, rights, definitions);
        this.sessions = sessions;
        this.tokens = new Tokens(repository, clock);
        this.passwords = new Passwords(hashing, settings.hashesAtOnce());
        this.throttle = new LoginThrottle(settings, clock);
        this.verified = new VerifiedCredentials(settings.rememberVerified());
        this.audit = audit;
        this.users = new Users(store, directory, definitions, sessions, tokens, passwords, audit);
        this.clock = clock;
    }

    /** For those who administer users. */
    public Users users() {
        return users;
    }

    /**
     * Sees to it that the administrator exists and has the given password, if one is given.
     *
     * @return the password that was generated, once, when there was neither an administrator nor a given password
     */
    public Optional<String> prepareAdministrator(@Nullable String password) {
        var stored = store.find(ADMINISTRATOR);
        var user = stored.map(AccountStore.Stored::user).orElseGet(() -> User.administrator(ADMINISTRATOR));
        var hash = stored.map(AccountStore.Stored::passwordHash).orElse(null);
        if (password != null) {
            if (hash == null || !passwords.matches(password, hash)) {
                store.save(new AccountStore.Stored(user, passwords.hash(password), null));
            }
            return Optional.empty();
        }
        if (hash != null) {
            return Optional.empty();
        }
        var generated = Passwords.generate();
        store.save(new AccountStore.Stored(user, passwords.hash(generated), null));
        return Optional.of(generated);
    }

    /**
     * Creates a user who comes with sample content, unless there is one of the name.
     *
     * @return the generated password
     */
    public Optional<String> prepareSample(User user) {
        if (store.find(user.name()).isPresent()) {
            return Optional.empty();
        }
        var generated = Passwords.generate();
        store.save(new AccountStore.Stored(user, passwords.hash(generated), null));
        audit.append(new AuditEvent("user-created", "system:sample-content", user.name(), Map.of()));
        return Optional.of(generated);
    }

    /**
     * The account that has this name and password.
     *
     * @param origin where the request comes from, such as an address: guesses are counted by name and origin
     * @throws PlatformException NOT_AUTHENTICATED, or TOO_MANY_ATTEMPTS after many failures
     */
    public Account authenticate(String name, String password, String origin) {
        throttle.check(name, origin);
        var stored = store.find(name).filter(found -> found.user().enabled());
        var hash = stored.map(AccountStore.Stored::passwordHash).orElse(null);
        if (hash != null && verified.contains(name, password, hash)) {
            return directory.account(stored.get().user());
        }
        if (!passwords.matches(password, hash)) {
            throttle.failed(name, origin);
            audit.append(new AuditEvent("login-refused", name, "", Map.of("origin", origin)));
            throw new PlatformException(ErrorCode.NOT_AUTHENTICATED, "The name or the password is wrong");
        }
        throttle.succeeded(name, origin);
        verified.remember(name, password, java.util.Objects.requireNonNull(hash));
        audit.append(new AuditEvent("password-verified", name, "", Map.of("origin", origin)));
        return directory.account(stored.orElseThrow().user());
    }

    /**
     * The account of somebody whom an identity provider has let in; created at the first time. Her roles follow the provider, whatever they
     * were; a user of our own is never taken over, even of the same name.
     *
     * @throws PlatformException ACCESS_DENIED where she is suspended, has no role here, or her name is taken
     */
    public Account enter(ExternalUser external, String origin) {
        var known = store.withIdentity(external.identity());
        if (known.isEmpty() && store.find(external.name()).isPresent()) {
            throw refused(external, origin, "there is another user `%s`".formatted(external.name()));
        }
        if (known.isPresent() && !known.get().user().enabled()) {
            throw refused(external, origin, "the user is suspended");
        }
        if (external.roles().isEmpty()) {
            throw refused(external, origin, "the identity provider gives no role that is known here");
        }
        var before = known.map(AccountStore.Stored::user);
        var name = before.map(User::name).orElseGet(external::name);
        if (!AccountStore.NAME.matcher(name).matches()) {
            throw refused(external, origin, "`%s` cannot be a user's name".formatted(name));
        }
        var user = new User(
                name,
                external.fullName(),
                external.email(),
                true,
                external.roles().stream().sorted().toList(),
                before.map(User::groups).orElse(List.of()),
                before.map(User::organisations).orElse(List.of()),
                before.map(User::locales).orElse(List.of()),
                false);
        if (!user.equals(before.orElse(null))) {
            store.save(new AccountStore.Stored(user, null, external.identity()));
            audit.append(
                    new AuditEvent("user-from-provider", name, name, Map.of("roles", String.join(",", user.roles()))));
        }
        return directory.account(user);
    }

    private PlatformException refused(ExternalUser external, String origin, String reason) {
        audit.append(new AuditEvent("login-refused", external.name(), "", Map.of("origin", origin, "reason", reason)));
        return new PlatformException(
                ErrorCode.ACCESS_DENIED, "You are known to the identity provider, but not let in here: " + reason);
    }

    /**
     * Opens a session after {@link #authenticate} or {@link #enter}.
     *
     * @return the secret that a browser keeps as its cookie
     */
    public String logIn(Account account, String origin) {
        audit.append(new AuditEvent("login", account.name(), "", Map.of("origin", origin)));
        return sessions.open(account.name(), origin);
    }

    /** The account that the session of this secret belongs to; empty when it is over, or its user suspended. */
    public Optional<Account> withSession(String secret) {
        return sessions.find(secret).flatMap(session -> directory.account(session.user()));
    }

    /** The session of this secret; empty when it is over. */
    public Optional<Session> session(String secret) {
        return sessions.find(secret);
    }

    /** Who somebody is now, for what is done in their name later; empty for one who is suspended. */
    public Optional<Account> named(String name) {
        return directory.account(name);
    }

    /** Who may log in at present, for naming them; what each may do says {@link #named}. */
    public List<User> everybody() {
        return store.all().stream().filter(User::enabled).toList();
    }

    /** The ids of the organisations that somebody acts for. */
    public Set<String> organisations() {
        return directory.organisations();
    }

    public void logOut(String secret) {
        sessions.find(secret)
                .ifPresent(session ->
                        audit.append(new AuditEvent("logout", session.user(), "", Map.of("session", session.id()))));
        sessions.close(secret);
    }

    /**
     * The account of the user whose token this is, with no more rights than she has now and the token allows.
     *
     * @throws PlatformException NOT_AUTHENTICATED where it is none, has expired or was revoked, or its user is suspended
     */
    public Account withToken(String text, String origin) {
        var token = tokens.find(text);
        var account = token.flatMap(found -> directory.account(found.user()));
        if (token.isEmpty() || account.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.NOT_AUTHENTICATED,
                    tokens.expired(text)
                            .map(old -> "The token `%s` expired on %s: make a new one"
                                    .formatted(old.name(), old.expires().truncatedTo(ChronoUnit.SECONDS)))
                            .orElse("The token is unknown or was revoked, or its user is suspended"));
        }
        var used = token.get();
        if (Tokens.isWorthNoting(used, clock.instant())) {
            audit.append(new AuditEvent(
                    "token-used", used.user(), used.id(), Map.of("origin", origin, "name", used.name())));
        }
        var owner = account.get();
        var name = "%s (token %s)".formatted(owner.name(), used.name());
        var actor = owner.actor().within(name, rights.limits(used.scope(), used.name()));
        return new Account(owner.user(), actor, used);
    }
}
