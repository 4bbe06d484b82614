package eu.nephele.platform.account;

import static eu.nephele.platform.wording.Wording.say;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes guessing slow: after some failures each further one doubles the wait. Counted for one name from one address; for an address, which may
 * try many names; and for a name, which many addresses may try. The last does not keep out who has logged in from her address before,
 * or guessing would lock out the owner.
 */
final class LoginThrottle {

    private static final int PLACES_REMEMBERED = 10_000;
    private static final String ANY = "";

    /** Many people may share an address, and many addresses be one person's: more than for a name and address together. */
    private static final int MORE_FREE = 10;

    private final AccountSettings settings;
    private final InstantSource clock;
    private final Cache<Place, Failures> failures;
    private final Cache<Place, Boolean> familiar =
            Caffeine.newBuilder().maximumSize(PLACES_REMEMBERED).build();

    LoginThrottle(AccountSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(PLACES_REMEMBERED)
                .expireAfterWrite(settings.longestWait().multipliedBy(10))
                .build();
    }

    /** Refuses with TOO_MANY_ATTEMPTS while the name, the address or both together have to wait. */
    void check(String name, String origin) {
        check(new Place(name, origin));
        check(new Place(ANY, origin));
        if (familiar.getIfPresent(new Place(name, origin)) == null) {
            check(new Place(name, ANY));
        }
    }

    private void check(Place place) {
        var known = failures.getIfPresent(place);
        var now = clock.instant();
        if (known != null && now.isBefore(known.waitUntil())) {
            throw new PlatformException(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    say(
                            "Too many wrong passwords; try again in %d seconds",
                            Duration.between(now, known.waitUntil()).toSeconds() + 1));
        }
    }

    void failed(String name, String origin) {
        for (var place : List.of(new Place(name, origin), new Place(ANY, origin), new Place(name, ANY))) {
            var free = settings.freeFailures() * (place.isBoth() ? 1 : MORE_FREE);
            failures.asMap().merge(place, next(0, free), (before, ignored) -> next(before.count(), free));
        }
    }

    void succeeded(String name, String origin) {
        failures.invalidate(new Place(name, origin));
        familiar.put(new Place(name, origin), true);
    }

    private Failures next(int before, int free) {
        var count = before + 1;
        var excess = Math.min(count - free, 20);
        var wait = excess < 0 ? Duration.ZERO : Duration.ofSeconds(1L << excess);
        var bounded = wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
        return new Failures(count, clock.instant().plus(bounded));
    }

    private record Place(String name, String origin) {

        boolean isBoth() {
            return !name.equals(ANY) && !origin.equals(ANY);
        }
    }

    private record Failures(int count, Instant waitUntil) {}
}
