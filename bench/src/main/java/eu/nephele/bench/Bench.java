package eu.nephele.bench;

import eu.nephele.api.vocabulary.Term;
import eu.nephele.platform.definition.LightModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills a fresh server with a generated catalogue of each size, measures it, and prints the figures as a table. */
public final class Bench {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int DRAFTS_ALONE_UP_TO = 10_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        if (arguments.length > 1 && arguments[1].equals("search")) {
            SearchBench.run(root, List.of(arguments).subList(2, arguments.length));
            return;
        }
        if (arguments.length > 1 && arguments[1].equals("media")) {
            MediaBench.run(root, List.of(arguments).subList(2, arguments.length));
            return;
        }
        var sizes = arguments.length == 1
                ? SIZES
                : Arrays.stream(arguments).skip(1).map(Integer::parseInt).toList();
        var folder = Files.createTempDirectory("nephele-bench-");
        try {
            var runs = new ArrayList<Map<String, String>>();
            for (var size : sizes) {
                runs.add(run(root, folder, size));
            }
            print(sizes, runs);
        } finally {
            delete(folder);
        }
    }

    private static Map<String, String> run(Path root, Path folder, int size) throws Exception {
        var data = Files.createDirectories(folder.resolve("run-" + size)).resolve("data");
        var measurement = new Measurement(root, data);
        System.out.printf("%n%,d champions:%n", size);
        var files = new CatalogueGenerator(data.getParent(), vocabularies(root)).generate(size);
        measurement.fill(files);
        if (size <= DRAFTS_ALONE_UP_TO) {
            measurement.fillDrafts(files);
        }
        measurement.serve();
        measurement.engineAlone();
        delete(data.getParent());
        return measurement.figures();
    }

    static Map<String, List<String>> vocabularies(Path root) {
        try (var modules = LightModules.load(List.of(root.resolve("light-modules")))) {
            return modules.current().vocabularies().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            vocabulary -> vocabulary.getValue().terms().stream()
                                    .filter(term -> !term.deprecated())
                                    .map(Term::code)
                                    .toList()));
        }
    }

    static void print(List<Integer> sizes, List<Map<String, String>> runs) {
        System.out.printf("%n| figure | %s |%n", sizes.stream().map("%,d champions"::formatted).collect(Collectors.joining(" | ")));
        System.out.println("|---|" + "---|".repeat(sizes.size()));
        for (var figure : runs.getLast().keySet()) {
            System.out.printf(
                    "| %s | %s |%n",
                    figure,
                    runs.stream().map(run -> run.getOrDefault(figure, "")).collect(Collectors.joining(" | ")));
        }
        printMachine();
    }

    static void printMachine() {
        System.out.printf(
                "%nMachine: %d processors, %s %s, JDK %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
