package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.IndexContract;
import eu.nephele.platform.search.contract.RandomContract;
import eu.nephele.platform.search.contract.RestartContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** What files make different; the queries themselves are those of {@link LuceneInMemoryTest}, and here those of random searches. */
class LuceneOnDiskTest {

    @Nested
    class Indexes extends IndexContract {
        @Override
        protected SearchEngine openEngine(Path folder) {
            return new LuceneSearchEngine(folder);
        }
    }

    @Nested
    class RandomSearches extends RandomContract {
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
