package eu.nephele.platform.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Makes guessing slow: after some failures for one name from one place, each further one doubles the wait. */
final class LoginThrottle {

    private static final int PLACES_REMEMBERED = 10_000;

    private final AccountSettings settings;
    private final InstantSource clock;
    private final Cache<Place, Failures> failures;

    LoginThrottle(AccountSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(PLACES_REMEMBERED)
                .expireAfterWrite(settings.longestWait().multipliedBy(10))
                .build();
    }

    /** Refuses with TOO_MANY_ATTEMPTS while the place has to wait. */
    void check(String name, String origin) {
        var known = failures.getIfPresent(new Place(name, origin));
        var now = clock.instant();
        if (known != null && now.isBefore(known.waitUntil())) {
            throw new PlatformException(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "Too many wrong passwords; try again in %d seconds"
                            .formatted(Duration.between(now, known.waitUntil()).toSeconds() + 1));
        }
    }

    void failed(String name, String origin) {
        failures.asMap().merge(new Place(name, origin), next(0), (before, ignored) -> next(before.count()));
    }

    void succeeded(String name, String origin) {
        failures.invalidate(new Place(name, origin));
    }

    private Failures next(int before) {
        var count = before + 1;
        var excess = Math.min(count - settings.freeFailures(), 20);
        var wait = excess < 0 ? Duration.ZERO : Duration.ofSeconds(1L << excess);
        var bounded = wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
        return new Failures(count, clock.instant().plus(bounded));
    }

    private record Place(String name, String origin) {}

    private record Failures(int count, Instant waitUntil) {}
}
