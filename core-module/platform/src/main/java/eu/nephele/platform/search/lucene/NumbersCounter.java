package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.NumericUtils;

/** Finds the least and the greatest of a field's numbers and adds them up. */
final class NumbersCounter implements FacetCounter {

    private final Facet.Numbers facet;
    private final String field;
    private final boolean doubles;
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;

    NumbersCounter(Facet.Numbers facet, String field) {
        this.facet = facet;
        this.field = field;
        this.doubles = field.startsWith("d");
    }

    @Override
    public SegmentCounter in(LeafReaderContext segment) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), field);
        return (docs, size) -> {
            for (var i = 0; i < size; i++) {
                if (values.advanceExact(docs[i])) {
                    for (var left = values.docValueCount(); left > 0; left--) {
                        var stored = values.nextValue();
                        add(doubles ? NumericUtils.sortableLongToDouble(stored) : stored);
                    }
                }
            }
        };
    }

    private void add(double number) {
        count++;
        min = Math.min(min, number);
        max = Math.max(max, number);
        sum += number;
    }

    @Override
    public FacetResult result() {
        var numbers = count == 0 ? null : new FacetResult.Numbers(count, min, max, sum);
        return new FacetResult(facet.name(), List.of(), 0, false, numbers);
    }
}
