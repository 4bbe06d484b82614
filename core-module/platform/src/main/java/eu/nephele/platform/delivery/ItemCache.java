package eu.nephele.platform.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.api.content.Change;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rendered items, bounded by bytes. Each change gets a number; an item remembers the number it was begun at, and is stale once
 * one of its sources has a higher one. So an item that was being rendered while its entry changed is never taken for fresh, and
 * nothing has to be found and removed.
 */
final class ItemCache {

    private static final int MAX_REMEMBERED = 100_000;
    private static final int PART_FOR_PATHS = 8;

    /** @param id of the entry, or another name for what is kept */
    record Key(long generation, String endpoint, String id, String language, String options) {

        private static final int OVERHEAD_BYTES = 150;

        int bytes() {
            return OVERHEAD_BYTES + 2 * (id.length() + options.length());
        }
    }

    private record Remembered(String source, long change) {}

    private final Cache<Key, Item> items;
    private final Cache<Key, Key> paths;
    private final Map<String, Long> lastChange = new ConcurrentHashMap<>();
    private final Deque<Remembered> remembered = new ArrayDeque<>();
    private volatile long change;
    private volatile long forgottenUpTo;

    ItemCache(long bytes) {
        items = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Item item) -> key.bytes() + item.bytes())
                .executor(Runnable::run)
                .build();
        paths = Caffeine.newBuilder()
                .maximumWeight(bytes / PART_FOR_PATHS)
                .weigher((Key path, Key key) -> path.bytes() + key.bytes())
                .executor(Runnable::run)
                .build();
    }

    /** To be asked before content is read, and to become the {@link Item.Freshness} of what is made of it. */
    long begin() {
        return change;
    }

    /** The item under its key, if it is fresh and of this revision at least. */
    @Nullable
    Item fresh(Key key, long revision) {
        var item = items.getIfPresent(key);
        return item != null && item.revision() >= revision && isFresh(item) ? item : null;
    }

    @Nullable
    Item fresh(Key key) {
        return fresh(key, 0);
    }

    /** The fresh item that was last rendered for a path and is still there. */
    @Nullable
    Item freshAt(Key path, String place) {
        var key = paths.getIfPresent(path);
        var item = key == null ? null : fresh(key);
        return item != null && item.place().equals(place) ? item : null;
    }

    void keep(Key key, Item item) {
        items.put(key, item);
    }

    void keepPath(Key path, Key key) {
        paths.put(path, key);
    }

    void clear() {
        items.invalidateAll();
        paths.invalidateAll();
    }

    synchronized void apply(List<Change> changes) {
        var number = change + 1;
        for (var applied : changes) {
            remember(applied.id(), number);
            var path = applied.path();
            for (var end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                remember(place(applied.workspace(), path.substring(0, end)), number);
            }
            remember(place(applied.workspace(), "/"), number);
        }
        while (remembered.size() > MAX_REMEMBERED) {
            var oldest = remembered.removeFirst();
            forgottenUpTo = oldest.change();
            lastChange.remove(oldest.source(), oldest.change());
        }
        // Last: who sees the new number must also see what changed at it.
        change = number;
    }

    static String place(String workspace, String path) {
        return workspace + ":" + path;
    }

    private void remember(String source, long number) {
        var before = lastChange.put(source, number);
        if (before == null || before != number) {
            remembered.addLast(new Remembered(source, number));
        }
    }

    private boolean isFresh(Item item) {
        var now = change;
        var confirmedAt = item.freshness().confirmedAt();
        if (confirmedAt == now) {
            return true;
        }
        if (confirmedAt < forgottenUpTo) {
            return false;
        }
        for (var source : item.sources()) {
            var changed = lastChange.get(source);
            if (changed != null && changed > confirmedAt) {
                return false;
            }
        }
        item.freshness().confirm(now);
        return true;
    }
}
