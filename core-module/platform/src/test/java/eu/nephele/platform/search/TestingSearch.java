package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entry search over an index in memory that a test fills itself: no repository, no change log. */
public final class TestingSearch implements AutoCloseable {

    private final Definitions definitions;
    private final SearchEngine engine;
    private final EntrySearch search;
    private final Map<String, DocumentBuilder> builders = new HashMap<>();

    public TestingSearch(Definitions definitions) {
        this(definitions, new LuceneSearchEngine(null));
    }

    public TestingSearch(Definitions definitions, SearchEngine engine) {
        this.definitions = definitions;
        this.engine = engine;
        this.search = new EntrySearch(engine, () -> definitions);
        for (var type : definitions.contentTypes().values()) {
            for (var perspective : Perspective.values()) {
                var builder = new DocumentBuilder(definitions, type, perspective);
                engine.open(builder.schema());
                try (var build = engine.rebuild(builder.schema())) {
                    build.finish(0);
                }
                builders.put(FieldNames.index(type.name(), perspective), builder);
            }
        }
    }

    public EntrySearch search() {
        return search;
    }

    public SearchEngine engine() {
        return engine;
    }

    /** Makes live entries searchable, each in the index of the content type that its node type says. */
    public void add(ContentNode... entries) {
        add(Perspective.LIVE, Arrays.asList(entries));
    }

    public void add(Perspective perspective, List<ContentNode> entries) {
        var documents = new HashMap<String, List<IndexDocument>>();
        for (var entry : entries) {
            var index = FieldNames.index(typeOf(entry).name(), perspective);
            documents
                    .computeIfAbsent(index, none -> new ArrayList<>())
                    .add(builders.get(index).build(entry));
        }
        documents.forEach((index, batch) -> engine.apply(index, new IndexBatch(batch, List.of(), 0)));
    }

    public void remove(Perspective perspective, ContentNode entry, long revision) {
        var index = FieldNames.index(typeOf(entry).name(), perspective);
        engine.apply(index, new IndexBatch(List.of(), List.of(new IndexBatch.Deletion(entry.id(), revision)), 0));
    }

    private ContentType typeOf(ContentNode entry) {
        return definitions.contentTypes().values().stream()
                .filter(type -> type.nodeType().equals(entry.nodeType()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        engine.close();
    }
}
