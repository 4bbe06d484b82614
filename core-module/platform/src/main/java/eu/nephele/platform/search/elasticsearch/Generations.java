package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.GetMappingResponse;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generations of one index in the cluster: which is in use, new ones, and the change from one to the next in one step. */
final class Generations {

    private static final long LEAST_FIELD_LIMIT = 1_000;

    /** How long a deletion is remembered, so that an older document does not come back. */
    private static final String DELETIONS_REMEMBERED = "1h";

    private final Connection connection;
    private final String index;
    private final String alias;

    Generations(Connection connection, String index, String alias) {
        this.connection = connection;
        this.index = index;
        this.alias = alias;
    }

    /** Null where there is none. */
    @Nullable
    Generation inUse() {
        return read(connection.callForExisting(client -> client.indices().getMapping(mapping -> mapping.index(alias))));
    }

    /** The same for somebody who waits. */
    @Nullable
    Generation inUseForSearch() {
        try {
            return read(connection.search(client -> client.indices().getMapping(mapping -> mapping.index(alias))));
        } catch (PlatformException failure) {
            if (Connection.isMissing(failure)) {
                return null;
            }
            throw failure;
        }
    }

    private @Nullable Generation read(@Nullable GetMappingResponse found) {
        if (found == null || found.mappings().isEmpty()) {
            return null;
        }
        var one = found.mappings().entrySet().iterator().next();
        return Generation.of(index, one.getKey(), one.getValue());
    }

    /** An empty one that is in use at once, but not complete. */
    Generation createInUse(IndexSchema schema) {
        var name = IndexNames.generation(alias, Generation.NEVER_BUILT);
        try {
            return create(Generation.created(name, schema), true);
        } catch (PlatformException failure) {
            if (!(failure.getCause() instanceof ElasticsearchException known)
                    || !known.getMessage().contains("resource_already_exists")) {
                throw failure;
            }
        }
        var others = inUse();
        if (others != null) {
            return others;
        }
        delete(name);
        return create(Generation.created(name, schema), true);
    }

    Generation create(IndexSchema schema) {
        var number = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                + Long.toString(System.nanoTime() & 0xFFFF, Character.MAX_RADIX);
        return create(Generation.created(IndexNames.generation(alias, number), schema), false);
    }

    private Generation create(Generation generation, boolean inUse) {
        connection.call(client -> client.indices().create(create -> {
            create.index(generation.name())
                    .mappings(generation.mapping())
                    .settings(settings(generation))
                    .aliases(IndexNames.writes(generation.name()), a -> a);
            return inUse ? create.aliases(alias, a -> a) : create;
        }));
        return generation;
    }

    /** One shard: counts are exact, and a hundred thousand entries are little for it. */
    private static IndexSettings settings(Generation generation) {
        var fields =
                Math.max(LEAST_FIELD_LIMIT, 2L * generation.schema().fields().size());
        return IndexSettings.of(settings -> settings.numberOfShards("1")
                .autoExpandReplicas("0-1")
                .refreshInterval(time -> time.time("-1"))
                .gcDeletes(time -> time.time(DELETIONS_REMEMBERED))
                .mapping(mapping -> mapping.totalFields(total -> total.limit("" + fields))));
    }

    /** Makes all that was written searchable, and lets the alias change in one step: a search sees the old one or the new one. */
    void use(Generation next, @Nullable Generation old) {
        connection.call(client -> client.indices().refresh(refresh -> refresh.index(next.name())));
        var actions = new ArrayList<Action>();
        if (old != null) {
            actions.add(Action.of(action -> action.removeIndex(remove -> remove.index(old.name()))));
        }
        actions.add(Action.of(action -> action.add(add -> add.index(next.name()).alias(alias))));
        connection.call(client -> client.indices().updateAliases(update -> update.actions(actions)));
    }

    /** What builds that were interrupted left behind. */
    void deleteUnused() {
        var inUse = inUse();
        var all = connection.callForExisting(client -> client.indices().getAlias(get -> get.index(alias + "~*")));
        var unused = all == null
                ? List.<String>of()
                : all.aliases().keySet().stream()
                        .filter(name -> inUse == null || !name.equals(inUse.name()))
                        .toList();
        unused.forEach(this::delete);
    }

    void delete(Generation generation) {
        delete(generation.name());
    }

    private void delete(String name) {
        connection.callForExisting(client -> client.indices().delete(delete -> delete.index(name)));
    }
}
