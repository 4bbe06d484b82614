package eu.nephele.webapp.app;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Gives memory back to the machine when there is little to do after much was done: a start and an import need several times the heap
 * that serving needs, and the collector of our choice keeps what it has until the next full collection.
 */
@Component
class IdleMemory implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(3);

    private final Thread thread =
            Thread.ofPlatform().daemon().name("idle-memory").start(this::run);

    private void run() {
        var watch = new Watch();
        try {
            while (true) {
                Thread.sleep(STEP);
                var used = ProcessHandle.current().info().totalCpuDuration();
                if (used.isPresent() && watch.isTimeToCollect(used.get())) {
                    System.gc();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Is told at each step how much processor time the process has used so far. */
    static final class Watch {

        /** Less than a twentieth of one processor. */
        private static final Duration IDLE = STEP.dividedBy(20);

        /** What a collection takes, some tenths of a second, must stay small beside it. */
        private static final Duration WORTH_COLLECTING = Duration.ofSeconds(5);

        private Duration last = Duration.ZERO;
        private Duration collected = Duration.ZERO;

        boolean isTimeToCollect(Duration used) {
            var idle = used.minus(last).compareTo(IDLE) < 0;
            last = used;
            if (!idle || used.minus(collected).compareTo(WORTH_COLLECTING) < 0) {
                return false;
            }
            collected = used;
            return true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
