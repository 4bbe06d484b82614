package eu.nephele.platform.account;

import java.time.Duration;

/**
 * Limits of logging in.
 *
 * @param freeFailures wrong passwords from one place for one name before it must wait
 * @param longestWait the wait doubles with each further failure, up to this
 * @param rememberVerified how long a verified password is not hashed again
 * @param hashesAtOnce how many passwords are hashed at the same time: each takes memory and a core
 */
public record AccountSettings(int freeFailures, Duration longestWait, Duration rememberVerified, int hashesAtOnce) {

    public static final AccountSettings DEFAULT =
            new AccountSettings(5, Duration.ofMinutes(1), Duration.ofMinutes(10), 2);
}
