package eu.nephele.webapp.app;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Frees disk space once a day, at the hour the operator chose; of several nodes one does it. */
@Component
class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ContentRepository repository;
    private final Lease duty;
    private final Clock clock;
    private final LocalTime hour;
    private final Duration changesKept;
    private final Thread thread;

    Housekeeping(ContentRepository repository, Clock clock, NepheleSettings settings) {
        this.repository = repository;
        this.duty = repository.lease("housekeeping");
        this.clock = clock;
        this.hour = LocalTime.of(settings.repository().compactHour(), 0);
        this.changesKept = settings.repository().changesKept();
        this.thread = Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(untilNext(LocalDateTime.now(clock.withZone(ZoneId.systemDefault())), hour));
                if (duty.isHeld()) {
                    compact();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void compact() {
        var started = clock.instant();
        try {
            repository.forgetChanges(started.minus(changesKept));
            repository.compact();
            LOG.info("The repository was compacted in {}", Duration.between(started, clock.instant()));
        } catch (PlatformException failure) {
            LOG.error("The repository was not compacted, the next try is tomorrow: {}", failure.getMessage());
        }
    }

    /** Never zero: at the hour itself the next one is tomorrow's. */
    static Duration untilNext(LocalDateTime now, LocalTime hour) {
        var today = now.toLocalDate().atTime(hour);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
