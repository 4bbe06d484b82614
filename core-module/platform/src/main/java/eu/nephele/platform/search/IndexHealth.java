package eu.nephele.platform.search;

import eu.nephele.api.failure.PlatformException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the index from time to time, and soon and often while something was wrong with it. */
final class IndexHealth implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexHealth.class);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(30);
    private static final Duration NEXT_LOOK_IN_DOUBT = Duration.ofSeconds(2);

    private final Runnable look;
    private final Semaphore doubts = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("index-health").unstarted(this::run);
    private volatile boolean good = true;
    private volatile String problem = "";
    private volatile boolean closed;

    /** @param look finds what is wrong and puts it right; throws where it cannot */
    IndexHealth(Runnable look) {
        this.look = look;
    }

    synchronized void start() {
        if (thread.getState() == Thread.State.NEW && !closed) {
            thread.start();
        }
    }

    boolean isGood() {
        return good;
    }

    /** What went wrong the last time; empty while nothing is. */
    String problem() {
        return good ? "" : problem;
    }

    /** Something went wrong: look soon. */
    void doubt(Throwable why) {
        problem = told(why);
        good = false;
        doubts.release();
    }

    private static String told(Throwable why) {
        return why instanceof PlatformException known ? String.valueOf(known.getMessage()) : why.toString();
    }

    private void run() {
        try {
            while (!closed) {
                var wait = good ? NEXT_LOOK : NEXT_LOOK_IN_DOUBT;
                if (doubts.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    doubts.drainPermits();
                }
                lookAfter();
            }
        } catch (InterruptedException closing) {
            LOG.debug("The index is no longer looked after");
        }
    }

    private void lookAfter() {
        try {
            look.run();
            if (!good) {
                LOG.info("The search engine answers, and the index is whole");
            }
            good = true;
        } catch (RuntimeException failure) {
            if (good && !closed) {
                LOG.warn("The index cannot be looked after: {}", told(failure));
            }
            problem = told(failure);
            good = false;
            // More doubts that came meanwhile tell nothing new; the next look is in a moment all the same.
            doubts.drainPermits();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        doubts.release();
    }
}
