package eu.nephele.bench;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.DeliveryRequest;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.delivery.DeliverySettings;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.Workspace;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Real entries instead of made-up documents: how long their index takes to build, texts analyzed, and what readers then ask while they type. */
final class ContentBench implements AutoCloseable {

    private static final Actor SYSTEM = Actor.system("bench");
    private static final String TYPE = "hiddenChampion";
    private static final String ENDPOINT = "delivery/champions";
    private static final int BATCH = 500;
    private static final int WARM_UP = 1_000;
    private static final double WARM_UP_SECONDS = 15;
    private static final int QUESTIONS = 1_000;
    private static final double LONGEST_SECONDS = 30;
    private static final List<String> BEGINNINGS =
            List.of("inn", "clu", "logis", "cluster inno", "furn", "prod", "austria", "software ener", "ita", "train");
    private static final List<String> MISTYPED =
            List.of("inovation", "clutser", "logisitcs", "furnitue", "prodction", "sofware", "enrgy", "trainnig", "markte", "warehosue");
    private static final List<String> FACETS = List.of(
            "country", "region", "industrialEcosystems", "ictCategories", "innovationDimensions", "caseLevel", "maturity", "sizeClass", "edition", "championScheme");

    private final LightModules modules;
    private final ContentRepository repository;
    private final ChangeFeed feed;
    private final BiConsumer<String, String> note;

    ContentBench(Path root, Path folder, BiConsumer<String, String> note) {
        this.modules = LightModules.load(List.of(root.resolve("light-modules")));
        this.repository = ContentRepository.open(RepositorySettings.in(folder));
        this.feed = new ChangeFeed(repository);
        this.note = note;
        var type = type();
        repository.register(new Workspace(
                type.workspace(),
                type.datasource().spread(),
                type.datasource().namespaces(),
                List.of(type.nodeType()),
                type.model().subModels().stream().map(Model::nodeType).distinct().toList()));
    }

    private ContentType type() {
        return modules.current().contentType(TYPE).orElseThrow();
    }

    /** Puts live champions into the repository as publishing would leave them; that itself is no figure of this bench. */
    void fill(Path root, Path folder, int size, Patience patience) {
        var begun = System.nanoTime();
        var generator = new CatalogueGenerator(folder, Bench.vocabularies(root));
        for (var from = 0; from < size; from += BATCH) {
            patience.require("with entries of the catalogue", begun, from);
            var first = from;
            repository.write(SYSTEM, writer -> {
                for (var number = first; number < Math.min(first + BATCH, size); number++) {
                    var revision = writer.nextRevision();
                    var at = new Location(Perspective.LIVE, type().workspace(), "/champion-" + number);
                    var stored = writer.put(at, champion(generator.champion(number, 2_000), revision));
                    writer.record(new Change(
                            revision,
                            Change.Kind.SAVED,
                            at.perspective(),
                            at.workspace(),
                            at.path(),
                            stored.id(),
                            stored.nodeType(),
                            List.of(),
                            SYSTEM.name(),
                            Instant.now()));
                }
                return null;
            });
        }
    }

    interface Patience {
        /** Throws where what is being done will not end in time. */
        void require(String figure, long begun, int done);
    }

    private ContentNode champion(Map<String, Object> generated, long revision) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put(SystemProperties.REVISION, Value.of(revision));
        generated.forEach((name, value) -> {
            var stored = name.startsWith("@") ? null : value(value);
            if (stored != null) {
                properties.put(name, stored);
            }
        });
        return ContentNode.unstored("", type().nodeType(), properties, List.of());
    }

    /** Null for what is a node of its own. */
    private static @Nullable Value value(Object generated) {
        return switch (generated) {
            case String text -> Value.of(text);
            case Boolean flag -> Value.of(flag);
            case Integer number -> Value.of((long) number);
            case Map<?, ?> reference when reference.containsKey("externalId") ->
                Value.of(UUID.nameUUIDFromBytes(reference.get("externalId").toString().getBytes(StandardCharsets.UTF_8)).toString());
            case List<?> values -> Value.of(values.stream().map(ContentBench::value).filter(Objects::nonNull).toList());
            default -> null;
        };
    }

    /** @param name of the engine, in the figures */
    void measure(String name, SearchEngine engine, int size) {
        try (var indexer = new Indexer(engine, repository, feed, modules::current)) {
            indexer.start();
            var start = System.nanoTime();
            indexer.rebuild(TYPE);
            var seconds = (System.nanoTime() - start) / 1e9;
            note.accept(name + ": rebuild from the live content", "%.1f s, %,.0f/s".formatted(seconds, size / seconds));
            var delivery = new Delivery(
                    modules::current, repository, new EntrySearch(engine, modules::current), DeliverySettings.DEFAULT);
            ask(name + ": suggest (goal: p99 20 ms)", delivery, number -> DeliveryRequest.of(
                    ENDPOINT + "/suggest", new Parameter("q", pick(BEGINNINGS, number)), new Parameter("lang", "en")));
            ask(name + ": query of mistyped words", delivery, number -> query("q", pick(MISTYPED, number)));
            ask(name + ": query of right words and 10 facets, rendered", delivery, number -> query(
                    "q", pick(List.of("innovation", "cluster", "furniture", "training"), number), "facets", String.join(",", FACETS)));
        }
    }

    private static String pick(List<String> from, int number) {
        return from.get(number % from.size());
    }

    private static DeliveryRequest query(String... parameters) {
        var all = new ArrayList<>(List.of(new Parameter("lang", "en"), new Parameter("limit", "10")));
        for (var index = 0; index < parameters.length; index += 2) {
            all.add(new Parameter(parameters[index], parameters[index + 1]));
        }
        return new DeliveryRequest(ENDPOINT, all, null);
    }

    private interface Questions {
        DeliveryRequest question(int number);
    }

    private void ask(String figure, Delivery delivery, Questions questions) {
        ask(delivery, questions, WARM_UP, WARM_UP_SECONDS);
        note.accept(figure, ask(delivery, questions, QUESTIONS, LONGEST_SECONDS).toString());
    }

    private static Latencies ask(Delivery delivery, Questions questions, int count, double longestSeconds) {
        var latencies = new Latencies();
        var start = System.nanoTime();
        for (var number = 0; number < count && (System.nanoTime() - start) / 1e9 < longestSeconds; number++) {
            var asked = System.nanoTime();
            delivery.answer(questions.question(number)).body().json();
            latencies.add(System.nanoTime() - asked);
        }
        return latencies;
    }

    @Override
    public void close() {
        feed.close();
        repository.close();
        modules.close();
    }
}
