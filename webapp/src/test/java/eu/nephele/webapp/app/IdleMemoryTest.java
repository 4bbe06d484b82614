package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

    private final IdleMemory.Watch watch = new IdleMemory.Watch();

    @Test
    void itCollectsOnceWhenMuchWorkIsOver() {
        assertThat(after(9.0)).as("busy since the start").isFalse();
        assertThat(after(9.1)).as("idle now").isTrue();
        assertThat(after(9.2)).as("idle still").isFalse();
    }

    @Test
    void littleWorkIsNotWorthACollection() {
        assertThat(after(4.0)).isFalse();
        assertThat(after(4.05)).isFalse();
    }

    @Test
    void itNeverCollectsAmidWork() {
        for (var seconds = 2.0; seconds < 60; seconds += 2) {
            assertThat(after(seconds)).isFalse();
        }
        assertThat(after(58.05)).isTrue();
        assertThat(after(70)).isFalse();
        assertThat(after(70.05)).as("much was done again").isTrue();
    }

    private boolean after(double seconds) {
        return watch.isTimeToCollect(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
