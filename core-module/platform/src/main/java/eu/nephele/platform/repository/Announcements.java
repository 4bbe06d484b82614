package eu.nephele.platform.repository;

import eu.nephele.api.failure.PlatformException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short texts from node to node, by PostgreSQL's NOTIFY, for what need not last. Who is out of touch with the database misses them, and
 * nobody waits for them.
 */
final class Announcements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String CHANNEL = "nephele";

    /** PostgreSQL takes less than 8,000 bytes. */
    private static final int LONGEST = 7_900;

    private static final int MOST_WAITING = 1_000;
    private static final int LISTEN_MILLIS = 2_000;
    private static final int NEXT_ATTEMPT_MILLIS = 1_000;
    private static final int VALID_SECONDS = 2;

    private final Database database;
    private final String node;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService telling = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("announcements-out").factory(),
            new DiscardOldestPolicy());
    private final Thread listening = Thread.ofVirtual().name("announcements-in").unstarted(this::listen);
    private volatile boolean closed;

    Announcements(Database database, int node) {
        this.database = database;
        this.node = Integer.toString(node);
        listening.start();
    }

    /** Comes back at once. Too long a text is a mistake of the caller. */
    void tell(String topic, String text) {
        var message = String.join("\n", node, topic, text);
        if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("An announcement has at most " + LONGEST + " bytes: " + topic);
        }
        if (!closed) {
            telling.execute(() -> send(message));
        }
    }

    private void send(String message) {
        try {
            database.query("SELECT pg_notify(?, ?)", _ -> message, CHANNEL, message);
        } catch (PlatformException unreachable) {
            LOG.debug("An announcement was lost", unreachable);
        }
    }

    void onTold(String topic, Consumer<String> heard) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(heard);
    }

    private void listen() {
        while (!closed) {
            try (var connection = database.ofItsOwn()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN " + CHANNEL);
                }
                while (!closed && connection.isValid(VALID_SECONDS)) {
                    for (var notification :
                            connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS)) {
                        hear(notification.getParameter());
                    }
                }
            } catch (SQLException away) {
                LOG.debug("Announcements of other nodes are not heard", away);
            }
            pause();
        }
    }

    private void hear(String message) {
        var parts = message.split("\n", 3);
        if (parts.length < 3 || parts[0].equals(node)) {
            return;
        }
        for (var listener : listeners.getOrDefault(parts[1], List.of())) {
            try {
                listener.accept(parts[2]);
            } catch (RuntimeException failure) {
                LOG.warn("What another node announced could not be followed", failure);
            }
        }
    }

    private void pause() {
        try {
            if (!closed) {
                Thread.sleep(NEXT_ATTEMPT_MILLIS);
            }
        } catch (InterruptedException closing) {
            LOG.debug("Nothing is heard any more");
        }
    }

    @Override
    public void close() {
        closed = true;
        telling.shutdownNow();
        listening.interrupt();
    }
}
