package eu.nephele.platform.delivery;

import java.time.Duration;

/** Knows which changes readers are answered by: those that the caches and the index have followed. */
@FunctionalInterface
public interface Revisions {

    /** Waits until answers show the change of this revision, or the time has passed; answers whether they do. */
    boolean await(long revision, Duration atMost) throws InterruptedException;
}
