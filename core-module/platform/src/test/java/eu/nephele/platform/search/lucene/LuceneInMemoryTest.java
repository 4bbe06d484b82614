package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.BestHitsContract;
import eu.nephele.platform.search.contract.FacetContract;
import eu.nephele.platform.search.contract.FacetRangeContract;
import eu.nephele.platform.search.contract.FacetSelectionContract;
import eu.nephele.platform.search.contract.IndexContract;
import eu.nephele.platform.search.contract.OrderContract;
import eu.nephele.platform.search.contract.QueryContract;
import eu.nephele.platform.search.contract.QueryTableContract;
import eu.nephele.platform.search.contract.SnapshotContract;
import eu.nephele.platform.search.contract.SpellingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class LuceneInMemoryTest {

    private static SearchEngine inMemory() {
        return new LuceneSearchEngine(null);
    }

    @Nested
    class Indexes extends IndexContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class Queries extends QueryContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class BestHits extends BestHitsContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class Orders extends OrderContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class Facets extends FacetContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class FacetsOfRanges extends FacetRangeContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class FacetsWithSelections extends FacetSelectionContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class QueryTable extends QueryTableContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }

    @Nested
    class Spellings extends SpellingContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return inMemory();
        }
    }
}
