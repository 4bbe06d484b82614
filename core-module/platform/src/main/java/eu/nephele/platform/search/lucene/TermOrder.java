package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of a field in which a document has one term or none. Lucene's own reads the term of every document that it keeps, which takes
 * most of the time where thousands are kept on the way to a far page; here documents of one segment are compared by the places of their
 * terms, and terms are read where segments meet.
 */
final class TermOrder extends FieldComparatorSource {

    private final boolean missingFirst;

    /** @param missingFirst where documents without a term are, before the whole order is turned round */
    TermOrder(boolean missingFirst) {
        this.missingFirst = missingFirst;
    }

    @Override
    public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
        return new Comparator(field, hits, missingFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /** A place is twice a term's ordinal in its segment, so that a term that the segment does not have is between two of them. */
    private static final class Comparator extends FieldComparator<BytesRef> implements LeafFieldComparator {

        private final String field;
        private final long missing;
        private final int[] segments;
        private final long[] places;
        private final @Nullable BytesRef[] read;
        private final List<SortedDocValues> terms = new ArrayList<>();

        private int bottom;
        private long bottomPlace;
        private boolean isBottomPlaced;
        private boolean hasTop;
        private @Nullable BytesRef top;
        private long topPlace;

        private Comparator(String field, int hits, long missing) {
            this.field = field;
            this.missing = missing;
            this.segments = new int[hits];
            this.places = new long[hits];
            this.read = new BytesRef[hits];
        }

        @Override
        public LeafFieldComparator getLeafComparator(LeafReaderContext segment) throws IOException {
            terms.add(DocValues.getSorted(segment.reader(), field));
            isBottomPlaced = false;
            if (hasTop) {
                topPlace = place(top);
            }
            return this;
        }

        @Override
        public int compare(int first, int second) {
            var sameSegment = segments[first] == segments[second];
            if (sameSegment || places[first] == missing || places[second] == missing) {
                return Long.compare(places[first], places[second]);
            }
            return term(first).compareTo(term(second));
        }

        @Override
        public int compareValues(@Nullable BytesRef first, @Nullable BytesRef second) {
            if (first != null && second != null) {
                return first.compareTo(second);
            }
            return Long.compare(first == null ? missing : 0, second == null ? missing : 0);
        }

        @Override
        public void setTopValue(@Nullable BytesRef value) {
            hasTop = true;
            top = value;
        }

        @Override
        public @Nullable BytesRef value(int slot) {
            return places[slot] == missing ? null : term(slot);
        }

        @Override
        public void setBottom(int slot) {
            bottom = slot;
            isBottomPlaced = false;
        }

        @Override
        public int compareBottom(int document) throws IOException {
            if (!isBottomPlaced) {
                bottomPlace = segments[bottom] == segment() ? places[bottom] : place(value(bottom));
                isBottomPlaced = true;
            }
            return Long.compare(bottomPlace, place(document));
        }

        @Override
        public int compareTop(int document) throws IOException {
            return Long.compare(topPlace, place(document));
        }

        @Override
        public void copy(int slot, int document) throws IOException {
            segments[slot] = segment();
            places[slot] = place(document);
            read[slot] = null;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // Terms have no score.
        }

        private BytesRef term(int slot) {
            var known = read[slot];
            if (known == null) {
                try {
                    var ordinal = (int) (places[slot] / 2);
                    known = BytesRef.deepCopyOf(terms.get(segments[slot]).lookupOrd(ordinal));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
                read[slot] = known;
            }
            return known;
        }

        private long place(int document) throws IOException {
            var here = terms.getLast();
            return here.advanceExact(document) ? 2L * here.ordValue() : missing;
        }

        /** Of a term in this segment, whether it is there or not. */
        private long place(@Nullable BytesRef term) throws IOException {
            if (term == null) {
                return missing;
            }
            var found = terms.getLast().lookupTerm(term);
            return found >= 0 ? 2L * found : 2L * (-found - 1) - 1;
        }

        private int segment() {
            return terms.size() - 1;
        }
    }
}
