package eu.nephele.platform.desk;

import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;

/** A {@link TestingDesk} whose drafts are indexed as they change, and what editors have beside it. */
final class TestingFloor implements AutoCloseable {

    final TestingDesk desk;
    final Indexer indexer;
    final EntrySearch search;
    final EntryLists lists;
    final Choices choices;
    final PublishEntry publishEntry;
    final UnpublishEntry unpublishEntry;
    final DeleteEntry deleteEntry;
    private final ChangeFeed feed;
    private final LuceneSearchEngine engine = new LuceneSearchEngine(null);

    TestingFloor() {
        this(RepositorySettings.inMemory());
    }

    TestingFloor(RepositorySettings settings) {
        desk = new TestingDesk(settings);
        feed = new ChangeFeed(desk.repository);
        indexer = new Indexer(engine, desk.repository, feed, () -> desk.definitions);
        indexer.start();
        search = new EntrySearch(engine, () -> desk.definitions);
        lists = new EntryLists(desk.drafts, search, indexer);
        choices = new Choices(desk.drafts, search, indexer, new AssetLibrary(desk.repository));
        publishEntry = new PublishEntry(desk.repository, () -> desk.definitions, desk.clock);
        unpublishEntry = new UnpublishEntry(desk.repository, () -> desk.definitions, desk.clock);
        deleteEntry = new DeleteEntry(desk.drafts);
    }

    <T> Documents<T> documents(String collection, Class<T> type) {
        return new Documents<>(desk.repository, collection, type);
    }

    @Override
    public void close() {
        indexer.close();
        feed.close();
        engine.close();
        desk.close();
    }
}
