package eu.nephele.api.search;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Until when somebody waits for an answer, which may take several calls of an engine. Whoever asks sets it for what is done by the thread;
 * engines that wait for others heed it, and are SEARCH_UNAVAILABLE when it has passed.
 */
public final class SearchDeadline {

    private static final ScopedValue<Long> NANOS = ScopedValue.newInstance();

    private SearchDeadline() {}

    /** Does the work within this time, or within what is left of the time that was set before. */
    public static <T> T within(Duration atMost, Supplier<T> work) {
        return ScopedValue.where(NANOS, System.nanoTime() + left(atMost).toNanos())
                .call(work::get);
    }

    /** How long a call may take that is otherwise given so long; negative once the deadline has passed. */
    public static Duration left(Duration usual) {
        if (!NANOS.isBound()) {
            return usual;
        }
        var left = Duration.ofNanos(NANOS.get() - System.nanoTime());
        return left.compareTo(usual) < 0 ? left : usual;
    }
}
