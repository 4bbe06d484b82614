package eu.nephele.platform.repository;

import org.junit.jupiter.api.Nested;

class InMemoryRepositoryTest {

    @Nested
    class ReadingAndWriting extends ReadWriteContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }

    @Nested
    class Versioning extends VersionContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }

    @Nested
    class LookingUp extends LookupContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }

    @Nested
    class Registering extends RegistrationContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }

    @Nested
    class Spreading extends SpreadContract {
        @Override
        protected RepositorySettings settings() {
            return RepositorySettings.inMemory();
        }
    }
}
