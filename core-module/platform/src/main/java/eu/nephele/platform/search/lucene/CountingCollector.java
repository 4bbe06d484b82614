package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best hits, the total and all facets in one pass over the documents that meet the query. A document that meets all
 * selections is a hit and counts everywhere; one that misses a single selection counts in that selection's own facet only.
 */
final class CountingCollector implements Collector {

    private static final int HIT = -1;

    /** @param selection the place of the facet's own selection, {@link #HIT} where it has none */
    record Counting(FacetCounter counter, int selection) {
        Counting(FacetCounter counter) {
            this(counter, HIT);
        }
    }

    private final @Nullable TopFieldCollector best;
    private final boolean needsScores;
    private final boolean bestAlone;
    private final List<Weight> selections = new ArrayList<>();
    private final List<Counting> countings;
    private long total;

    /** @param bestAlone whether neither total nor facets are wanted: what cannot be among the best is left out then */
    CountingCollector(
            @Nullable TopFieldCollector best,
            boolean needsScores,
            boolean bestAlone,
            IndexSearcher searcher,
            List<Query> selections,
            List<Counting> countings)
            throws IOException {
        this.best = best;
        this.needsScores = needsScores && best != null;
        this.bestAlone = bestAlone && best != null;
        this.countings = countings;
        for (var selection : selections) {
            this.selections.add(searcher.createWeight(searcher.rewrite(selection), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
    }

    long total() {
        return total;
    }

    @Override
    public ScoreMode scoreMode() {
        if (bestAlone && best != null) {
            return best.scoreMode();
        }
        return needsScores ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        var bits = new FixedBitSet[selections.size()];
        for (var i = 0; i < bits.length; i++) {
            bits[i] = documentsOf(selections.get(i), segment);
        }
        var hits = new Counted(countersFor(HIT, segment));
        var nearMisses = new Counted[bits.length];
        for (var i = 0; i < bits.length; i++) {
            nearMisses[i] = new Counted(countersFor(i, segment));
        }
        return new Segment(best == null ? null : best.getLeafCollector(segment), bits, hits, nearMisses);
    }

    private static FixedBitSet documentsOf(Weight weight, LeafReaderContext segment) throws IOException {
        var bits = new FixedBitSet(segment.reader().maxDoc());
        var scorer = weight.scorer(segment);
        if (scorer != null) {
            bits.or(scorer.iterator());
        }
        return bits;
    }

    private List<FacetCounter.SegmentCounter> countersFor(int selection, LeafReaderContext segment) throws IOException {
        var counters = new ArrayList<FacetCounter.SegmentCounter>();
        for (var counting : countings) {
            if (selection == HIT || counting.selection() == selection) {
                var counter = counting.counter().in(segment);
                if (counter != FacetCounter.SegmentCounter.NONE) {
                    counters.add(counter);
                }
            }
        }
        return counters;
    }

    /** Documents waiting to be counted: one facet after the other over many documents is faster than the other way round. */
    private static final class Counted {

        private final List<FacetCounter.SegmentCounter> counters;
        private final int[] docs = new int[2048];
        private int size;

        Counted(List<FacetCounter.SegmentCounter> counters) {
            this.counters = counters;
        }

        void add(int doc) throws IOException {
            docs[size++] = doc;
            if (size == docs.length) {
                flush();
            }
        }

        void flush() throws IOException {
            for (var counter : counters) {
                counter.count(docs, size);
            }
            size = 0;
        }
    }

    private final class Segment implements LeafCollector {

        private final @Nullable LeafCollector bestHere;
        private final FixedBitSet[] selected;
        private final Counted hits;
        private final Counted[] nearMisses;

        Segment(@Nullable LeafCollector bestHere, FixedBitSet[] selected, Counted hits, Counted[] nearMisses) {
            this.bestHere = bestHere;
            this.selected = selected;
            this.hits = hits;
            this.nearMisses = nearMisses;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            if (bestHere != null) {
                bestHere.setScorer(scorer);
            }
        }

        @Override
        public @Nullable DocIdSetIterator competitiveIterator() throws IOException {
            return bestAlone && bestHere != null ? bestHere.competitiveIterator() : null;
        }

        @Override
        public void collect(int doc) throws IOException {
            var missed = HIT;
            for (var i = 0; i < selected.length; i++) {
                if (!selected[i].get(doc)) {
                    if (missed != HIT) {
                        return;
                    }
                    missed = i;
                }
            }
            if (missed != HIT) {
                nearMisses[missed].add(doc);
                return;
            }
            total++;
            hits.add(doc);
            if (bestHere != null) {
                bestHere.collect(doc);
            }
        }

        @Override
        public void finish() throws IOException {
            hits.flush();
            for (var nearMiss : nearMisses) {
                nearMiss.flush();
            }
            if (bestHere != null) {
                bestHere.finish();
            }
        }
    }
}
