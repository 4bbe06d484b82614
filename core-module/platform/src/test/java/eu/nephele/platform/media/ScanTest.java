package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import org.junit.jupiter.api.Test;

class ScanTest {

    @Test
    void aFileInQuarantineIsHandedToNobodyAndOthersAre() {
        assertThatThrownBy(() -> Scan.INFECTED.requireHarmless("film.mp4"))
                .hasMessageContaining("film.mp4 is in quarantine")
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        for (var scan : new Scan[] {Scan.NONE, Scan.PENDING, Scan.CLEAN}) {
            assertThatCode(() -> scan.requireHarmless("film.mp4")).doesNotThrowAnyException();
        }
    }
}
