package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/** One or more indexes as they are now, searched as one. Must be closed. */
final class SearchView implements AutoCloseable {

    private record Held(SearcherManager manager, IndexSearcher searcher, IndexSchema schema) {}

    private final List<Held> held = new ArrayList<>();
    private final IndexSearcher searcher;

    SearchView(List<IndexInUse> indexes) throws IOException {
        try {
            for (var index : indexes) {
                held.add(hold(index));
            }
            searcher = held.size() == 1 ? held.getFirst().searcher() : new IndexSearcher(together());
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Tries again when the index was replaced by a rebuilt one in between. */
    private static Held hold(IndexInUse index) throws IOException {
        while (true) {
            var current = index.current();
            try {
                return new Held(current.searchers(), current.searchers().acquire(), current.schema());
            } catch (AlreadyClosedException closed) {
                if (index.current() == current) {
                    throw closed;
                }
            }
        }
    }

    private MultiReader together() throws IOException {
        var readers = held.stream().map(one -> one.searcher().getIndexReader()).toArray(IndexReader[]::new);
        return new MultiReader(readers, false);
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Fields fields() {
        return new Fields(held.stream().map(Held::schema).toList());
    }

    String indexOf(int doc) {
        if (held.size() == 1) {
            return held.getFirst().schema().index();
        }
        var end = 0;
        for (var one : held) {
            end += one.searcher().getIndexReader().maxDoc();
            if (doc < end) {
                return one.schema().index();
            }
        }
        throw new IllegalArgumentException("No document " + doc);
    }

    long revisionOf(int doc) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var revisions = leaf.reader().getNumericDocValues(StoredFields.REVISION);
        return revisions != null && revisions.advanceExact(doc - leaf.docBase) ? revisions.longValue() : 0;
    }

    @Override
    public void close() throws IOException {
        for (var one : held) {
            one.manager().release(one.searcher());
        }
    }
}
