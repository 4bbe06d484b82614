package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import eu.nephele.api.failure.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each generation has followed the change log. Known here at once, written to the cluster a little later: after a crash the log
 * repeats what is not written, which changes nothing.
 */
final class Positions {

    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final int BAD_REQUEST = 400;

    private static final Duration READ_EVERY = Duration.ofMillis(150);

    private record Position(long reached, long written) {}

    private final Connection connection;
    private final String index;
    private final Map<String, Position> positions = new ConcurrentHashMap<>();
    private long readAllAt = System.nanoTime() - READ_EVERY.toNanos();

    Positions(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    long of(String generation) {
        var position = positions.get(generation);
        return position == null ? 0 : position.reached();
    }

    void reach(String generation, long position) {
        positions.merge(
                generation,
                new Position(position, -1),
                (old, reached) -> new Position(Math.max(old.reached(), position), old.written()));
    }

    /**
     * Learns what the cluster knows. Where that is less than was once written there, its data were lost or are older ones; so nothing
     * may be written between the question and its answer.
     */
    synchronized void read(String generation) {
        var found = connection.callForExisting(
                client -> client.get(get -> get.index(index).id(generation), Void.class));
        if (found == null) {
            create();
        }
        var version = found == null || !found.found() ? null : found.version();
        var written = version == null ? 0 : version;
        positions.compute(
                generation,
                (name, known) -> known == null || known.written() > written
                        ? new Position(written, written)
                        : new Position(Math.max(known.reached(), written), written));
    }

    /** Learns what another node wrote about all generations known here; asked again and again, it looks seldom. */
    synchronized void readAll() {
        if (positions.isEmpty() || System.nanoTime() - readAllAt < READ_EVERY.toNanos()) {
            return;
        }
        var found = connection.callForExisting(client ->
                client.mget(get -> get.index(index).ids(List.copyOf(positions.keySet())), Void.class));
        readAllAt = System.nanoTime();
        if (found != null) {
            found.docs().stream()
                    .filter(doc -> doc.isResult() && doc.result().found())
                    .forEach(doc -> learn(
                            doc.result().id(),
                            doc.result().version() == null ? 0 : doc.result().version()));
        }
    }

    private void learn(String generation, long written) {
        positions.computeIfPresent(
                generation,
                (name, known) -> new Position(Math.max(known.reached(), written), Math.max(known.written(), written)));
    }

    /** From now on its position is asked for, also where another node made it; no longer that of the one before. */
    void follow(String generation, @Nullable String before) {
        positions.putIfAbsent(generation, new Position(0, -1));
        if (before != null && !before.equals(generation)) {
            positions.remove(before);
        }
    }

    private void create() {
        try {
            connection.call(client -> client.indices()
                    .create(create -> create.index(index)
                            .settings(settings -> settings.numberOfShards("1").autoExpandReplicas("0-1"))
                            .mappings(mapping -> mapping.dynamic(DynamicMapping.False))));
        } catch (PlatformException failure) {
            // Another node may have been quicker.
            if (!(failure.getCause() instanceof ElasticsearchException known && known.status() == BAD_REQUEST)) {
                throw failure;
            }
        }
    }

    /** Writes what has been reached since the last time. The version of each document is the position. */
    synchronized void write() {
        var operations = new ArrayList<BulkOperation>();
        var reached = new ArrayList<Map.Entry<String, Long>>();
        positions.forEach((generation, position) -> {
            if (position.reached() > Math.max(position.written(), 0)) {
                reached.add(Map.entry(generation, position.reached()));
                operations.add(operation(generation, position.reached()));
            }
        });
        if (operations.isEmpty()) {
            return;
        }
        send(operations);
        reached.forEach(each -> positions.computeIfPresent(
                each.getKey(), (generation, now) -> new Position(now.reached(), each.getValue())));
    }

    private BulkOperation operation(String generation, long position) {
        var json = "{\"position\":%d}".formatted(position).getBytes(StandardCharsets.UTF_8);
        return BulkOperation.of(operation -> operation.index(put -> put.index(index)
                .id(generation)
                .version(position)
                .versionType(VersionType.ExternalGte)
                .document(BinaryData.of(json, ContentType.APPLICATION_JSON))));
    }

    private void send(List<BulkOperation> operations) {
        connection.call(client -> client.bulk(BulkRequest.of(bulk -> bulk.operations(operations)))).items().stream()
                .filter(item -> item.error() != null && item.status() != 409)
                .findFirst()
                .ifPresent(item -> {
                    throw Connection.unavailable("a position was not written: " + item.error(), null);
                });
    }

    void forget(String generation) {
        positions.remove(generation);
        try {
            connection.callForExisting(
                    client -> client.delete(delete -> delete.index(index).id(generation)));
        } catch (PlatformException leftBehind) {
            LOG.debug("A position that nobody needs stays behind", leftBehind);
        }
    }
}
