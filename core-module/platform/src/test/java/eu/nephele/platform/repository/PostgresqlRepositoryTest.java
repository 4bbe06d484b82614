package eu.nephele.platform.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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

    /** As of PostgreSQL 15, where the database is not hers. */
    @Test
    void whoMayNotMakeTablesIsToldSo() throws SQLException {
        var database = TestingPostgresql.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        }
        TestingPostgresql.execute("CREATE USER guest PASSWORD 'guest'");
        var hers = new PostgresqlSettings(
                database.url().replaceAll("\\?.*", ""), "guest", "guest", 5, database.nodeTimeout());

        assertThatThrownBy(() -> ContentRepository.open(TestingPostgresql.shared(hers, folder, "node")))
                .hasMessageContaining("does not allow `guest` enough")
                .hasMessageNotContaining("does not answer");
    }
}
