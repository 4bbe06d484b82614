package eu.nephele.platform.search.lucene;

import com.github.benmanes.caffeine.cache.Ticker;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded engine. Batches are visible when {@link #apply} returns and on disk within a second; after a crash the position
 * falls back to what is on disk, and the change log repeats the rest.
 */
public final class LuceneSearchEngine implements SearchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchEngine.class);
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);
    private static final Pattern INDEX_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** A long text in several languages, each with its fields, has some thousand; the limit is Lucene's for the whole process. */
    private static final int MAX_CLAUSES = 16_384;

    static {
        IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
    }

    private final @Nullable Path folder;
    private final Map<String, IndexInUse> indexes = new ConcurrentHashMap<>();
    private final TermOrdinals ordinals = new TermOrdinals();
    private final Snapshots snapshots;
    private final ScheduledExecutorService commits;

    /** @param folder where the indexes lie, one folder each; null keeps them in memory */
    public LuceneSearchEngine(@Nullable Path folder) {
        this(folder, Ticker.systemTicker());
    }

    /** @param ticker by which snapshots grow old */
    LuceneSearchEngine(@Nullable Path folder, Ticker ticker) {
        this.folder = folder;
        this.snapshots = new Snapshots(ticker);
        this.commits = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("search-commit").daemon().factory());
        commits.scheduleWithFixedDelay(
                this::commitAll, COMMIT_INTERVAL.toMillis(), COMMIT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean open(IndexSchema schema) {
        if (!INDEX_NAME.matcher(schema.index()).matches()) {
            throw new PlatformException(
                    ErrorCode.INTERNAL,
                    "Not a name for an index: '%s' (letters, digits, dot, - and _)".formatted(schema.index()));
        }
        return indexes.compute(schema.index(), (name, known) -> usable(known, schema))
                .declare(schema);
    }

    private IndexInUse usable(@Nullable IndexInUse known, IndexSchema schema) {
        return inEngine("open", schema.index(), () -> {
            if (known != null && known.current().isUsable()) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new IndexInUse(new Generations(folder == null ? null : folder.resolve(schema.index())), schema);
        });
    }

    @Override
    public long position(String index) {
        return index(index).current().position();
    }

    @Override
    public void apply(String index, IndexBatch batch) {
        inEngine("write", index, () -> {
            index(index).apply(batch);
            return true;
        });
    }

    @Override
    public IndexBuild rebuild(IndexSchema schema) {
        return inEngine("rebuild", schema.index(), () -> index(schema.index()).rebuild(schema));
    }

    @Override
    public SearchResult search(List<String> names, SearchRequest request) {
        var snapshot = request.snapshot();
        if (snapshot != null) {
            var found = inEngine("search", String.join(", ", names), () -> {
                try (var view = snapshots.view(snapshot, names)) {
                    return view == null ? null : Searching.search(view, request, ordinals, snapshot);
                }
            });
            if (found != null) {
                return found;
            }
        }
        return inView(names, view -> Searching.search(view, request, ordinals, null));
    }

    @Override
    public @Nullable String hold(List<String> names) {
        var indexes = inUse(names);
        return inEngine("hold", String.join(", ", names), () -> {
            var view = SearchView.of(indexes);
            var name = snapshots.keep(names, view);
            if (name == null) {
                view.close();
            }
            return name;
        });
    }

    @Override
    public void release(String snapshot) {
        snapshots.release(snapshot);
    }

    @Override
    public List<Spelling> spellings(List<String> names, List<String> fields, String token, int edits, int limit) {
        return inView(names, view -> new Spellings(view).of(token, fields, edits, limit));
    }

    private interface Look<T> {
        T at(SearchView view) throws IOException;
    }

    private <T> T inView(List<String> names, Look<T> look) {
        var indexes = inUse(names);
        return inEngine("search", String.join(", ", names), () -> {
            try (var view = SearchView.of(indexes)) {
                return look.at(view);
            }
        });
    }

    private List<IndexInUse> inUse(List<String> names) {
        if (names.isEmpty()) {
            throw new PlatformException(ErrorCode.INVALID_QUERY, "No index to search was named");
        }
        return names.stream().distinct().map(this::complete).toList();
    }

    @Override
    public List<IdAndRevision> revisions(String index, String afterId, int limit) {
        return inEngine("read", index, () -> index(index).current().revisions(afterId, limit));
    }

    @Override
    public void drop(String index) {
        indexes.computeIfPresent(
                index,
                (name, known) -> inEngine("drop", name, () -> {
                    known.delete();
                    return null;
                }));
    }

    @Override
    public void close() {
        commits.close();
        snapshots.close();
        indexes.forEach((name, index) -> inEngine("close", name, () -> {
            index.close();
            return true;
        }));
        indexes.clear();
    }

    private IndexInUse index(String name) {
        var index = indexes.get(name);
        if (index == null) {
            throw new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, "Index %s is not open".formatted(name));
        }
        return index;
    }

    private IndexInUse complete(String name) {
        var index = index(name);
        if (!index.current().isComplete()) {
            throw new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, "Index %s is being built".formatted(name));
        }
        return index;
    }

    private void commitAll() {
        indexes.forEach((name, index) -> {
            var current = index.current();
            try {
                current.commitIfDue();
            } catch (IOException | RuntimeException failure) {
                if (index.current() == current && indexes.get(name) == index) {
                    LOG.error("Index {} cannot be written: {}", name, failure.toString());
                }
            }
        });
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /** What goes wrong with files is the engine being unavailable, not a crash of the caller. */
    private static <T extends @Nullable Object> T inEngine(String deed, String index, Work<T> work) {
        try {
            return work.run();
        } catch (LockObtainFailedException locked) {
            throw unavailable("Index %s is in use by another process".formatted(index), locked);
        } catch (IOException | UncheckedIOException | AlreadyClosedException failure) {
            throw unavailable("Cannot %s index %s: %s".formatted(deed, index, failure.getMessage()), failure);
        }
    }

    private static PlatformException unavailable(String message, Exception cause) {
        return new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, message, cause);
    }
}
