package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.jackrabbit.oak.plugins.document.DocumentNodeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turn to write, which one node at a time has for one save: a locked row that also tells the last save, so that whoever gets the
 * turn waits until it sees that save. Orders writers and spares them conflicts; that nothing is overwritten is the work of
 * {@link ChangeLog#count}, also when a holder is thought dead and is not.
 */
final class WriteTurn implements Storage.Turn {

    private static final Logger LOG = LoggerFactory.getLogger(WriteTurn.class);
    private static final String TABLE = "nephele_write_turn";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT_TO_SEE = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_NANOS = 3_000_000;

    private final Connection connection;
    private final Database database;
    private final DocumentNodeStore nodes;
    private final long before;

    private WriteTurn(Database database, DocumentNodeStore nodes, Connection connection, long before) {
        this.database = database;
        this.nodes = nodes;
        this.connection = connection;
        this.before = before;
    }

    static void createTable(Database database) {
        database.update(
                "CREATE TABLE IF NOT EXISTS " + TABLE + " (one boolean PRIMARY KEY CHECK (one), save bigint NOT NULL)");
        database.update("INSERT INTO " + TABLE + " VALUES (true, 0) ON CONFLICT DO NOTHING");
    }

    /** Waits for the turn, and for the sight of all that was saved before. */
    static WriteTurn take(Database database, ClusterNode node, DocumentNodeStore nodes) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            node.requireInTouch();
            try {
                return tryTake(database, node, nodes);
            } catch (SQLException failure) {
                if (!LOCK_TIMEOUT.equals(failure.getSQLState())) {
                    throw database.unreachable(failure);
                }
                if (System.nanoTime() > end) {
                    throw new PlatformException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "Another node has been writing for a long time; try again in some seconds",
                            failure);
                }
            }
        }
    }

    private static WriteTurn tryTake(Database database, ClusterNode node, DocumentNodeStore nodes) throws SQLException {
        var connection = database.coordination();
        try {
            var turn = new WriteTurn(database, nodes, connection, lock(connection, node));
            turn.awaitSight(node);
            return turn;
        } catch (SQLException | RuntimeException failure) {
            giveBack(connection);
            throw failure;
        }
    }

    private static long lock(Connection connection, ClusterNode node) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT save, EXISTS (SELECT 1 FROM nephele_leases"
                + " WHERE name = ? AND holder = ?) FROM " + TABLE + " FOR UPDATE")) {
            statement.setString(1, Leases.nodeLease(node.number()));
            statement.setString(2, node.leases().holder());
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(2)) {
                    node.lose();
                    node.requireInTouch();
                }
                return row.getLong(1);
            }
        }
    }

    private void awaitSight(ClusterNode node) {
        var end = System.nanoTime() + LONGEST_WAIT_TO_SEE.toNanos();
        while (ChangeLog.saveNumber(seen()) < ChangeLog.saveNumber(before)) {
            if (System.nanoTime() > end) {
                var writer = ChangeLog.saveNode(before);
                if (node.leases().mayHoldBack(writer)) {
                    throw new PlatformException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "The last save of node %d is not to be seen yet: if that node died, it is being recovered. Try again in some seconds"
                                    .formatted(writer));
                }
                LOG.warn("The last save of node {} is not to be seen, though it ended or was recovered", writer);
                return;
            }
            nodes.runBackgroundOperations();
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private long seen() {
        return ChangeLog.save(nodes.getRoot());
    }

    /** Gives the turn to the next, with the sign by which it knows this save. */
    @Override
    public void close() {
        try {
            var save = seen();
            if (save != before) {
                if (handOn(save)) {
                    // Shown at once to whoever waits, instead of at Oak's next look around.
                    nodes.runBackgroundOperations();
                }
                connection.commit();
            }
        } catch (SQLException | RuntimeException failure) {
            // What was saved is saved; the next writer finds out by itself.
            LOG.warn(
                    "The turn to write was not handed on in order: {}",
                    database.unreachable(failure).getMessage());
        } finally {
            giveBack(connection);
        }
    }

    /** Answers whether another node waits for the turn. */
    private boolean handOn(long save) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE " + TABLE
                + " SET save = ? RETURNING EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name = 'nephele-coordination' AND wait_event_type = 'Lock')")) {
            statement.setLong(1, save);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException broken) {
            LOG.debug("A connection broke while it was given back", broken);
        }
    }
}
