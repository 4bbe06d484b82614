package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.FacetResult.Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** Counts documents by the values of a KEYWORD field: ordinals while counting, texts only for the buckets that are answered. */
final class TermsCounter implements FacetCounter {

    private record Counted(int ordinal, int count) {}

    private final Facet.Terms facet;
    private final String field;
    private final SortedSetDocValues values;
    private final int[] counts;

    TermsCounter(Facet.Terms facet, String field, SortedSetDocValues values) {
        this.facet = facet;
        this.field = field;
        this.values = values;
        this.counts = new int[Math.toIntExact(values.getValueCount())];
    }

    @Override
    public SegmentCounter in(LeafReaderContext segment) throws IOException {
        var segmentValues = DocValues.getSortedSet(segment.reader(), field);
        if (segmentValues.getValueCount() == 0) {
            return SegmentCounter.NONE;
        }
        var toWhole = values instanceof MultiSortedSetDocValues multi ? multi.mapping.getGlobalOrds(segment.ord) : null;
        var single = DocValues.unwrapSingleton(segmentValues);
        if (single == null) {
            return (docs, size) -> countMany(segmentValues, toWhole, docs, size);
        }
        return (docs, size) -> {
            for (var i = 0; i < size; i++) {
                if (single.advanceExact(docs[i])) {
                    counts[toWhole == null ? single.ordValue() : (int) toWhole.get(single.ordValue())]++;
                }
            }
        };
    }

    private void countMany(SortedSetDocValues segmentValues, @Nullable LongValues toWhole, int[] docs, int size)
            throws IOException {
        for (var i = 0; i < size; i++) {
            if (segmentValues.advanceExact(docs[i])) {
                for (var left = segmentValues.docValueCount(); left > 0; left--) {
                    var ordinal = segmentValues.nextOrd();
                    counts[(int) (toWhole == null ? ordinal : toWhole.get(ordinal))]++;
                }
            }
        }
    }

    @Override
    public FacetResult result() throws IOException {
        return facet.values().isEmpty() ? ofAllValues() : ofGivenValues();
    }

    private FacetResult ofAllValues() throws IOException {
        var from = facet.prefix() == null ? 0 : firstFrom(new BytesRef(facet.prefix()));
        var best = new PriorityQueue<>(order().reversed());
        var all = 0L;
        var nonZero = 0;
        for (var ordinal = from; ordinal < counts.length && hasPrefix(ordinal); ordinal++) {
            if (counts[ordinal] > 0) {
                all += counts[ordinal];
                nonZero++;
                keep(best, new Counted(ordinal, counts[ordinal]));
            }
        }
        var buckets = new ArrayList<Bucket>();
        for (var counted : best.stream().sorted(order()).toList()) {
            buckets.add(new Bucket(values.lookupOrd(counted.ordinal()).utf8ToString(), counted.count()));
            all -= counted.count();
        }
        return new FacetResult(facet.name(), buckets, all, nonZero > buckets.size());
    }

    private void keep(PriorityQueue<Counted> best, Counted counted) {
        if (best.size() < facet.size()) {
            best.add(counted);
        } else if (!best.isEmpty() && order().compare(counted, best.peek()) < 0) {
            best.poll();
            best.add(counted);
        }
    }

    private Comparator<Counted> order() {
        var byValue = Comparator.comparingInt(Counted::ordinal);
        return facet.order() == Facet.Order.VALUE
                ? byValue
                : Comparator.comparingInt(Counted::count).reversed().thenComparing(byValue);
    }

    private FacetResult ofGivenValues() throws IOException {
        var buckets = new ArrayList<Bucket>();
        for (var value :
                new TreeSet<>(facet.values().stream().map(BytesRef::new).toList())) {
            var text = value.utf8ToString();
            if (facet.prefix() == null || text.startsWith(facet.prefix())) {
                var ordinal = values.lookupTerm(value);
                buckets.add(new Bucket(text, ordinal < 0 ? 0 : counts[(int) ordinal]));
            }
        }
        if (facet.order() == Facet.Order.COUNT) {
            buckets.sort(Comparator.comparingLong(Bucket::count).reversed());
        }
        List<Bucket> kept = buckets.subList(0, Math.min(facet.size(), buckets.size()));
        var other = buckets.stream().skip(kept.size()).mapToLong(Bucket::count).sum();
        return new FacetResult(facet.name(), kept, other, kept.size() < buckets.size());
    }

    private int firstFrom(BytesRef prefix) throws IOException {
        var ordinal = (int) values.lookupTerm(prefix);
        return ordinal < 0 ? -ordinal - 1 : ordinal;
    }

    private boolean hasPrefix(int ordinal) throws IOException {
        return facet.prefix() == null
                || counts[ordinal] == 0
                || values.lookupOrd(ordinal).utf8ToString().startsWith(facet.prefix());
    }
}
