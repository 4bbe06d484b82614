package eu.nephele.platform.account;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes and checks the hashes of passwords, a few at a time; a check costs the same whether there is a hash or not. */
final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int GENERATED_BYTES = 18;

    private final PasswordHashing hashing;
    private final Semaphore hashesAtOnce;
    private volatile @Nullable String hashOfNobody;

    Passwords(PasswordHashing hashing, int hashesAtOnce) {
        this.hashing = hashing;
        this.hashesAtOnce = new Semaphore(hashesAtOnce);
    }

    static String generate() {
        return Secrets.random(GENERATED_BYTES);
    }

    String hash(String password) {
        return hashing.hash(password);
    }

    /** The hash of a password that somebody chose; refuses with INVALID_VALUE what is easily guessed. */
    String hashChosen(String user, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw invalid(say("must have from %d to %,d characters", SHORTEST, LONGEST));
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(user.toLowerCase(java.util.Locale.ROOT))
                || password.chars().distinct().count() < SHORTEST / 2) {
            throw invalid(say("must not contain the user's name, nor consist of few characters repeated"));
        }
        return hashing.hash(password);
    }

    /** @param hash null of somebody who does not exist, or has no password: never matches, and takes as long */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        try {
            if (!hashesAtOnce.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new PlatformException(
                        ErrorCode.TOO_MANY_ATTEMPTS,
                        say("Too many log-ins at the same time; try again in a few seconds"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(ErrorCode.STORE_UNAVAILABLE, say("The server is stopping"), e);
        }
        try {
            return hashing.matches(password, hash == null ? hashOfNobody() : hash) && hash != null;
        } finally {
            hashesAtOnce.release();
        }
    }

    /** Unknown names are checked against this one, so that they take as long as known ones. */
    private String hashOfNobody() {
        var hash = hashOfNobody;
        if (hash == null) {
            hash = hashing.hash(generate());
            hashOfNobody = hash;
        }
        return hash;
    }

    private static PlatformException invalid(String message) {
        return new PlatformException(
                ErrorCode.INVALID_VALUE,
                say("The password %s", message),
                List.of(new FieldError("password", "password", message)));
    }
}
