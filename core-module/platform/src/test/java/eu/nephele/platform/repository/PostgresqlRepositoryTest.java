package eu.nephele.platform.repository;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlRepositoryTest {

    @TempDir
    Path folder;

    @Nested
    class ReadingAndWriting extends ReadWriteContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }

    @Nested
    class Versioning extends VersionContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }

    @Nested
    class LookingUp extends LookupContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }

    @Nested
    class Registering extends RegistrationContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }

    @Nested
    class Spreading extends SpreadContract {
        @Override
        protected RepositorySettings settings() {
            return TestingPostgresql.shared(TestingPostgresql.database(), folder, "node");
        }
    }
}
