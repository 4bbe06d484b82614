package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.FacetResult.Bucket;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/** Counts documents by calendar intervals. Calendar arithmetic is done once per interval, not per document. */
final class DateHistogramCounter implements FacetCounter {

    private static final class Interval {
        private final LocalDate firstDay;
        private final long start;
        private final long end;
        private long count;

        Interval(LocalDate firstDay, long start, long end) {
            this.firstDay = firstDay;
            this.start = start;
            this.end = end;
        }
    }

    private final Facet.DateHistogram facet;
    private final String field;
    private final TreeMap<Long, Interval> intervals = new TreeMap<>();
    private @Nullable Interval latest;

    DateHistogramCounter(Facet.DateHistogram facet, String field) {
        this.facet = facet;
        this.field = field;
    }

    @Override
    public SegmentCounter in(LeafReaderContext segment) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), field);
        return (docs, size) -> {
            for (var i = 0; i < size; i++) {
                if (values.advanceExact(docs[i])) {
                    count(values);
                }
            }
        };
    }

    /** The values of a document rise, so that those of one interval follow each other. */
    private void count(SortedNumericDocValues values) throws IOException {
        Interval counted = null;
        for (var left = values.docValueCount(); left > 0; left--) {
            var interval = intervalOf(values.nextValue());
            if (interval != counted) {
                interval.count++;
                counted = interval;
            }
        }
    }

    private Interval intervalOf(long instant) {
        var known = latest;
        if (known != null && known.start <= instant && instant < known.end) {
            return known;
        }
        var floor = intervals.floorEntry(instant);
        var interval = floor != null && instant < floor.getValue().end ? floor.getValue() : newIntervalOf(instant);
        latest = interval;
        return interval;
    }

    private Interval newIntervalOf(long instant) {
        var day = Instant.ofEpochMilli(instant).atZone(facet.zone()).toLocalDate();
        var firstDay = facet.interval().firstDay(day);
        var next = facet.interval().next(firstDay);
        var interval = new Interval(firstDay, startOf(firstDay), startOf(next));
        intervals.put(interval.start, interval);
        return interval;
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(facet.zone()).toInstant().toEpochMilli();
    }

    @Override
    public FacetResult result() {
        var buckets = new ArrayList<Bucket>();
        intervals.values().forEach(interval -> buckets.add(new Bucket(interval.firstDay.toString(), interval.count)));
        return new FacetResult(facet.name(), buckets, 0, false);
    }
}
