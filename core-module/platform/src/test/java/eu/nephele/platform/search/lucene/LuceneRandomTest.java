package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.RandomContract;
import java.nio.file.Path;

class LuceneRandomTest extends RandomContract {

    @Override
    protected SearchEngine openEngine(Path folder) {
        return new LuceneSearchEngine(folder);
    }
}
