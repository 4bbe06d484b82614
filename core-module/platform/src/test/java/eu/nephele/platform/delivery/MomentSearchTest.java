package eu.nephele.platform.delivery;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.elasticsearch.TestingElasticsearch;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

class MomentSearchTest {

    private static final String PREFIX = TestingElasticsearch.newPrefix();

    @Nested
    class OnLucene extends MomentContract {
        @Override
        protected SearchEngine openEngine() {
            return new LuceneSearchEngine(null);
        }
    }

    @Nested
    class OnElasticsearch extends MomentContract {
        @Override
        protected SearchEngine openEngine() {
            return TestingElasticsearch.engine(PREFIX);
        }

        @AfterAll
        void forgetAll() {
            TestingElasticsearch.forget(PREFIX, "film-live", "film-draft", "talk-live", "talk-draft");
        }
    }
}
