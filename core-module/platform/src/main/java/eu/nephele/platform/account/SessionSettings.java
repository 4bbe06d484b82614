package eu.nephele.platform.account;

import java.time.Duration;

/**
 * Limits of sessions.
 *
 * @param idle how long one lasts that is not used
 * @param longest how long one lasts at most
 * @param perUser sessions of one user at the same time; one more ends the oldest
 */
public record SessionSettings(Duration idle, Duration longest, int perUser) {

    public static final SessionSettings DEFAULT = new SessionSettings(Duration.ofHours(4), Duration.ofHours(16), 20);

    /** How exactly the last use is stored: a write for each request would be a waste. */
    Duration touchEvery() {
        var tenth = idle.dividedBy(10);
        var longest = Duration.ofMinutes(5);
        return tenth.compareTo(longest) < 0 ? tenth : longest;
    }
}
