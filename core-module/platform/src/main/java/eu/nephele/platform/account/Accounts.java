package eu.nephele.platform.account;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentRepository;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
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
    private final PasswordHashing hashing;
    private final LoginThrottle throttle;
    private final VerifiedCredentials verified;
    private final Semaphore hashesAtOnce;
    private volatile @Nullable String hashOfNobody;

    public Accounts(
            ContentRepository repository, PasswordHashing hashing, AccountSettings settings, InstantSource clock) {
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
        var stored = store.passwordHash(ADMINISTRATOR);
        if (password != null) {
            if (stored.isEmpty() || !hashing.matches(password, stored.get())) {
                store.save(ADMINISTRATOR, hashing.hash(password));
            }
            return Optional.empty();
        }
        if (stored.isPresent()) {
            return Optional.empty();
        }
        var generated = generatePassword();
        store.save(ADMINISTRATOR, hashing.hash(generated));
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
        var hash = store.passwordHash(name);
        if (hash.isPresent() && verified.contains(name, password, hash.get())) {
            return new Account(name);
        }
        var matches = password.length() <= LONGEST_PASSWORD && matches(password, hash.orElseGet(this::hashOfNobody));
        if (!matches || hash.isEmpty()) {
            throttle.failed(name, origin);
            throw new PlatformException(ErrorCode.NOT_AUTHENTICATED, "The name or the password is wrong");
        }
        throttle.succeeded(name, origin);
        verified.remember(name, password, hash.get());
        return new Account(name);
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
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
