package eu.nephele.platform.account;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Verifies who somebody is. Wrong names and wrong passwords cannot be told apart, neither by the answer nor by its time. */
public final class Accounts {

    public static final String ADMINISTRATOR = "admin";

    private static final int LONGEST_PASSWORD = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordHashing hashing;
    private final LoginThrottle throttle;
    private final VerifiedCredentials verified;
    private final Semaphore hashesAtOnce;
    private volatile @Nullable String hashOfNobody;

    public Accounts(
            ContentRepository repository,
            Sessions sessions,
            PasswordHashing hashing,
            AccountSettings settings,
            InstantSource clock) {
        this.sessions = sessions;
        this.store = new AccountStore(repository);
        this.hashing = hashing;
        this.throttle = new LoginThrottle(settings, clock);
        this.verified = new VerifiedCredentials(settings.rememberVerified());
        this.hashesAtOnce = new Semaphore(settings.hashesAtOnce());
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
            if (hash == null || !hashing.matches(password, hash)) {
                store.save(user, hashing.hash(password));
            }
            return Optional.empty();
        }
        if (hash != null) {
            return Optional.empty();
        }
        var generated = generatePassword();
        store.save(user, hashing.hash(generated));
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
            return account(stored.get().user());
        }
        var matches = password.length() <= LONGEST_PASSWORD && matches(password, hash == null ? hashOfNobody() : hash);
        if (!matches || hash == null) {
            throttle.failed(name, origin);
            throw new PlatformException(ErrorCode.NOT_AUTHENTICATED, "The name or the password is wrong");
        }
        throttle.succeeded(name, origin);
        verified.remember(name, password, hash);
        return account(stored.get().user());
    }

    /**
     * Opens a session after {@link #authenticate}.
     *
     * @return the secret that a browser keeps as its cookie
     */
    public String logIn(Account account, String origin) {
        return sessions.open(account.name(), origin);
    }

    /** The account that the session of this secret belongs to; empty when it is over, or its user suspended. */
    public Optional<Account> withSession(String secret) {
        return sessions.find(secret)
                .flatMap(session -> store.find(session.user()))
                .map(AccountStore.Stored::user)
                .filter(User::enabled)
                .map(Accounts::account);
    }

    public void logOut(String secret) {
        sessions.close(secret);
    }

    private static Account account(User user) {
        return new Account(user, Actor.administrator(user.name()));
    }

    private boolean matches(String password, String hash) {
        try {
            if (!hashesAtOnce.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new PlatformException(
                        ErrorCode.TOO_MANY_ATTEMPTS, "Too many log-ins at the same time; try again in a few seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(ErrorCode.STORE_UNAVAILABLE, "The server is stopping", e);
        }
        try {
            return hashing.matches(password, hash);
        } finally {
            hashesAtOnce.release();
        }
    }

    /** Unknown names are checked against this one, so that they take as long as known ones. */
    private String hashOfNobody() {
        var hash = hashOfNobody;
        if (hash == null) {
            hash = hashing.hash(generatePassword());
            hashOfNobody = hash;
        }
        return hash;
    }

    private static String generatePassword() {
        return Secrets.random(18);
    }
}
