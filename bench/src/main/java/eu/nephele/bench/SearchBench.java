package eu.nephele.bench;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.search.elasticsearch.DevelopmentServer;
import eu.nephele.platform.search.elasticsearch.ElasticsearchSearchEngine;
import eu.nephele.platform.search.elasticsearch.ElasticsearchSettings;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code bench search [--sizes N,N]}: each engine by itself, filled, asked and rebuilt, beside the same question asked without us: as
 * bare HTTP of Elasticsearch, as bare calls of Lucene. Then with real entries, and at last on two nodes. No size takes much longer than
 * twice {@link #LONGEST}: what would is said, with the time that it would take.
 */
final class SearchBench {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int MOST_ENTRIES = 100_000;
    private static final int BATCH = 500;
    private static final int WARM_UP = 300;
    private static final int QUESTIONS = 2_000;

    /** Of all with documents at one size, and again of all with entries. */
    private static final Duration LONGEST = Duration.ofMinutes(12);

    /** Before this the time of the rest cannot be told. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    /** Of one series of questions; the slow end of large sizes is asked fewer. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final Path root;
    private final Path folder;
    private final int size;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private long started = System.nanoTime();

    private SearchBench(Path root, Path folder, int size) {
        this.root = root;
        this.folder = folder;
        this.size = size;
    }

    static void run(Path root, List<String> options) throws Exception {
        var sizes = sizes(options);
        var runs = new ArrayList<Map<String, String>>();
        for (var size : sizes) {
            System.out.printf("%n%,d champions:%n", size);
            var folder = Files.createTempDirectory("nephele-bench-search-");
            try {
                var bench = new SearchBench(root, folder, size);
                bench.measure();
                bench.measureContent();
                runs.add(bench.figures);
            } finally {
                Bench.delete(folder);
            }
        }
        Bench.print(sizes, runs);
        measureNodes(root);
    }

    private static void measureNodes(Path root) throws Exception {
        System.out.printf("%nTwo nodes with a small catalogue:%n");
        var folder = Files.createTempDirectory("nephele-bench-nodes-");
        try {
            new NodesBench(root, (figure, value) -> System.out.printf("  %s: %s%n", figure, value)).measure(folder);
        } finally {
            Bench.delete(folder);
        }
    }

    private static List<Integer> sizes(List<String> options) {
        if (options.isEmpty()) {
            return SIZES;
        }
        return Arrays.stream(options.get(1).split(",")).map(Integer::parseInt).toList();
    }

    private void measure() throws Exception {
        try {
            measureLucene();
            measureElasticsearch();
        } catch (TooLong tooLong) {
            note(tooLong.figure, tooLong.getMessage());
        }
    }

    private void measureLucene() throws Exception {
        var lucene = folder.resolve("lucene");
        try (var engine = new LuceneSearchEngine(lucene)) {
            fill("Lucene", engine);
            note("Lucene: index size", megabytes(size(lucene)));
            note("Lucene: heap in use", megabytes(heap()));
            try (var bare = new BareLucene(folder.resolve("bare"), size)) {
                compare("Lucene", engine, "bare Lucene", bare::ask);
            }
        }
    }

    private void measureElasticsearch() throws Exception {
        var data = folder.resolve("elasticsearch");
        var home = root.resolve("development/elasticsearch/target/server");
        try (var server = DevelopmentServer.start(home, data, "-Xmx1g", "-XX:TieredStopAtLevel=4");
                var engine = new ElasticsearchSearchEngine(settings(server.uri()))) {
            fill("Elasticsearch", engine);
            note("Elasticsearch: index size", megabytes(size(data)));
            try (var bare = new BareElasticsearch(server.uri())) {
                compare("Elasticsearch", engine, "bare Elasticsearch", bare::ask);
            }
            note("Elasticsearch: resident memory of the server", megabytes(resident(server.pid())));
        }
    }

    /** With the entries of the catalogue: analysis, suggestions, typos. */
    private void measureContent() throws Exception {
        if (size > MOST_ENTRIES) {
            note("with entries of the catalogue", "not measured above %,d".formatted(MOST_ENTRIES));
            return;
        }
        started = System.nanoTime();
        try (var content = new ContentBench(root, folder.resolve("content"), this::note)) {
            content.fill(root, folder, size, this::requireTime);
            try (var engine = new LuceneSearchEngine(folder.resolve("content-lucene"))) {
                content.measure("Lucene", engine, size);
            }
            var home = root.resolve("development/elasticsearch/target/server");
            var data = folder.resolve("content-elasticsearch");
            try (var server = DevelopmentServer.start(home, data, "-Xmx1g", "-XX:TieredStopAtLevel=4");
                    var engine = new ElasticsearchSearchEngine(settings(server.uri()))) {
                content.measure("Elasticsearch", engine, size);
            }
        } catch (TooLong tooLong) {
            note(tooLong.figure, tooLong.getMessage());
        }
    }

    private static final class TooLong extends RuntimeException {

        private final String figure;

        TooLong(String figure, double minutes) {
            super("not measured: would take about %.0f minutes".formatted(minutes));
            this.figure = figure;
        }
    }

    /** Gives up what will not end in time, by what the first part of it took. */
    private void requireTime(String figure, long begun, int done) {
        var taken = seconds(begun);
        if (done > 0 && taken > FIRST_LOOK.toSeconds()) {
            var whole = taken / done * size;
            if (whole - taken > LONGEST.toSeconds() - seconds(started)) {
                throw new TooLong(figure, whole / 60);
            }
        }
    }

    private static ElasticsearchSettings settings(URI uri) {
        return new ElasticsearchSettings(List.of(uri), null, null, null, null, "bench", Duration.ofSeconds(30));
    }

    private void fill(String name, SearchEngine engine) {
        var schema = SearchDocuments.schema();
        engine.open(schema);
        try (var build = engine.rebuild(schema)) {
            build.finish(0);
        }
        if (size <= MOST_ENTRIES) {
            var figure = name + ": indexing as changes come, 500 at once";
            var start = System.nanoTime();
            for (var from = 0; from < size; from += BATCH) {
                requireTime(figure, start, from);
                var documents = SearchDocuments.documents(from, Math.min(from + BATCH, size));
                engine.apply(SearchDocuments.INDEX, new IndexBatch(documents, List.of(), from + 1L));
            }
            note(figure, "%,.0f/s".formatted(size / seconds(start)));
        }
        var figure = name + ": full rebuild of analyzed documents";
        var rebuild = System.nanoTime();
        try (var build = engine.rebuild(schema)) {
            for (var from = 0; from < size; from += BATCH) {
                requireTime(figure, rebuild, from);
                build.add(SearchDocuments.documents(from, Math.min(from + BATCH, size)));
            }
            build.finish(size);
        }
        note(figure, "%.1f s, %,.0f/s".formatted(seconds(rebuild), size / seconds(rebuild)));
    }

    interface Question {
        /** Answers how many were found. */
        long ask(int number) throws Exception;
    }

    /** Asks both the same by turns, each first as often as the other: what else the machine does hits both alike. */
    private void compare(String ours, SearchEngine engine, String bare, Question reference) throws Exception {
        var asked = List.of(
                new Asked(
                        ours,
                        number -> engine.search(List.of(SearchDocuments.INDEX), SearchDocuments.request(number))
                                .total()),
                new Asked(bare, reference));
        for (var one : asked) {
            var start = System.nanoTime();
            for (var i = 0; i < WARM_UP && seconds(start) < AT_MOST.toSeconds(); i++) {
                one.question.ask(i);
            }
        }
        var start = System.nanoTime();
        for (var i = 0; i < QUESTIONS && seconds(start) < 2 * AT_MOST.toSeconds(); i++) {
            asked.get(i % 2).ask(i);
            asked.get(1 - i % 2).ask(i);
        }
        for (var one : asked) {
            note(one.name + ": query and 10 facets", one.latencies.toString());
            note(one.name + ": found by the first ten", "%,d".formatted(one.found));
        }
        note(
                ours + " beside " + bare,
                "%.2f times".formatted(asked.getFirst().latencies.millis(0.5) / asked.getLast().latencies.millis(0.5)));
    }

    private static final class Asked {

        private final String name;
        private final Question question;
        private final Latencies latencies = new Latencies();
        private long found;

        Asked(String name, Question question) {
            this.name = name;
            this.question = question;
        }

        void ask(int number) throws Exception {
            var begin = System.nanoTime();
            var total = question.ask(number);
            latencies.add(System.nanoTime() - begin);
            found += number < 10 ? total : 0;
        }
    }

    private void note(String figure, String value) {
        System.out.printf("  %s: %s%n", figure, value);
        figures.put(figure, value);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String megabytes(long bytes) {
        return "%,.0f MB".formatted(bytes / 1e6);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long resident(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        return Files.notExists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .sum();
    }

    private static long size(Path tree) throws IOException {
        var bytes = new AtomicLong();
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            /** It was merged away meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }
}
