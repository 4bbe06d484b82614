package eu.nephele.webapp.app;

import eu.nephele.platform.search.elasticsearch.DevelopmentServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the search cluster is: the one that the operator named, or a development server that lives as long as this one. */
record SearchCluster(List<URI> uris, @Nullable DevelopmentServer own) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchCluster.class);

    /** A server that is not gone after a test: compiled fully, with room for searches of mistyped words in many types. */
    private static final String[] LONG_RUNNING = {"-Xmx1g", "-XX:TieredStopAtLevel=4"};

    static SearchCluster of(NepheleSettings settings) {
        var search = settings.search();
        if (search.engine() != SearchSettings.Engine.ELASTICSEARCH) {
            return new SearchCluster(List.of(), null);
        }
        var uris = search.elasticsearch().addresses();
        if (!uris.isEmpty()) {
            return new SearchCluster(uris, null);
        }
        var home = Path.of(search.elasticsearch().developmentServer());
        var data = settings.dataFolder().resolve("elasticsearch");
        var server = DevelopmentServer.start(home, data, LONG_RUNNING);
        LOG.info("A development server of Elasticsearch runs at {}", server.uri());
        return new SearchCluster(List.of(server.uri()), server);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
