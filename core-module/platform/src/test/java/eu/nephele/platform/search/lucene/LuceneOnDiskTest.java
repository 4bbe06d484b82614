package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.IndexContract;
import eu.nephele.platform.search.contract.RestartContract;
import eu.nephele.platform.search.contract.SnapshotContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** What files make different; the queries themselves are those of {@link LuceneInMemoryTest}. */
class LuceneOnDiskTest {

    @Nested
    class Indexes extends IndexContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return new LuceneSearchEngine(folder);
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return new LuceneSearchEngine(folder);
        }
    }

    @Nested
    class Restarts extends RestartContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return new LuceneSearchEngine(folder);
        }
    }
}
