package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/**
 * How documents lie in Lucene. The kind is part of a field's name there, so that one search can go over indexes that have the
 * same field as different kinds.
 */
final class StoredFields {

    static final String ID = "_id";
    static final String REVISION = "_revision";

    /** Keeps phrases from matching across the values of a field. */
    private static final int GAP_BETWEEN_VALUES = 100;

    private StoredFields() {}

    static String name(FieldKind kind, String field) {
        return switch (kind) {
            case TOKENS -> "t:" + field;
            case KEYWORD -> "k:" + field;
            case LONG -> "l:" + field;
            case DOUBLE -> "d:" + field;
            case GEO -> "g:" + field;
            case SORT -> "s:" + field;
        };
    }

    static Analyzer tokens() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new WhitespaceTokenizer());
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return GAP_BETWEEN_VALUES;
            }
        };
    }

    /** The document with those of its fields that the schema has: an index of an earlier schema knows fewer, or others. */
    static Document of(IndexDocument document, IndexSchema schema) {
        var stored = new Document();
        stored.add(new StringField(ID, document.id(), Store.NO));
        stored.add(new SortedDocValuesField(ID, new BytesRef(document.id())));
        stored.add(new NumericDocValuesField(REVISION, document.revision()));
        document.fields().forEach((field, values) -> {
            var kind = schema.fields().get(field);
            if (kind != null) {
                values.stream().filter(kind::takes).forEach(value -> add(stored, kind, field, value));
            }
        });
        return stored;
    }

    private static void add(Document stored, FieldKind kind, String field, Object value) {
        var name = name(kind, field);
        switch (kind) {
            case TOKENS -> stored.add(new TextField(name, (String) value, Store.NO));
            case KEYWORD -> stored.add(new KeywordField(name, new BytesRef((String) value), Store.NO));
            case LONG -> stored.add(new LongField(name, (Long) value, Store.NO));
            case DOUBLE -> stored.add(new DoubleField(name, (Double) value, Store.NO));
            case SORT -> stored.add(new SortedDocValuesField(name, new BytesRef((String) value)));
            case GEO -> {
                var point = (GeoPoint) value;
                stored.add(new LatLonPoint(name, point.latitude(), point.longitude()));
                stored.add(new LatLonDocValuesField(name, point.latitude(), point.longitude()));
            }
        }
    }
}
