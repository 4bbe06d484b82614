package eu.nephele.platform.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import java.time.Duration;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages that lie farther in a list than the index answers at once, stepwise from the last place before them that was reached
 * already: who scrolls on or back does not begin at the start again. Places hold until some entry changes. Safe for many threads.
 */
final class FarPages {

    /** Places this far apart are remembered on the way: nearly as far as one request reaches. */
    private static final int STEP = 9_000;

    private static final int MOST_LISTS = 50;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private record Walk(Actor actor, EntryQuery question, long revision) {}

    private final EntrySearch search;

    /** By offset, the cursor that leads to the entry there. */
    private final Cache<Walk, ConcurrentNavigableMap<Integer, String>> reached = Caffeine.newBuilder()
            .maximumSize(MOST_LISTS)
            .expireAfterAccess(REMEMBERED)
            .build();

    FarPages(EntrySearch search) {
        this.search = search;
    }

    /** @param revision that the index has got to, at least; null where it lags, and nothing can be remembered */
    EntryPage page(Actor actor, EntryQuery question, int offset, @Nullable Long revision) {
        var list = question.uncounted().page(0, 0, null);
        var places = revision == null
                ? new ConcurrentSkipListMap<Integer, String>()
                : reached.get(new Walk(actor, list, revision), unknown -> new ConcurrentSkipListMap<>());
        var nearest = places.floorEntry(offset);
        var position = nearest == null ? 0 : nearest.getKey();
        var cursor = nearest == null ? null : nearest.getValue();
        while (position < offset) {
            var next = Math.min(offset, (position / STEP + 1) * STEP);
            cursor = search.search(actor, list.page(next - position - 1, 1, cursor))
                    .nextCursor();
            if (cursor == null) {
                return search.search(actor, question.page(0, 0, null));
            }
            position = next;
            places.put(position, cursor);
        }
        var page = search.search(actor, question.page(0, question.limit(), cursor));
        if (page.nextCursor() != null) {
            places.put(offset + question.limit(), page.nextCursor());
        }
        return page;
    }
}
