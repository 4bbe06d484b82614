package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.platform.search.elasticsearch.Snapshots.Snapshot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine on an Elasticsearch cluster. Searches that the cluster does not answer in time are SEARCH_UNAVAILABLE, and are refused
 * at once while it does not answer at all.
 */
public final class ElasticsearchSearchEngine implements SearchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchSearchEngine.class);
    private static final long POSITIONS_WRITTEN_EVERY_MILLIS = 250;
    private static final int MOST_REVISIONS = 10_000;

    private final Connection connection;
    private final IndexNames names;
    private final Positions positions;
    private final Map<String, ElasticsearchIndex> indexes = new ConcurrentHashMap<>();
    private final Snapshots snapshots;
    private final ScheduledExecutorService background;

    /** Does not ask the cluster for anything yet. */
    public ElasticsearchSearchEngine(ElasticsearchSettings settings) {
        this(settings, InstantSource.system());
    }

    /** @param clock by which snapshots grow old */
    ElasticsearchSearchEngine(ElasticsearchSettings settings, InstantSource clock) {
        this.connection = new Connection(settings);
        this.names = new IndexNames(settings.indexPrefix());
        this.positions = new Positions(connection, names.positions());
        this.snapshots = new Snapshots(connection, clock);
        this.background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("search-background").daemon().factory());
        background.scheduleWithFixedDelay(
                this::writePositions,
                POSITIONS_WRITTEN_EVERY_MILLIS,
                POSITIONS_WRITTEN_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void writePositions() {
        try {
            positions.write();
        } catch (RuntimeException later) {
            LOG.debug("Positions are written later", later);
        }
    }

    @Override
    public boolean open(IndexSchema schema) {
        return index(schema.index()).open(schema);
    }

    @Override
    public long position(String index) {
        return index(index).position();
    }

    @Override
    public void apply(String index, IndexBatch batch) {
        index(index).apply(batch);
    }

    @Override
    public IndexBuild rebuild(IndexSchema schema) {
        return index(schema.index()).rebuild(schema);
    }

    @Override
    public SearchResult search(List<String> searched, SearchRequest request) {
        var snapshot = request.snapshot() == null ? null : snapshots.find(request.snapshot());
        if (snapshot != null) {
            try {
                return look(requireNamed(searched), searching(request, snapshot));
            } catch (PlatformException failure) {
                if (!Snapshots.mayBeOver(failure)) {
                    throw failure;
                }
                snapshots.forget(request.snapshot());
            }
        }
        return inView(searched, searching(request, null));
    }

    private Look<SearchResult> searching(SearchRequest request, @Nullable Snapshot snapshot) {
        return (byAlias, fields) -> {
            var near = NearTokens.soughtBy(
                    Stream.concat(Stream.of(request.query()), request.selections().values().stream()),
                    List.copyOf(byAlias.keySet()),
                    connection);
            return new Searching(byAlias, fields, request, near, snapshot).run(connection, snapshots);
        };
    }

    @Override
    public @Nullable String hold(List<String> searched) {
        return inView(searched, (byAlias, fields) -> snapshots.begin(List.copyOf(byAlias.keySet())));
    }

    @Override
    public void release(String snapshot) {
        snapshots.forget(snapshot);
        if (!background.isShutdown()) {
            background.execute(() -> snapshots.end(snapshot));
        }
    }

    @Override
    public List<Spelling> spellings(List<String> searched, List<String> inFields, String token, int edits, int limit) {
        return inView(
                searched,
                (byAlias, fields) -> new Spellings(List.copyOf(byAlias.keySet()), fields)
                        .of(token, inFields, edits, limit, connection));
    }

    private interface Look<T extends @Nullable Object> {
        /** @param byAlias the names of the indexes by what they are called in the cluster */
        T at(Map<String, String> byAlias, Fields fields);
    }

    private <T extends @Nullable Object> T inView(List<String> searched, Look<T> look) {
        try {
            return look(requireNamed(searched), look);
        } catch (PlatformException failure) {
            if (!ElasticsearchIndex.isReplaced(failure)) {
                throw failure;
            }
            // The alias stands for another index since the search began.
            searched.forEach(name -> index(name).forgetKnown());
            return look(searched, look);
        }
    }

    private static List<String> requireNamed(List<String> searched) {
        if (searched.isEmpty()) {
            throw new PlatformException(ErrorCode.INVALID_QUERY, "No index to search was named");
        }
        return searched;
    }

    private <T extends @Nullable Object> T look(List<String> searched, Look<T> look) {
        var byAlias = new LinkedHashMap<String, String>();
        searched.forEach(name -> byAlias.put(names.alias(name), name));
        var schemas = byAlias.values().stream()
                .map(name -> index(name).searched().schema())
                .toList();
        return look.at(byAlias, new Fields(schemas));
    }

    @Override
    public List<IdAndRevision> revisions(String index, String afterId, int limit) {
        var listed = new ArrayList<IdAndRevision>();
        var after = afterId;
        while (listed.size() < limit) {
            var page = page(names.alias(index), after, Math.min(limit - listed.size(), MOST_REVISIONS));
            listed.addAll(page);
            if (page.isEmpty()) {
                break;
            }
            after = page.getLast().id();
        }
        return listed;
    }

    private List<IdAndRevision> page(String alias, String afterId, int size) {
        return connection
                .call(client -> client.search(
                        search -> search.index(alias)
                                .size(size)
                                .source(source -> source.fetch(false))
                                .version(true)
                                .trackTotalHits(total -> total.enabled(false))
                                .allowPartialSearchResults(false)
                                .sort(sort -> sort.field(field -> field.field(FieldNames.ID)))
                                .searchAfter(FieldValue.of(afterId)),
                        Void.class))
                .hits()
                .hits()
                .stream()
                .map(hit -> new IdAndRevision(String.valueOf(hit.id()), hit.version() == null ? 0 : hit.version()))
                .toList();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void drop(String index) {
        index(index).drop();
        indexes.remove(index);
    }

    @Override
    public void close() {
        background.shutdownNow();
        try {
            positions.write();
            indexes.values().forEach(ElasticsearchIndex::close);
        } catch (PlatformException unreachable) {
            LOG.warn("What is left to do in the cluster is left to the next start: {}", unreachable.getMessage());
        }
        connection.close();
    }

    private ElasticsearchIndex index(String name) {
        return indexes.computeIfAbsent(
                name, none -> new ElasticsearchIndex(name, names.alias(name), connection, positions));
    }
}
