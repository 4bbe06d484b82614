package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.SearchEngine.IndexBuild;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index by its name: the generation that is searched, and perhaps one that is being built beside it. */
final class IndexInUse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexInUse.class);

    private final Generations generations;
    private IndexSchema declared;
    private int generation;
    private volatile LuceneIndex current;
    private @Nullable Build build;

    IndexInUse(Generations generations, IndexSchema schema) throws IOException {
        this.generations = generations;
        this.declared = schema;
        this.current = openOrCreate(schema);
    }

    private LuceneIndex openOrCreate(IndexSchema schema) throws IOException {
        var inUse = generations.inUse();
        if (inUse.isPresent()) {
            generation = inUse.getAsInt();
            try {
                generations.requireIntact(generation);
                var opened = LuceneIndex.open(generations.directory(generation), schema.index());
                generations.deleteAllBut(generation);
                return opened;
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | EOFException
                    | FileNotFoundException
                    | NoSuchFileException
                    | IllegalArgumentException damaged) {
                LOG.warn("Index {} is damaged and will be built anew: {}", schema.index(), damaged.toString());
            }
        }
        generation = generations.next();
        var created = LuceneIndex.create(generations.directory(generation), schema);
        generations.use(generation);
        generations.deleteAllBut(generation);
        return created;
    }

    LuceneIndex current() {
        return current;
    }

    /** Declares how documents will look from now on; answers whether the index in use was built so. */
    synchronized boolean declare(IndexSchema schema) {
        declared = schema;
        var built = current.schema();
        return current.isComplete()
                && built.version() == schema.version()
                && built.fields().equals(schema.fields());
    }

    synchronized void apply(IndexBatch batch) throws IOException {
        for (var document : batch.documents()) {
            declared.requireFit(document);
        }
        if (build != null) {
            build.index.apply(batch);
        }
        current.apply(batch);
    }

    synchronized IndexBuild rebuild(IndexSchema schema) throws IOException {
        if (build != null) {
            build.close();
        }
        declared = schema;
        build = new Build(generations.next(), schema);
        return build;
    }

    @Override
    public synchronized void close() throws IOException {
        if (build != null) {
            build.close();
        }
        if (current.isUsable()) {
            current.commit();
        }
        current.close();
    }

    synchronized void delete() throws IOException {
        if (build != null) {
            build.close();
        }
        current.close();
        generations.deleteAll();
    }

    private final class Build implements IndexBuild {

        private final int number;
        private final LuceneIndex index;

        Build(int number, IndexSchema schema) throws IOException {
            this.number = number;
            this.index = LuceneIndex.create(generations.directory(number), schema);
        }

        @Override
        public void add(List<IndexDocument> documents) {
            for (var document : documents) {
                index.schema().requireFit(document);
            }
            try {
                requireOpen();
                index.add(documents);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void finish(long position) {
            synchronized (IndexInUse.this) {
                requireOpen();
                try {
                    index.finish(position);
                    generations.use(number);
                    var old = current;
                    var oldNumber = generation;
                    current = index;
                    generation = number;
                    build = null;
                    old.close();
                    generations.delete(oldNumber);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }

        @Override
        public void close() {
            synchronized (IndexInUse.this) {
                if (build == this) {
                    build = null;
                    try {
                        index.close();
                        generations.delete(number);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        }

        private void requireOpen() {
            if (build != this) {
                throw new IllegalStateException(
                        "This build of " + index.schema().index() + " is over");
            }
        }
    }
}
