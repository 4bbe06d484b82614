package eu.nephele.platform.repository;

import java.time.Duration;

/**
 * The database that several nodes share.
 *
 * @param url of JDBC, {@code jdbc:postgresql://host:5432/nephele}; the database must have the encoding UTF8 and the collation C
 * @param poolSize most connections of this node for content; four more are used to agree with other nodes and hear of them
 * @param nodeTimeout after how long a silence a node counts as dead and others take over; 5 to 60 seconds
 */
public record PostgresqlSettings(String url, String user, String password, int poolSize, Duration nodeTimeout) {

    public static final int POOL_SIZE = 20;
    public static final Duration NODE_TIMEOUT = Duration.ofSeconds(15);

    public PostgresqlSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "The URL of the database must begin with jdbc:postgresql://, but it is `" + url + "`");
        }
        if (poolSize < 2 || poolSize > 500) {
            throw new IllegalArgumentException("The pool must have from 2 to 500 connections, not " + poolSize);
        }
        if (nodeTimeout.toMillis() < 1_000 || nodeTimeout.toSeconds() > 60) {
            throw new IllegalArgumentException(
                    "The node timeout must lie between 1 and 60 seconds, not " + nodeTimeout);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
