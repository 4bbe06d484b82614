package eu.nephele.bench;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.platform.search.PropertyFilter.Operator;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one size, each beside its reference of the same run. */
final class Measurement {

    private static final String READY = "/.rest/ops/health/ready";
    private static final String CHAMPIONS = "/.rest/delivery/champions";
    private static final String ENTRIES = "/.rest/editor/v1/entries/hiddenChampion";
    private static final List<String> FACETS =
            List.of("country", "ictCategories", "innovationDimensions", "maturity", "industrialEcosystems");
    private static final String QUERY = CHAMPIONS
            + "?country=IT%7CRS%7CBG&innovationDimensions=research-and-development%7Cict-implementation%7Clogistics&orderBy=title&limit=20&lang=en&facets="
            + String.join(",", FACETS);
    private static final int WARM_UP = 500;
    private static final int QUERIES = 2_000;
    private static final int PUBLICATIONS = 100;

    private final Path root;
    private final Path data;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private int champions;

    Measurement(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    Map<String, String> figures() {
        return figures;
    }

    private void figure(String name, String value) {
        figures.put(name, value);
        System.out.printf("  %s: %s%n", name, value);
    }

    /** Imports the files through the command line, as an operator would. */
    void fill(Map<String, Path> files) throws Exception {
        try (var server = RunningServer.start(root, data, READY)) {
            load(data, files, "import and publish", "--publish");
            awaitReady(server);
            champions = total(server.get(CHAMPIONS + "?limit=0").body());
        }
    }

    /** The same files as drafts alone, in a folder of their own. */
    void fillDrafts(Map<String, Path> files) throws Exception {
        var drafts = Files.createDirectories(data.resolveSibling("drafts")).resolve("data");
        try (var _ = RunningServer.start(root, drafts, READY)) {
            load(drafts, files, "import without publishing");
        }
    }

    private void load(Path folder, Map<String, Path> files, String name, String... options) throws Exception {
        for (var file : files.entrySet()) {
            var command = new ArrayList<>(
                    List.of("import", file.getValue().toString(), "--type", file.getKey(), "--data", folder.toString()));
            command.addAll(List.of(options));
            var started = System.nanoTime();
            var process = RunningServer.launch(root, folder, command.toArray(String[]::new));
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The import of " + file.getKey() + " failed; see server.log");
            }
            if (file.getKey().equals("hiddenChampion")) {
                figure(name, "%.1f s".formatted((System.nanoTime() - started) / 1e9));
            }
        }
    }

    private static void awaitReady(RunningServer server) throws Exception {
        while (server.get(READY).statusCode() != 200) {
            Thread.sleep(50);
        }
    }

    void serve() throws Exception {
        try (var server = RunningServer.start(root, data, CHAMPIONS + "/champion-0")) {
            figure("start to first answered request", "%.2f s".formatted(server.startMillis() / 1000.0));
            awaitReady(server);
            Thread.sleep(10_000);
            figure("resident memory, idle", server.residentMegabytes() + " MB");
            cold(server);
            read(server);
            query(server);
            publish(server);
            figure("resident memory, after the load", server.residentMegabytes() + " MB");
        }
    }

    private void cold(RunningServer server) throws Exception {
        var latencies = new Latencies();
        for (var number = 1; number <= Math.min(1_000, champions - 1); number++) {
            var started = System.nanoTime();
            server.get(CHAMPIONS + "/champion-" + number);
            latencies.add(System.nanoTime() - started);
        }
        figure("read one entry, cold cache (one connection)", latencies.toString());
    }

    private void read(RunningServer server) throws Exception {
        var path = CHAMPIONS + "/champion-0?lang=en";
        var body = server.get(path).body();
        var nginx = Throughput.ofNginx(data.getParent(), body);
        var nephele = Throughput.of(server.url(path));
        figure("read one entry, warm, 16 connections (%d bytes)".formatted(body.length), nephele.toString());
        figure("nginx, the same bytes", nginx.toString());
        figure("share of nginx", "%.0f %%".formatted(100 * nephele.requestsPerSecond() / nginx.requestsPerSecond()));
    }

    private void query(RunningServer server) throws Exception {
        var latencies = new Latencies();
        for (var turn = -WARM_UP; turn < QUERIES; turn++) {
            var started = System.nanoTime();
            var answer = server.get(QUERY);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (turn >= 0) {
                latencies.add(System.nanoTime() - started);
            }
        }
        figure("query: 2 filters, sort, 5 facets, over HTTP", latencies.toString());
    }

    private void publish(RunningServer server) throws Exception {
        var id = JsonMapper.shared()
                .readTree(server.get(CHAMPIONS + "/champion-0").body())
                .get("@id")
                .asString();
        var visibleByRead = new Latencies();
        var visibleInFacets = new Latencies();
        for (var turn = 0; turn < PUBLICATIONS; turn++) {
            var title = "Measured title number " + turn;
            var edition = turn % 2 == 0 ? "2026" : "2014";
            require(server.manage("PATCH", ENTRIES + "/" + id, current(server, id, title, edition)));
            var asked = System.nanoTime();
            require(server.manage("POST", ENTRIES + "/" + id + "/publish", ""));
            while (!new String(server.get(CHAMPIONS + "/champion-0?lang=en").body(), StandardCharsets.UTF_8).contains(title)) {
                Thread.onSpinWait();
            }
            visibleByRead.add(System.nanoTime() - asked);
            while (!isCounted(server, edition)) {
                Thread.onSpinWait();
            }
            visibleInFacets.add(System.nanoTime() - asked);
        }
        figure("publish (asked) to visible by read", visibleByRead.toString());
        figure("publish (asked) to visible in facets", visibleInFacets.toString());
    }

    private static String current(RunningServer server, String id, String title, String edition) throws Exception {
        var revision = JsonMapper.shared()
                .readTree(server.manage("GET", ENTRIES + "/" + id, "").body())
                .get("revision")
                .asLong();
        return "{\"revision\": %d, \"title\": \"%s\", \"edition\": \"%s\"}".formatted(revision, title, edition);
    }

    /** Whether the facet counts the entry under the edition. */
    private static boolean isCounted(RunningServer server, String edition) throws IOException, InterruptedException {
        var answer = server.get(CHAMPIONS + "?@name=champion-0&limit=0&facets=edition");
        for (JsonNode bucket : JsonMapper.shared().readTree(answer.body()).at("/facets/edition/buckets")) {
            if (bucket.get("value").asString().equals(edition)) {
                return bucket.get("count").asInt() == 1;
            }
        }
        return false;
    }

    private static void require(java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static int total(byte[] body) {
        return JsonMapper.shared().readTree(body).get("total").asInt();
    }

    /** The same query on the same index without HTTP, JSON or the reading of entries. */
    void engineAlone() {
        try (var modules = LightModules.load(List.of(root.resolve("light-modules")));
                var repository = ContentRepository.open(RepositorySettings.in(data.resolve("repository")));
                var engine = new LuceneSearchEngine(data.resolve("index"));
                var feed = new ChangeFeed(repository);
                var indexer = new Indexer(engine, repository, feed, modules::current)) {
            indexer.start();
            var search = new EntrySearch(engine, modules::current);
            var facets = FACETS.stream()
                    .map(name -> new FacetRequest(name, name, 20, Facet.Order.COUNT, null, List.of(), null))
                    .toList();
            var query = new EntryQuery(
                    List.of("hiddenChampion"),
                    Perspective.LIVE,
                    "en",
                    null,
                    List.of(
                            new PropertyFilter("country", Operator.EQ, List.of("IT", "RS", "BG")),
                            new PropertyFilter(
                                    "innovationDimensions", Operator.EQ, List.of("research-and-development", "ict-implementation", "logistics"))),
                    facets,
                    List.of(new EntrySort("title", false)),
                    0,
                    20,
                    null);
            var latencies = new Latencies();
            for (var turn = -WARM_UP; turn < QUERIES; turn++) {
                var started = System.nanoTime();
                search.search(query);
                if (turn >= 0) {
                    latencies.add(System.nanoTime() - started);
                }
            }
            figure("the same query on Lucene directly", latencies.toString());
        }
    }
}
