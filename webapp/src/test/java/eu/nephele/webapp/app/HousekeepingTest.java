package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static final LocalTime THREE = LocalTime.of(3, 0);

    @Test
    void itWaitsForTheHourOfTodayOrElseOfTomorrow() {
        assertThat(Housekeeping.untilNext(LocalDateTime.parse("2026-10-01T01:30:00"), THREE))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(Housekeeping.untilNext(LocalDateTime.parse("2026-10-01T03:00:00"), THREE))
                .isEqualTo(Duration.ofDays(1));
        assertThat(Housekeeping.untilNext(LocalDateTime.parse("2026-10-01T23:00:00"), THREE))
                .isEqualTo(Duration.ofHours(4));
    }
}
