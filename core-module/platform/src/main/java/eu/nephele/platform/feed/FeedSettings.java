package eu.nephele.platform.feed;

import java.time.Duration;

/**
 * How the feed hands out changes.
 *
 * @param batchSize the most changes of one call
 * @param attempts how often a batch, and then each of its changes, is tried
 * @param firstPause before the second attempt; each further pause is twice as long
 */
public record FeedSettings(int batchSize, int attempts, Duration firstPause, Duration longestPause) {

    public static final FeedSettings DEFAULTS = new FeedSettings(500, 4, Duration.ofMillis(100), Duration.ofSeconds(5));

    public FeedSettings {
        if (batchSize < 1 || attempts < 1) {
            throw new IllegalArgumentException("A batch and the attempts must be at least 1");
        }
    }

    Duration pauseAfter(int failures) {
        var pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
