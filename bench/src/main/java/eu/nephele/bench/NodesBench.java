package eu.nephele.bench;

import eu.nephele.platform.search.elasticsearch.DevelopmentServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes, each a process, on one PostgreSQL database: what is published on one, served and found by the other. */
final class NodesBench {

    private static final String READY = "/.rest/ops/health/ready";
    private static final String CHAMPION = "/.rest/delivery/champions/champion-0?lang=en";
    private static final String EDITIONS = "/.rest/delivery/champions?@name=champion-0&limit=0&facets=edition";
    private static final String ENTRY = "/.rest/editor/v1/entries/hiddenChampion/";
    private static final int CHAMPIONS = 100;
    private static final int PUBLICATIONS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;
    private final BiConsumer<String, String> note;

    NodesBench(Path root, BiConsumer<String, String> note) {
        this.root = root;
        this.note = note;
    }

    void measure(Path folder) throws Exception {
        try (var postgresql = EmbeddedPostgres.builder().start()) {
            measure("Lucene", folder.resolve("nodes-lucene"), settings(postgresql, "lucene"));
            var home = root.resolve("development/elasticsearch/target/server");
            try (var search = DevelopmentServer.start(home, folder.resolve("nodes-search"), "-XX:TieredStopAtLevel=4")) {
                var settings = settings(postgresql, "elasticsearch");
                settings.put("NEPHELE_SEARCH_ENGINE", "elasticsearch");
                settings.put("NEPHELE_SEARCH_ELASTICSEARCH_URIS", search.uri().toString());
                measure("Elasticsearch", folder.resolve("nodes-elasticsearch"), settings);
            }
        }
    }

    private static Map<String, String> settings(EmbeddedPostgres postgresql, String database) throws Exception {
        try (var connection = postgresql.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        }
        var settings = new HashMap<String, String>();
        settings.put("NEPHELE_REPOSITORY_STORE", "postgresql");
        settings.put("NEPHELE_REPOSITORY_POSTGRESQL_URL", postgresql.getJdbcUrl("postgres", database));
        settings.put("NEPHELE_REPOSITORY_POSTGRESQL_USER", "postgres");
        settings.put("NEPHELE_REPOSITORY_POSTGRESQL_PASSWORD", "postgres");
        settings.put("NEPHELE_MAX_HEAP", "800m");
        return settings;
    }

    private void measure(String engine, Path folder, Map<String, String> settings) throws Exception {
        settings.put("NEPHELE_REPOSITORY_BINARIES_FOLDER", Files.createDirectories(folder.resolve("binaries")).toString());
        var data = Files.createDirectories(folder.resolve("one")).resolve("data");
        var otherData = Files.createDirectories(folder.resolve("two")).resolve("data");
        try (var one = RunningServer.start(root, data, READY, settings);
                var two = RunningServer.start(root, otherData, READY, settings)) {
            var files = new CatalogueGenerator(folder, Bench.vocabularies(root)).generate(CHAMPIONS);
            for (var file : files.entrySet()) {
                var imported = RunningServer.launch(
                        root, data, "import", file.getValue().toString(), "--type", file.getKey(), "--publish", "--data", data.toString());
                if (imported.waitFor() != 0) {
                    throw new IllegalStateException("The import of " + file.getKey() + " failed; see server.log");
                }
            }
            publish(engine, one, two);
        }
    }

    private void publish(String engine, RunningServer writer, RunningServer reader) throws Exception {
        while (reader.get(CHAMPION).statusCode() != 200) {
            Thread.sleep(20);
        }
        var id = JSON.readTree(reader.get(CHAMPION).body()).get("@id").asString();
        var served = new Latencies();
        var found = new Latencies();
        for (var turn = 0; turn < PUBLICATIONS; turn++) {
            var title = "Measured title number " + turn;
            var edition = turn % 2 == 0 ? "2026" : "2014";
            var revision = JSON.readTree(writer.manage("GET", ENTRY + id, "").body()).get("revision").asLong();
            require(writer.manage(
                    "PATCH", ENTRY + id, "{\"revision\": %d, \"title\": \"%s\", \"edition\": \"%s\"}".formatted(revision, title, edition)));
            require(writer.manage("POST", ENTRY + id + "/publish", ""));
            var published = System.nanoTime();
            while (!new String(reader.get(CHAMPION).body(), StandardCharsets.UTF_8).contains(title)) {
                Thread.sleep(2);
            }
            served.add(System.nanoTime() - published);
            while (!isCounted(reader, edition)) {
                Thread.sleep(2);
            }
            found.add(System.nanoTime() - published);
        }
        note.accept(engine + ", two nodes: published to served by the other (goal: p99 500 ms)", served.toString());
        note.accept(engine + ", two nodes: published to counted in facets by the other", found.toString());
    }

    private static void require(java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean isCounted(RunningServer server, String edition) throws Exception {
        for (JsonNode bucket : JSON.readTree(server.get(EDITIONS).body()).at("/facets/edition/buckets")) {
            if (bucket.get("value").asString().equals(edition)) {
                return bucket.get("count").asInt() == 1;
            }
        }
        return false;
    }
}
