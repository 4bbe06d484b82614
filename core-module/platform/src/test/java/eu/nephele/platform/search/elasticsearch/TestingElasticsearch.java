package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.search.SearchEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One real Elasticsearch server for all tests of a run; each takes index names of its own. */
public final class TestingElasticsearch {

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private TestingElasticsearch() {}

    private static final class Shared {
        private static final DevelopmentServer SERVER = start();

        private static DevelopmentServer start() {
            try {
                return DevelopmentServer.start(home(), Files.createTempDirectory("nephele-elasticsearch"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Where the build puts the server together, seen from the folder of any module. */
    public static Path home() {
        var server = Path.of("development", "elasticsearch", "target", "server");
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && Files.notExists(folder.resolve(server))) {
            folder = folder.getParent();
        }
        return folder == null ? server : folder.resolve(server);
    }

    public static URI uri() {
        return Shared.SERVER.uri();
    }

    /** A prefix of index names that no other test has. */
    public static String newPrefix() {
        return "test" + PREFIXES.incrementAndGet();
    }

    public static SearchEngine engine(String prefix) {
        return new ElasticsearchSearchEngine(ElasticsearchSettings.of(uri(), prefix));
    }

    /** Takes the indexes out of the server, so that it stays small. */
    public static void forget(String prefix, String... indexes) {
        try (var engine = engine(prefix)) {
            for (var index : indexes) {
                engine.drop(index);
            }
        }
    }
}
