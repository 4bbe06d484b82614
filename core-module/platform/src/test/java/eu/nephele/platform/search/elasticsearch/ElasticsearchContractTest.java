package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.BestHitsContract;
import eu.nephele.platform.search.contract.FacetContract;
import eu.nephele.platform.search.contract.FacetRangeContract;
import eu.nephele.platform.search.contract.FacetSelectionContract;
import eu.nephele.platform.search.contract.IndexContract;
import eu.nephele.platform.search.contract.OrderContract;
import eu.nephele.platform.search.contract.QueryContract;
import eu.nephele.platform.search.contract.QueryTableContract;
import eu.nephele.platform.search.contract.RestartContract;
import eu.nephele.platform.search.contract.SnapshotContract;
import eu.nephele.platform.search.contract.SpellingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contract of search engines against a real server. */
class ElasticsearchContractTest {

    private static final String PREFIX = TestingElasticsearch.newPrefix();

    /** The server keeps what an engine wrote: the same prefix finds it again. */
    private static SearchEngine engine() {
        return TestingElasticsearch.engine(PREFIX);
    }

    @AfterEach
    void forgetAll() {
        TestingElasticsearch.forget(PREFIX, "champion-live", "other-live", "fresh-live");
    }

    @Nested
    class Indexes extends IndexContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Queries extends QueryContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class BestHits extends BestHitsContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Orders extends OrderContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Facets extends FacetContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class FacetsOfRanges extends FacetRangeContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class FacetsWithSelections extends FacetSelectionContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class QueryTable extends QueryTableContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Spellings extends SpellingContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }

    @Nested
    class Restarts extends RestartContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return engine();
        }
    }
}
