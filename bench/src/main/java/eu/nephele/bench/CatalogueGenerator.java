package eu.nephele.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes newline-delimited files of a made-up catalogue, the same for the same number: champions and all that they need to be published. */
final class CatalogueGenerator {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> COUNTRIES = List.of("IT", "GR", "RO", "BG", "AT", "HU", "SI", "RS", "BA", "AL");
    private static final List<String> WORDS =
            ("cluster innovation company export logistics furniture tourism network production order planning software"
                            + " machine energy supplier customer delivery quality training design material market region"
                            + " growth partner record sensor warehouse traceability workshop family regional digital").lines()
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .toList();

    private final Path folder;
    private final Map<String, List<String>> codes;
    private final Random random = new Random(20121001);

    /** @param codes of the vocabularies, by their name */
    CatalogueGenerator(Path folder, Map<String, List<String>> codes) {
        this.folder = folder;
        this.codes = codes;
    }

    /** The files to import, in this order, by content type. */
    Map<String, Path> generate(int champions) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        var companies = Math.max(20, Math.min(2_000, champions / 5));
        files.put("organisation", write("organisation", 10, this::organisation));
        files.put("cluster", write("cluster", 20, this::cluster));
        files.put("company", write("company", companies, this::company));
        files.put("interview", write("interview", companies, this::interview));
        files.put("hiddenChampion", write("champion", champions, number -> champion(number, companies)));
        return files;
    }

    private interface Maker {
        Map<String, Object> make(int number);
    }

    private Path write(String name, int count, Maker maker) throws IOException {
        var file = folder.resolve(name + "-" + count + ".ndjson");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (var number = 0; number < count; number++) {
                var entry = new LinkedHashMap<String, Object>();
                entry.put("externalId", "bench:" + name + "-" + number);
                entry.putAll(maker.make(number));
                out.write(JSON.writeValueAsString(entry));
                out.write('\n');
            }
        }
        return file;
    }

    private Map<String, Object> organisation(int number) {
        var entry = entry("Organisation " + number);
        entry.remove("ownerOrganisation");
        entry.put("name", "Bench organisation " + number);
        entry.put("kind", pick("organisation-kind"));
        entry.put("country", country(number));
        return entry;
    }

    private Map<String, Object> cluster(int number) {
        var entry = entry("Cluster " + number);
        entry.put("name", "Bench cluster " + number);
        entry.put("clusterKind", pick("cluster-kind"));
        entry.put("shortPresentation", text(700));
        entry.put("industrialEcosystems", List.of(pick("industrial-ecosystems")));
        entry.put("naceSectors", List.of(pick("nace-sectors")));
        entry.put("maturity", pick("maturity"));
        entry.put("country", country(number));
        entry.put("region", pick("regions"));
        return entry;
    }

    private Map<String, Object> company(int number) {
        var entry = entry("Company " + number);
        entry.put("name", "Bench company " + number);
        entry.put("cluster", reference("cluster", number % 20));
        entry.put("country", country(number));
        entry.put("region", pick("regions"));
        entry.put("naceMain", pick("nace-sectors"));
        entry.put("employees", 1 + random.nextInt(400));
        return entry;
    }

    private Map<String, Object> interview(int number) {
        var entry = entry("Interview " + number);
        entry.put("title", "Bench interview " + number);
        entry.put("intervieweeRole", "Production manager");
        entry.put("date", "2014-03-%02d".formatted(1 + number % 28));
        entry.put("language", "en");
        entry.put("consent", Map.of("date", "2014-03-01", "scope", "publication"));
        return entry;
    }

    /** Its properties; references are by external ids. */
    Map<String, Object> champion(int number, int companies) {
        var entry = entry("Champion " + number);
        var company = number % companies;
        entry.put("@name", "champion-" + number);
        entry.put("title", title() + " " + number);
        entry.put("title_de", title() + " (" + number + ")");
        entry.put("summary_de", text(200));
        entry.put("company", reference("company", company));
        entry.put("cluster", reference("cluster", company % 20));
        entry.put("partner", reference("organisation", number % 10));
        entry.put("edition", pick("edition"));
        entry.put("championScheme", pick("champion-scheme"));
        entry.put("caseLevel", pick("case-level"));
        entry.put("country", country(number));
        entry.put("region", pick("regions"));
        entry.put("industrialEcosystems", List.of(pick("industrial-ecosystems")));
        entry.put("maturity", pick("maturity"));
        entry.put("sizeClass", pick("size-class"));
        entry.put("innovationDimensions", distinct("innovation-dimensions", 3));
        entry.put("ictCategories", distinct("ict-categories", 4));
        entry.put("ictIntroduced", Map.of("year", 1995 + random.nextInt(25), "phase", pick("ict-phase")));
        entry.put("story", text(2100));
        for (var part : List.of("initialSituation", "solution", "results", "evidenceOfSuccess")) {
            entry.put(part, text(320));
        }
        entry.put("interviews", List.of(reference("interview", company)));
        return entry;
    }

    private Map<String, Object> entry(String name) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("summary", name + ": " + text(180));
        entry.put("ownerOrganisation", reference("organisation", Math.floorMod(name.hashCode(), 10)));
        entry.put("isSample", true);
        return entry;
    }

    private static Map<String, Object> reference(String type, int number) {
        return Map.of("externalId", "bench:" + type + "-" + number);
    }

    private static String country(int number) {
        return COUNTRIES.get(number % COUNTRIES.size());
    }

    private String title() {
        return IntStream.range(0, 5)
                .mapToObj(position -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString().strip();
    }

    private String pick(String vocabulary) {
        var terms = codes.get(vocabulary);
        if (terms == null || terms.isEmpty()) {
            throw new IllegalStateException("The catalogue has no vocabulary " + vocabulary);
        }
        return terms.get(random.nextInt(terms.size()));
    }

    private List<String> distinct(String vocabulary, int atMost) {
        var chosen = new ArrayList<String>();
        for (var index = 0; index <= random.nextInt(atMost); index++) {
            var code = pick(vocabulary);
            if (!chosen.contains(code)) {
                chosen.add(code);
            }
        }
        return chosen;
    }
}
