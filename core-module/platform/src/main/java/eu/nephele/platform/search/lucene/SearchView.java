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
import org.jspecify.annotations.Nullable;

/** One or more indexes as they were at a moment, searched as one. Must be closed. */
final class SearchView implements AutoCloseable {

    private record Held(SearcherManager manager, IndexSearcher searcher, IndexSchema schema) {}

    private final List<Held> held;
    private final IndexSearcher searcher;
    private final @Nullable MultiReader together;

    private SearchView(List<Held> held) throws IOException {
        this.held = held;
        try {
            together = held.size() == 1 ? null : together(held);
        } catch (IOException | RuntimeException failure) {
            release(held);
            throw failure;
        }
        searcher = together == null ? held.getFirst().searcher() : new IndexSearcher(together);
    }

    /** As they are now. */
    static SearchView of(List<IndexInUse> indexes) throws IOException {
        var held = new ArrayList<Held>();
        try {
            for (var index : indexes) {
                held.add(hold(index));
            }
        } catch (IOException | RuntimeException failure) {
            release(held);
            throw failure;
        }
        return new SearchView(held);
    }

    /** The same once more, to be closed by itself; null where this one is closed. */
    @Nullable
    SearchView again() throws IOException {
        var again = new ArrayList<Held>();
        for (var one : held) {
            if (!one.searcher().getIndexReader().tryIncRef()) {
                release(again);
                return null;
            }
            again.add(one);
        }
        return new SearchView(again);
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

    private static MultiReader together(List<Held> held) throws IOException {
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
        if (together != null) {
            together.close();
        }
        release(held);
    }

    private static void release(List<Held> held) throws IOException {
        for (var one : held) {
            one.manager().release(one.searcher());
        }
    }
}
