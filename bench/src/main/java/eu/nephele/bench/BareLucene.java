package eu.nephele.bench;

import eu.nephele.api.search.IndexDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The question of {@link SearchDocuments#request} with Lucene's own facets. */
final class BareLucene implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final DrillSideways sideways;
    private final FacetsConfig config = new FacetsConfig();

    BareLucene(Path folder, int size) throws IOException {
        directory = FSDirectory.open(folder);
        IntStream.range(0, SearchDocuments.FACETS)
                .forEach(facet -> config.setMultiValued(SearchDocuments.facet(facet), true));
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (var from = 0; from < size; from += BATCH) {
                for (var document : SearchDocuments.documents(from, Math.min(from + BATCH, size))) {
                    writer.addDocument(config.build(stored(document)));
                }
            }
        }
        reader = DirectoryReader.open(directory);
        sideways = new DrillSideways(
                new IndexSearcher(reader), config, new DefaultSortedSetDocValuesReaderState(reader, config));
    }

    private static Document stored(IndexDocument document) {
        var stored = new Document();
        stored.add(new StringField("id", document.id(), Store.YES));
        document.fields().forEach((field, values) -> {
            if (field.equals("text")) {
                stored.add(new TextField(field, (String) values.getFirst(), Store.NO));
            } else if (field.startsWith("facet")) {
                values.forEach(value -> {
                    stored.add(new SortedSetDocValuesFacetField(field, (String) value));
                    stored.add(new KeywordField(field, (String) value, Store.NO));
                });
            }
        });
        return stored;
    }

    long ask(int number) throws IOException {
        var query = new DrillDownQuery(config, new TermQuery(new Term("text", SearchDocuments.queried(number))));
        for (var facet : List.of(0, 1)) {
            SearchDocuments.chosenValues(number).forEach(value -> query.add(SearchDocuments.facet(facet), value));
        }
        var answer = sideways.search(query, SearchDocuments.HITS);
        for (var facet = 0; facet < SearchDocuments.FACETS; facet++) {
            answer.facets.getTopChildren(SearchDocuments.BUCKETS, SearchDocuments.facet(facet));
        }
        return answer.hits.totalHits.value();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
