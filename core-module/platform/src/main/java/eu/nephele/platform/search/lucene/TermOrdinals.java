package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * One numbering of a field's values over all segments of a search. The maps from segment to whole are kept as long as the same
 * segments are searched, for they cost as much as the field has values.
 */
final class TermOrdinals {

    private record Key(List<IndexReader.CacheKey> segments, String field) {}

    private final Map<Key, OrdinalMap> maps = new ConcurrentHashMap<>();
    private final Map<IndexReader.CacheKey, Boolean> watched = new ConcurrentHashMap<>();

    /** The values of all segments; of a single one, that one's. Not for reading documents, for that see the segments' own. */
    SortedSetDocValues values(List<LeafReaderContext> segments, String field) throws IOException {
        if (segments.isEmpty()) {
            return DocValues.emptySortedSet();
        }
        var values = new SortedSetDocValues[segments.size()];
        var starts = new int[segments.size() + 1];
        for (var i = 0; i < values.length; i++) {
            var reader = segments.get(i).reader();
            values[i] = DocValues.getSortedSet(reader, field);
            starts[i] = segments.get(i).docBase;
            starts[i + 1] = starts[i] + reader.maxDoc();
        }
        return values.length == 1
                ? values[0]
                : new MultiSortedSetDocValues(values, starts, map(segments, values, field), 0);
    }

    private OrdinalMap map(List<LeafReaderContext> segments, SortedSetDocValues[] values, String field)
            throws IOException {
        var keys = segments.stream()
                .map(segment -> segment.reader().getCoreCacheHelper().getKey())
                .toList();
        var key = new Key(keys, field);
        var map = maps.get(key);
        if (map == null) {
            map = OrdinalMap.build(keys.getFirst(), values, PackedInts.DEFAULT);
            maps.put(key, map);
            segments.forEach(segment -> watch(segment.reader()));
        }
        return map;
    }

    private void watch(LeafReader reader) {
        var helper = reader.getCoreCacheHelper();
        if (watched.putIfAbsent(helper.getKey(), true) == null) {
            helper.addClosedListener(closed -> {
                watched.remove(closed);
                maps.keySet().removeIf(key -> key.segments().contains(closed));
            });
        }
    }
}
