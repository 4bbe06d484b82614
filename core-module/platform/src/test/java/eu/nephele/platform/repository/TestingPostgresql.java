package eu.nephele.platform.repository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jackrabbit.oak.plugins.document.rdb.RDBDocumentNodeStoreBuilder;
import org.postgresql.PGConnection;

/** A real PostgreSQL server, one for all tests of a run, with a new database for each who asks. */
public final class TestingPostgresql {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(4);

    private TestingPostgresql() {}

    /** A new, empty database. */
    public static PostgresqlSettings database() {
        return database(NODE_TIMEOUT);
    }

    public static PostgresqlSettings database(Duration nodeTimeout) {
        var name = "nephele" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        var url = Server.RUNNING.getJdbcUrl("postgres", name);
        return new PostgresqlSettings(url, "postgres", "postgres", 5, nodeTimeout);
    }

    /**
     * A new database, restored from a dump of this one that is made now, while nodes run. Where the machine has no client of
     * PostgreSQL that fits, the rows are copied as a dump reads them: within one transaction.
     */
    public static PostgresqlSettings restoredCopyOf(PostgresqlSettings database) {
        return PostgresqlClient.fits() ? restoredDumpOf(database) : copyOfRows(database);
    }

    static PostgresqlSettings restoredDumpOf(PostgresqlSettings database) {
        var copy = database();
        PostgresqlClient.dumpAndRestore(database, copy);
        return copy;
    }

    static PostgresqlSettings copyOfRows(PostgresqlSettings database) {
        var copy = database();
        copyTables(database, copy);
        return copy;
    }

    private static void copyTables(PostgresqlSettings from, PostgresqlSettings to) {
        try (var source = DriverManager.getConnection(from.url(), from.user(), from.password());
                var target = DriverManager.getConnection(to.url(), to.user(), to.password())) {
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var tables = new ArrayList<String>();
            try (var rows = source.createStatement()
                    .executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            // The same tables, as an opened repository makes them.
            try (var database = Database.open(to)) {
                Leases.createTable(database);
                WriteTurn.createTable(database);
                RDBDocumentNodeStoreBuilder.newRDBDocumentNodeStoreBuilder()
                        .setRDBConnection(database.content())
                        .build()
                        .dispose();
            }
            for (var table : tables) {
                try (var statement = target.createStatement()) {
                    statement.execute("TRUNCATE " + table);
                }
                var rows = new ByteArrayOutputStream();
                source.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
                target.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A database that another process made. */
    static PostgresqlSettings at(String url) {
        return new PostgresqlSettings(url, "postgres", "postgres", 5, NODE_TIMEOUT);
    }

    public static int port() {
        return Server.RUNNING.getPort();
    }

    public static RepositorySettings shared(PostgresqlSettings database, Path folder, String node) {
        return RepositorySettings.shared(
                folder.resolve(node), database, new BinarySettings.Folder(folder.resolve("binaries")));
    }

    public static void execute(String sql) {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
