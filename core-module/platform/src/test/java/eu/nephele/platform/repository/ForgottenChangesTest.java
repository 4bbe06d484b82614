package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.change;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForgottenChangesTest {

    private static final Instant AFTER_ALL = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void oldRecordsGoByTheThousandAndTheNewestStay() {
        try (var repository = TestingRepository.inMemory("champions")) {
            record(repository, 3500);
            repository.forgetChanges(BEFORE_ALL);
            assertThat(repository.forgottenUpTo()).isZero();
            assertThat(repository.changesAfter(0, 10))
                    .extracting(Change::revision)
                    .startsWith(1L, 2L);

            repository.forgetChanges(AFTER_ALL);

            assertThat(repository.forgottenUpTo()).isEqualTo(2999);
            assertThat(repository.changesAfter(0, 10_000))
                    .extracting(Change::revision)
                    .hasSize(501)
                    .startsWith(3000L)
                    .endsWith(3500L);
            record(repository, 1);
            assertThat(repository.lastRevision()).isEqualTo(3501);
            repository.forgetChanges(AFTER_ALL);
            assertThat(repository.forgottenUpTo()).isEqualTo(2999);
        }
    }

    private static void record(ContentRepository repository, int changes) {
        repository.write(SYSTEM, writer -> {
            var stored = writer.put(draft("champions", "/kolektor"), entry());
            for (var number = 0; number < changes; number++) {
                writer.record(change(writer, Change.Kind.SAVED, draft("champions", "/kolektor"), stored));
            }
            return null;
        });
    }
}
