package eu.nephele.platform.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.nephele.api.search.SearchEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views that are kept by name for who reads page after page. Safe for many threads. */
final class Snapshots implements AutoCloseable {

    private record Snapshot(List<String> indexes, SearchView view, long openedAt) {}

    private final Ticker ticker;
    private final Cache<String, Snapshot> kept;

    Snapshots(Ticker ticker) {
        this.ticker = ticker;
        this.kept = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Snapshot>accessing((name, snapshot) -> left(snapshot)))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .ticker(ticker)
                .removalListener((name, snapshot, cause) -> close((Snapshot) snapshot))
                .build();
    }

    private Duration left(Snapshot snapshot) {
        var old = Duration.ofNanos(ticker.read() - snapshot.openedAt());
        var left = SearchEngine.SNAPSHOT_KEPT_AT_MOST.minus(old);
        return left.compareTo(SearchEngine.SNAPSHOT_KEPT) < 0 ? left : SearchEngine.SNAPSHOT_KEPT;
    }

    /** Takes the view over, unless the answer is null: there are too many. */
    @Nullable
    String keep(List<String> indexes, SearchView view) {
        kept.cleanUp();
        if (kept.estimatedSize() >= SearchEngine.MOST_SNAPSHOTS) {
            return null;
        }
        var name = UUID.randomUUID().toString();
        kept.put(name, new Snapshot(indexes, view, ticker.read()));
        return name;
    }

    /** The view of these indexes, to be closed by itself; null where there is none. */
    @Nullable
    SearchView view(String name, List<String> indexes) throws IOException {
        var snapshot = kept.getIfPresent(name);
        return snapshot != null && snapshot.indexes().equals(indexes)
                ? snapshot.view().again()
                : null;
    }

    void release(String name) {
        kept.invalidate(name);
    }

    private static void close(@Nullable Snapshot snapshot) {
        if (snapshot != null) {
            try {
                snapshot.view().close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void close() {
        kept.invalidateAll();
        kept.cleanUp();
    }
}
