package eu.nephele.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.media.AssetTexts;
import eu.nephele.platform.repository.TestingRepository;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Delivery of the module {@code boats} with its real neighbours: repository, change feed, indexer and search engine (Lucene in memory, unless another is given). */
public final class TestingLiveDelivery implements AutoCloseable {

    public final TestingDelivery content;
    private final SearchEngine engine;
    public final ChangeFeed feed;

    /** The pages of documents by {@code jcr:} and id, as a reader of files would find them. */
    public final Map<String, List<String>> documents = new ConcurrentHashMap<>();

    private final AssetText assetText = new AssetText() {
        @Override
        public List<String> pages(Perspective perspective, String asset) {
            return documents.getOrDefault(asset, List.of());
        }

        @Override
        public Map<String, Value> facts(Perspective perspective, String asset) {
            return TestingLiveDelivery.this.content.repository.read(
                    TestingRepository.SYSTEM, reader -> AssetTexts.facts(reader, perspective, asset));
        }
    };
    public final Indexer indexer;
    public final Delivery delivery;

    public TestingLiveDelivery() {
        this(TestingDelivery.boats());
    }

    public TestingLiveDelivery(Definitions types) {
        this(types, new LuceneSearchEngine(null));
    }

    /** @param engine closed with this */
    public TestingLiveDelivery(Definitions types, SearchEngine engine) {
        this.engine = engine;
        content = new TestingDelivery(DeliverySettings.DEFAULT, types);
        feed = new ChangeFeed(content.repository);
        indexer = new Indexer(engine, content.repository, feed, content.definitions::get, assetText);
        delivery = new Delivery(
                content.definitions::get,
                content.repository,
                new EntrySearch(engine, content.definitions::get),
                DeliverySettings.DEFAULT,
                assetText);
        indexer.start();
        var following = feed.follow("delivery", content.repository.lastRevision(), delivery::apply);
        delivery.follow((revision, atMost) ->
                following.awaitPosition(revision, atMost) && indexer.awaitRevision(revision, atMost));
    }

    /** Waits until searches find what was published. */
    public void settle() throws InterruptedException {
        assertThat(indexer.awaitRevision(content.repository.lastRevision(), Duration.ofSeconds(20)))
                .isTrue();
    }

    /** @param parameters each {@code name=value} */
    public JsonNode read(String path, String... parameters) {
        return JsonMapper.shared().readTree(text(path, parameters));
    }

    public String text(String path, String... parameters) {
        return TestingDelivery.text(
                delivery.answer(new DeliveryRequest(path, TestingDelivery.parameters(parameters), null)));
    }

    @Override
    public void close() throws Exception {
        indexer.close();
        feed.close();
        engine.close();
        content.close();
    }
}
