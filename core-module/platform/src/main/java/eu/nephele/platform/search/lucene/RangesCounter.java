package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.FacetResult.Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.SloppyMath;

/** Counts documents by the ranges that their numbers, or their distances from a point, lie in. */
final class RangesCounter implements FacetCounter {

    private final String name;
    private final String field;
    private final List<Facet.Range> ranges;
    private final LongToDoubleFunction decoded;
    private final long[] counts;

    private RangesCounter(String name, String field, List<Facet.Range> ranges, LongToDoubleFunction decoded) {
        this.name = name;
        this.field = field;
        this.ranges = ranges;
        this.decoded = decoded;
        this.counts = new long[ranges.size()];
    }

    static FacetCounter longs(Facet.Ranges facet, String field) {
        return new RangesCounter(facet.name(), field, facet.ranges(), number -> number);
    }

    static FacetCounter doubles(Facet.Ranges facet, String field) {
        return new RangesCounter(facet.name(), field, facet.ranges(), NumericUtils::sortableLongToDouble);
    }

    static FacetCounter metres(Facet.GeoDistance facet, String field) {
        var origin = facet.origin();
        return new RangesCounter(
                facet.name(),
                field,
                facet.rings(),
                encoded -> SloppyMath.haversinMeters(
                        origin.latitude(),
                        origin.longitude(),
                        GeoEncodingUtils.decodeLatitude((int) (encoded >> 32)),
                        GeoEncodingUtils.decodeLongitude((int) encoded)));
    }

    @Override
    public SegmentCounter in(LeafReaderContext segment) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), field);
        var seen = new boolean[counts.length];
        return (docs, size) -> {
            for (var i = 0; i < size; i++) {
                if (values.advanceExact(docs[i])) {
                    java.util.Arrays.fill(seen, false);
                    for (var left = values.docValueCount(); left > 0; left--) {
                        mark(decoded.applyAsDouble(values.nextValue()), seen);
                    }
                    for (var range = 0; range < seen.length; range++) {
                        counts[range] += seen[range] ? 1 : 0;
                    }
                }
            }
        };
    }

    private void mark(double number, boolean[] seen) {
        for (var i = 0; i < seen.length; i++) {
            var range = ranges.get(i);
            var from = range.from();
            var to = range.to();
            seen[i] |= (from == null || number >= from) && (to == null || number < to);
        }
    }

    @Override
    public FacetResult result() {
        var buckets = new ArrayList<Bucket>();
        for (var i = 0; i < counts.length; i++) {
            buckets.add(new Bucket(ranges.get(i).key(), counts[i]));
        }
        return new FacetResult(name, buckets, 0, false);
    }
}
