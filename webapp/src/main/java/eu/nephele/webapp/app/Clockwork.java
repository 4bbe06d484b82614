package eu.nephele.webapp.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what has to be looked at every second, each chore on a thread of its own, one call after the other. */
final class Clockwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Thread> threads;
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param chores by name */
    Clockwork(Map<String, Runnable> chores) {
        threads = chores.entrySet().stream()
                .map(chore ->
                        Thread.ofVirtual().name(chore.getKey()).start(() -> repeat(chore.getKey(), chore.getValue())))
                .toList();
    }

    private void repeat(String name, Runnable chore) {
        while (!closed) {
            try {
                chore.run();
                failing.remove(name);
            } catch (RuntimeException e) {
                if (!closed && failing.put(name, true) == null) {
                    LOG.error("The chore `{}` failed, and is tried every second", name, e);
                }
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Comes back when no chore runs any more; those that run end on their own. */
    @Override
    public void close() {
        closed = true;
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
