package eu.nephele.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds the revision of documents by id in one reader. For one thread. */
final class RevisionLookup {

    static final long NONE = -1;

    private record Segment(LeafReader reader, TermsEnum ids) {}

    private final List<Segment> segments = new ArrayList<>();
    private @Nullable PostingsEnum postings;

    RevisionLookup(IndexReader reader) throws IOException {
        for (var leaf : reader.leaves().reversed()) {
            var ids = leaf.reader().terms(StoredFields.ID);
            if (ids != null) {
                segments.add(new Segment(leaf.reader(), ids.iterator()));
            }
        }
    }

    long revision(String id) throws IOException {
        var term = new BytesRef(id);
        for (var segment : segments) {
            if (segment.ids().seekExact(term)) {
                var revision = revision(segment);
                if (revision != NONE) {
                    return revision;
                }
            }
        }
        return NONE;
    }

    private long revision(Segment segment) throws IOException {
        var live = segment.reader().getLiveDocs();
        postings = segment.ids().postings(postings, PostingsEnum.NONE);
        for (var doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                var revisions = segment.reader().getNumericDocValues(StoredFields.REVISION);
                return revisions != null && revisions.advanceExact(doc) ? revisions.longValue() : 0;
            }
        }
        return NONE;
    }
}
