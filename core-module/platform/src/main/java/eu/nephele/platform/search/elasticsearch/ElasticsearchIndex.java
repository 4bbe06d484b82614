package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexSchema;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An index by its name: the generation that its alias stands for, and perhaps one that is being built beside it. */
final class ElasticsearchIndex {

    /** Another node may have put a new generation in the place of the one known here. */
    private static final Duration KNOWLEDGE_HOLDS = Duration.ofSeconds(5);

    /** A node that wrote so short a time ago is the one that writes. */
    private static final Duration WRITES_GO_ON = Duration.ofSeconds(10);

    private final String name;
    private final String alias;
    private final Generations generations;
    private final BulkWriter writer;
    private final Positions positions;
    private final Object knowing = new Object();
    private @Nullable IndexSchema declared;
    private @Nullable RunningBuild build;
    private volatile @Nullable Generation current;
    private @Nullable String followed;
    private int builtHere;
    private volatile long readAt;
    private volatile long appliedAt = System.nanoTime() - WRITES_GO_ON.toNanos();

    ElasticsearchIndex(String name, String alias, Connection connection, Positions positions) {
        this.name = name;
        this.alias = alias;
        this.generations = new Generations(connection, name, alias);
        this.writer = new BulkWriter(connection);
        this.positions = positions;
    }

    String alias() {
        return alias;
    }

    synchronized boolean open(IndexSchema schema) {
        declared = schema;
        var found = generations.inUse();
        if (found == null) {
            found = generations.createInUse(schema);
        }
        positions.read(found.id());
        know(found);
        return found.isBuiltBy(schema);
    }

    /**
     * Asks the cluster. An answer that was under way while a build came to its end here tells of the generation before: what is
     * written to that one would be lost.
     */
    private @Nullable Generation look(Supplier<@Nullable Generation> cluster) {
        int before;
        synchronized (knowing) {
            before = builtHere;
        }
        var found = cluster.get();
        synchronized (knowing) {
            if (before == builtHere) {
                know(found);
            }
            return current;
        }
    }

    private void know(@Nullable Generation generation) {
        synchronized (knowing) {
            if (generation != null) {
                positions.follow(generation.id(), followed);
                followed = generation.id();
            }
            current = generation;
            readAt = System.nanoTime();
        }
    }

    /** What searches go over. Refuses with SEARCH_UNAVAILABLE an index that is missing or never was complete. */
    Generation searched() {
        var known = current;
        if (known == null || !known.complete() || System.nanoTime() - readAt > KNOWLEDGE_HOLDS.toNanos()) {
            known = look(generations::inUseForSearch);
        }
        if (known == null) {
            throw Connection.unavailable("index %s is missing".formatted(name), null);
        }
        if (!known.complete()) {
            throw Connection.unavailable("index %s is being built".formatted(name), null);
        }
        return known;
    }

    /** Another generation has taken its place. */
    void forgetKnown() {
        current = null;
    }

    /** Where another node writes, what the cluster was told last. */
    long position() {
        var known = current;
        var writtenHere = System.nanoTime() - appliedAt < WRITES_GO_ON.toNanos();
        if (known == null || (!writtenHere && System.nanoTime() - readAt > KNOWLEDGE_HOLDS.toNanos())) {
            known = look(generations::inUse);
        }
        if (known == null) {
            return 0;
        }
        if (!writtenHere) {
            positions.readAll();
        }
        return positions.of(known.id());
    }

    synchronized void apply(IndexBatch batch) {
        var schema = declared;
        if (schema == null) {
            throw Connection.unavailable("index %s is not open".formatted(name), null);
        }
        batch.documents().forEach(schema::requireFit);
        var generation = inUse();
        if (!batch.documents().isEmpty() || !batch.deletions().isEmpty()) {
            if (build != null) {
                build.apply(batch);
            }
            writer.write(generation, batch.documents(), batch.deletions(), true);
        }
        appliedAt = System.nanoTime();
        positions.reach(generation.id(), batch.position());
        if (build != null) {
            build.reach(batch.position());
        }
    }

    private Generation inUse() {
        var known = current;
        if (known == null) {
            known = look(generations::inUse);
        }
        if (known == null) {
            throw Connection.unavailable("index %s is missing".formatted(name), null);
        }
        return known;
    }

    synchronized RunningBuild rebuild(IndexSchema schema) {
        if (build != null) {
            build.close();
        }
        declared = schema;
        generations.deleteUnused();
        build = new RunningBuild(this, generations.create(schema), writer);
        return build;
    }

    synchronized boolean isRunning(RunningBuild asked) {
        return build == asked;
    }

    synchronized void finish(RunningBuild finished, long position) {
        finished.requireRunning();
        var old = generations.inUse();
        var built = finished.generation();
        positions.reach(built.id(), Math.max(position, finished.position()));
        positions.write();
        generations.use(built, old);
        synchronized (knowing) {
            builtHere++;
            know(built);
        }
        build = null;
        if (old != null) {
            positions.forget(old.id());
        }
    }

    synchronized void abandon(RunningBuild abandoned) {
        if (build == abandoned) {
            build = null;
            generations.delete(abandoned.generation());
        }
    }

    synchronized void close() {
        if (build != null) {
            abandon(build);
        }
    }

    synchronized void drop() {
        close();
        var known = generations.inUse();
        if (known != null) {
            generations.delete(known);
            positions.forget(known.id());
        }
        know(null);
    }

    static boolean isReplaced(PlatformException failure) {
        return failure.getCause() instanceof ElasticsearchException known
                && (known.status() == 404 || known.getMessage().contains("search_context_missing"));
    }
}
