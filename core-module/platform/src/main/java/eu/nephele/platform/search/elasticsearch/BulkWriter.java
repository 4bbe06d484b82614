package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes many documents a request. Each carries the revision of its entry as its version, so that an older one never wins, in whatever
 * order they come. What an overloaded cluster turns away is sent again, later and later
 * and in smaller requests.
 */
final class BulkWriter {

    private static final int MAX_OPERATIONS = 1_000;
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int ATTEMPTS = 9;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Connection connection;

    BulkWriter(Connection connection) {
        this.connection = connection;
    }

    /** @param refresh whether searches that start later see it */
    void write(
            Generation generation,
            List<IndexDocument> documents,
            List<IndexBatch.Deletion> deletions,
            boolean refresh) {
        var index = IndexNames.writes(generation.name());
        var operations = new ArrayList<BulkOperation>();
        var bytes = 0;
        for (var document : documents) {
            var json = DocumentJson.of(document, generation.schema());
            if (operations.size() == MAX_OPERATIONS || (bytes > 0 && bytes + json.length > MAX_BYTES)) {
                send(operations, refresh);
                operations.clear();
                bytes = 0;
            }
            bytes += json.length;
            operations.add(BulkOperation.of(operation -> operation.index(put -> put.index(index)
                    .id(document.id())
                    .version(document.revision())
                    .versionType(VersionType.ExternalGte)
                    .document(BinaryData.of(json, ContentType.APPLICATION_JSON)))));
        }
        for (var deletion : deletions) {
            if (operations.size() == MAX_OPERATIONS) {
                send(operations, refresh);
                operations.clear();
            }
            operations.add(BulkOperation.of(operation -> operation.delete(delete -> delete.index(index)
                    .id(deletion.id())
                    .version(deletion.revision())
                    .versionType(VersionType.ExternalGte))));
        }
        if (!operations.isEmpty()) {
            send(operations, refresh);
        }
    }

    /** What is turned away goes out again later, in requests of half the size: an overloaded cluster may still take small ones. */
    private void send(List<BulkOperation> operations, boolean refresh) {
        var left = List.copyOf(operations);
        var size = left.size();
        for (var attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw Connection.unavailable(
                        "it is overloaded and turned writes away %d times".formatted(ATTEMPTS), null);
            }
            if (attempt > 1) {
                pause(attempt);
            }
            var again = new ArrayList<BulkOperation>();
            for (var from = 0; from < left.size(); from += size) {
                again.addAll(turnedAway(left.subList(from, Math.min(from + size, left.size())), refresh));
            }
            if (again.size() < left.size()) {
                // As long as it takes some of them nothing is given up.
                attempt = Math.min(attempt, ATTEMPTS / 2);
            }
            left = again;
            size = Math.max(1, size / 2);
        }
    }

    private List<BulkOperation> turnedAway(List<BulkOperation> operations, boolean refresh) {
        var request = BulkRequest.of(
                bulk -> bulk.operations(operations).requireAlias(true).refresh(refresh ? Refresh.True : Refresh.False));
        List<BulkResponseItem> items;
        try {
            items = connection.write(client -> client.bulk(request)).items();
        } catch (PlatformException failure) {
            if (failure.getCause() instanceof ElasticsearchException known && known.status() == TOO_MANY_REQUESTS) {
                return operations;
            }
            throw failure;
        }
        var again = new ArrayList<BulkOperation>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            // A conflict tells that there is a newer one already.
            if (item.error() != null && item.status() != CONFLICT) {
                if (item.status() != TOO_MANY_REQUESTS) {
                    throw refused(item);
                }
                again.add(operations.get(i));
            }
        }
        return again;
    }

    private static PlatformException refused(BulkResponseItem item) {
        var why = item.error() == null
                ? ""
                : item.error().type() + ": " + item.error().reason();
        return item.status() == NOT_FOUND || item.status() >= 500
                ? Connection.unavailable("%s was not written to %s: %s".formatted(item.id(), item.index(), why), null)
                : new PlatformException(
                        ErrorCode.INTERNAL,
                        "Elasticsearch refuses document %s of %s: %s".formatted(item.id(), item.index(), why));
    }

    private static void pause(int attempt) {
        var longest = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Connection.unavailable("interrupted", interrupted);
        }
    }
}
