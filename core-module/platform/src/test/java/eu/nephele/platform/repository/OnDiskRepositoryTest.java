package eu.nephele.platform.repository;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class OnDiskRepositoryTest {

    @TempDir
    Path folder;

    @Nested
    class ReadingAndWriting extends ReadWriteContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }

    @Nested
    class Versioning extends VersionContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }

    @Nested
    class LookingUp extends LookupContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }

    @Nested
    class Registering extends RegistrationContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }

    @Nested
    class Spreading extends SpreadContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.in(folder);
        }
    }
}
