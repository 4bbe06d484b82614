package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.contract.RandomContract;
import java.nio.file.Path;

class ElasticsearchRandomTest extends RandomContract {

    private static final String PREFIX = TestingElasticsearch.newPrefix();

    @Override
    protected SearchEngine openEngine(Path folder) {
        return TestingElasticsearch.engine(PREFIX);
    }
}
