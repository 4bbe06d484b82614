package eu.nephele.platform.repository;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Connections to PostgreSQL: a pool for Oak, and a small one by which nodes agree, where no wait is long. */
final class Database implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_CONNECT = Duration.ofSeconds(10);

    /** Longer than the longest silence within a statement of Oak, its nightly ones among them, on a healthy server. */
    private static final int CONTENT_SOCKET_SECONDS = 30;

    private static final int COORDINATION_SOCKET_SECONDS = 4;
    private static final int COORDINATION_CONNECTIONS = 3;
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(3);
    private static final long ASK_AGAIN_NANOS = 100_000_000;

    /** Who waits for a lock asks again, so that a server that is gone is told from one that is busy. A silent holder loses its lock. */
    private static final String COORDINATION_LIMITS =
            "-c lock_timeout=2000 -c idle_in_transaction_session_timeout=30000 -c synchronous_commit=off";

    /** They order as Java orders text, on which Oak's queries rest. */
    private static final Set<String> COLLATIONS = Set.of("c", "posix", "c.utf-8", "c.utf8", "ucs_basic");

    /** What PostgreSQL says where a right is missing, such as to make tables in a schema of somebody else. */
    private static final String FORBIDDEN = "42501";

    private final PostgresqlSettings settings;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    private final HikariDataSource content;
    private final HikariDataSource coordination;

    private Database(PostgresqlSettings settings) {
        this.settings = settings;
        this.coordination = new HikariDataSource(
                pool(settings, "coordination", COORDINATION_CONNECTIONS, COORDINATION_SOCKET_SECONDS));
        this.content = new HikariDataSource(pool(settings, "content", settings.poolSize(), CONTENT_SOCKET_SECONDS)) {
            @Override
            public Connection getConnection() throws SQLException {
                lent.removeIf(Database::isBack);
                var connection = super.getConnection();
                lent.add(connection);
                return connection;
            }
        };
    }

    static Database open(PostgresqlSettings settings) {
        Database database;
        try {
            database = new Database(settings);
        } catch (PoolInitializationException failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The database %s cannot be reached as `%s`: %s"
                            .formatted(settings.url(), settings.user(), reason(failure)),
                    failure);
        }
        try {
            database.requireOrder();
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static boolean isBack(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /** Ends at once what waits for an answer about content: the server is known to be away. */
    void abandonAnswers() {
        for (var connection : lent) {
            try {
                if (!isBack(connection)) {
                    connection.abort(Runnable::run);
                }
            } catch (SQLException alreadyBroken) {
                lent.remove(connection);
            }
        }
    }

    private static HikariConfig pool(PostgresqlSettings settings, String name, int size, int socketSeconds) {
        var config = new HikariConfig();
        config.setPoolName("nephele-" + name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(CONNECT.toMillis() / 2);
        config.setInitializationFailTimeout(FIRST_CONNECT.toMillis());
        config.addDataSourceProperty("ApplicationName", "nephele-" + name);
        config.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
        config.addDataSourceProperty("socketTimeout", socketSeconds);
        config.addDataSourceProperty("tcpKeepAlive", true);
        if (name.equals("coordination")) {
            config.addDataSourceProperty("options", COORDINATION_LIMITS);
        }
        return config;
    }

    private void requireOrder() {
        var found = query(
                        "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()",
                        row -> List.of(row.getString(1), row.getString(2)))
                .getFirst();
        if (!found.get(0).equals("UTF8") || !COLLATIONS.contains(found.get(1).toLowerCase())) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    ("The database %s has the encoding %s and the collation %s, but content needs UTF8 and C: create it with"
                                    + " CREATE DATABASE nephele OWNER %s TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
                            .formatted(settings.url(), found.get(0), found.get(1), settings.user()));
        }
    }

    DataSource content() {
        return content;
    }

    /** A connection of the few by which nodes agree; the caller commits and closes it. */
    Connection coordination() throws SQLException {
        return coordination.getConnection();
    }

    /** One outside the pools, for as long as the caller wants, which closes it. Each statement is a transaction. */
    Connection ofItsOwn() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "nephele-listening");
        properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("socketTimeout", Integer.toString(COORDINATION_SOCKET_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(settings.url(), properties);
    }

    /** Waits until no other process has the lock of this name, and has it until it is closed. */
    Alone alone(String name) throws SQLException {
        var end = System.nanoTime() + LONGEST_OPENING.toNanos();
        var connection = coordination();
        while (!ask(connection, "SELECT pg_try_advisory_lock(hashtext(?))", name)) {
            if (System.nanoTime() > end) {
                connection.close();
                throw new PlatformException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "Another node has been opening the database %s for more than %d minutes"
                                .formatted(settings.url(), LONGEST_OPENING.toMinutes()));
            }
            LockSupport.parkNanos(ASK_AGAIN_NANOS);
        }
        return () -> {
            try (connection) {
                ask(connection, "SELECT pg_advisory_unlock(hashtext(?))", name);
            } catch (SQLException failure) {
                throw unreachable(failure);
            }
        };
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                var answer = row.next() && row.getBoolean(1);
                connection.commit();
                return answer;
            }
        }
    }

    /** A lock that is held until it is closed, or this process ends. */
    @FunctionalInterface
    interface Alone extends AutoCloseable {
        @Override
        void close();
    }

    /** Changes by one statement; answers how many rows. */
    int update(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) {
        return with(sql, values, statement -> {
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        });
    }

    private <T> T with(String sql, Object[] values, Execution<T> execution) {
        try (var connection = coordination()) {
            try (var statement = connection.prepareStatement(sql)) {
                for (var index = 0; index < values.length; index++) {
                    statement.setObject(index + 1, values[index]);
                }
                var result = execution.of(statement);
                connection.commit();
                return result;
            }
        } catch (SQLException failure) {
            throw unreachable(failure);
        }
    }

    PlatformException unreachable(Throwable failure) {
        var said = isForbidden(failure)
                ? "The database %s does not allow `%s` enough; a database of its own is best (docs/operations.md): %s"
                        .formatted(settings.url(), settings.user(), reason(failure))
                : "The database %s does not answer: %s".formatted(settings.url(), reason(failure));
        return new PlatformException(ErrorCode.STORE_UNAVAILABLE, said, failure);
    }

    private static boolean isForbidden(Throwable failure) {
        return failure instanceof SQLException refused && FORBIDDEN.equals(refused.getSQLState());
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        content.close();
        coordination.close();
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
