package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.FacetResult;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/** Counts the documents of one facet, segment by segment. */
interface FacetCounter {

    /** Counts in one segment; several of them may add to the same counter, one after the other. */
    SegmentCounter in(LeafReaderContext segment) throws IOException;

    FacetResult result() throws IOException;

    @FunctionalInterface
    interface SegmentCounter {

        SegmentCounter NONE = (docs, size) -> {};

        /** @param docs rising, within one call and from call to call */
        void count(int[] docs, int size) throws IOException;
    }
}
