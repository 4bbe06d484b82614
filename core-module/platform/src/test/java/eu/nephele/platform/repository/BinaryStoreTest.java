package eu.nephele.platform.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryStoreTest {

    @Nested
    class InAFolder extends BinaryStoreContract {
        @Override
        protected BinarySettings binaries() {
            return new BinarySettings.Folder(folder.resolve("shared"));
        }
    }

    @Nested
    class InABucket extends BinaryStoreContract {

        private final BinarySettings bucket = TestingS3.bucket(UUID.randomUUID() + "/");

        @Override
        protected BinarySettings binaries() {
            return bucket;
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamedAtTheStart(@TempDir Path folder) {
        var there = TestingS3.bucket("");
        var missing = new BinarySettings.S3(there.endpoint(), there.region(), "missing", "", "key", "hidden", true);

        assertThatThrownBy(() ->
                        ContentRepository.open(RepositorySettings.in(folder).withBinaries(missing)))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                    assertThat(failure).hasMessageContaining("missing/");
                });
        assertThat(missing.toString()).doesNotContain("hidden");
    }
}
