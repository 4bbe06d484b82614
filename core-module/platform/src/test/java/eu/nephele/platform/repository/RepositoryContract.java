package eu.nephele.platform.repository;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every kind of storage must do; each extends the suites below it once in memory and once on disk. */
abstract class RepositoryContract {

    protected ContentRepository repository;

    protected abstract RepositorySettings settings();

    @BeforeEach
    void open() {
        repository = ContentRepository.open(settings());
        repository.register(TestingRepository.workspace("champions", "nph:champion"));
    }

    @AfterEach
    void close() {
        repository.close();
    }
}
