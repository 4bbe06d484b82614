package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.api.search.Sort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the topics of the contract share: an engine with one index, {@code champion-live}, and short words for documents and searches. */
public abstract class SearchEngineContract {

    protected static final String INDEX = "champion-live";

    protected static final IndexSchema SCHEMA = schema(INDEX, 1);

    protected static final GeoPoint BELGRADE = new GeoPoint(44.8178, 20.4569);
    protected static final GeoPoint NOVI_SAD = new GeoPoint(45.2671, 19.8335);
    protected static final GeoPoint LJUBLJANA = new GeoPoint(46.0569, 14.5058);

    @TempDir
    protected Path folder;

    protected SearchEngine engine;

    /** A fresh engine; one that keeps its data keeps them in the folder, or by its name. */
    protected abstract SearchEngine openEngine(Path folder);

    @BeforeEach
    protected void start() {
        engine = openEngine(folder);
        build(SCHEMA);
    }

    @AfterEach
    protected void stop() {
        engine.close();
    }

    protected static IndexSchema schema(String index, int version) {
        var fields = new LinkedHashMap<String, FieldKind>();
        fields.put("text", FieldKind.TOKENS);
        fields.put("title", FieldKind.TOKENS);
        fields.put("country", FieldKind.KEYWORD);
        fields.put("topic", FieldKind.KEYWORD);
        fields.put("year", FieldKind.LONG);
        fields.put("day", FieldKind.LONG);
        fields.put("price", FieldKind.DOUBLE);
        fields.put("place", FieldKind.GEO);
        fields.put("titleKey", FieldKind.SORT);
        return new IndexSchema(index, fields, version);
    }

    /** An open, complete, empty index. */
    protected void build(IndexSchema schema) {
        engine.open(schema);
        try (var build = engine.rebuild(schema)) {
            build.finish(0);
        }
    }

    /** Each value is one of a field, or a list of them; whole numbers become Long. */
    protected static IndexDocument document(String id, Object... fieldsAndValues) {
        return revision(id, 1, fieldsAndValues);
    }

    protected static IndexDocument revision(String id, long revision, Object... fieldsAndValues) {
        var fields = new LinkedHashMap<String, List<Object>>();
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            var value = fieldsAndValues[i + 1];
            var values = value instanceof List<?> many ? many : List.of(value);
            fields.put(
                    (String) fieldsAndValues[i],
                    values.stream()
                            .map(each -> each instanceof Integer number ? (Object) number.longValue() : each)
                            .toList());
        }
        return new IndexDocument(id, revision, fields);
    }

    protected void add(IndexDocument... documents) {
        engine.apply(INDEX, new IndexBatch(Arrays.asList(documents), List.of(), 0));
    }

    protected void delete(String id, long revision) {
        engine.apply(INDEX, new IndexBatch(List.of(), List.of(new IndexBatch.Deletion(id, revision)), 0));
    }

    protected SearchResult search(SearchRequest request) {
        return engine.search(List.of(INDEX), request);
    }

    protected List<String> found(Query query) {
        return found(query, new Sort[0]);
    }

    protected List<String> found(Query query, Sort... sort) {
        return ids(search(new SearchRequest(query, Map.of(), List.of(), List.of(sort), 0, 1_000, null)));
    }

    protected static List<String> ids(SearchResult result) {
        return result.hits().stream().map(SearchResult.Hit::id).toList();
    }

    protected FacetResult facet(Query query, Facet facet) {
        return facet(query, Map.of(), facet);
    }

    protected FacetResult facet(Query query, Map<String, Query> selections, Facet facet) {
        var result = search(new SearchRequest(query, selections, List.of(facet), List.of(), 0, 0, null));
        return result.facets().get(facet.name());
    }

    protected static Facet.Terms terms(String field, int size) {
        return new Facet.Terms(field, field, size, Facet.Order.COUNT, null, List.of());
    }

    protected static Query term(String field, String... values) {
        return new Query.Terms(field, java.util.Set.of(values));
    }

    protected static FacetResult.Bucket bucket(String value, long count) {
        return new FacetResult.Bucket(value, count);
    }

    protected static Query all() {
        return new Query.All();
    }

    protected static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                .isEqualTo(ErrorCode.INVALID_QUERY));
    }
}
