package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random documents, changes and searches, each answer compared with that of {@link BruteForce}. A seed repeats its case. */
public abstract class RandomContract extends SearchEngineContract {

    private static final int SEARCHES_PER_SEED = 100;
    private static final List<String> WORDS = List.of("wood", "woodwork", "metal", "meta", "stone", "x");
    private static final List<String> TYPED =
            List.of("wood", "wodo", "wod", "tame", "mxetaly", "y", "stonewx", "oowdwrok");
    private static final List<String> VALUES = List.of("", "a", "aa", "ab", "b", "B", "ä", "🛶");

    static Stream<Long> seeds() {
        return IntStream.range(0, 15).mapToObj(Long::valueOf);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEngineAnswersAsOneWhoLooksAtEveryDocument(long seed) {
        var random = new Random(seed);
        var truth = new HashMap<String, IndexDocument>();
        for (var round = 0; round < 4; round++) {
            change(random, truth, 1 + round * 1_000L);
            for (var i = 0; i < SEARCHES_PER_SEED / 4; i++) {
                compare(request(random), new BruteForce(truth.values()));
            }
        }
    }

    private void change(Random random, Map<String, IndexDocument> truth, long revision) {
        var documents = new ArrayList<IndexDocument>();
        var deletions = new ArrayList<IndexBatch.Deletion>();
        for (var i = random.nextInt(40); i > 0; i--) {
            var id = "d%02d".formatted(random.nextInt(60));
            if (random.nextInt(5) == 0) {
                deletions.add(new IndexBatch.Deletion(id, revision + 500));
            } else {
                documents.add(randomDocument(random, id, revision + random.nextInt(400)));
            }
        }
        engine.apply(INDEX, new IndexBatch(documents, deletions, revision));
        for (var document : documents) {
            truth.merge(document.id(), document, (old, now) -> now.revision() >= old.revision() ? now : old);
        }
        deletions.forEach(deletion -> truth.remove(deletion.id()));
    }

    private static IndexDocument randomDocument(Random random, String id, long revision) {
        var fields = new LinkedHashMap<String, List<Object>>();
        some(random, fields, "country", 2, () -> pick(random, VALUES));
        some(random, fields, "topic", 3, () -> pick(random, VALUES));
        some(random, fields, "year", 2, () -> (long) random.nextInt(6));
        some(random, fields, "price", 2, () -> random.nextInt(-3, 4) / 2.0);
        some(random, fields, "place", 1, () -> point(random));
        some(random, fields, "text", 2, () -> text(random));
        some(random, fields, "titleKey", 1, () -> "%02x".formatted(random.nextInt(4)));
        return new IndexDocument(id, revision, fields);
    }

    private static void some(
            Random random, Map<String, List<Object>> fields, String field, int most, Supplier<Object> value) {
        var count = random.nextInt(most + 1);
        if (count > 0) {
            fields.put(field, Stream.generate(value).limit(count).distinct().toList());
        }
    }

    private void compare(SearchRequest request, BruteForce truth) {
        var answer = search(request);
        var expected = truth.hits(request);
        var window = expected.subList(
                Math.min(request.offset(), expected.size()),
                Math.min(request.offset() + request.limit(), expected.size()));

        assertThat(answer.total()).as("total of %s", request).isEqualTo(expected.size());
        assertThat(ids(answer)).as("hits of %s", request).isEqualTo(window);
        for (var facet : request.facets()) {
            var counts = facet instanceof Facet.Terms terms
                    ? truth.facet(request, terms)
                    : truth.facet(request, (Facet.Ranges) facet);
            assertThat(answer.facets().get(facet.name()))
                    .as("%s of %s", facet, request)
                    .isEqualTo(counts);
        }
    }

    private static SearchRequest request(Random random) {
        var selections = new LinkedHashMap<String, Query>();
        for (var facet : List.of("country", "years", "hidden")) {
            if (random.nextInt(3) == 0) {
                selections.put(facet, query(random, 1));
            }
        }
        var facets = List.<Facet>of(
                new Facet.Terms(
                        "country",
                        "country",
                        random.nextInt(9),
                        random.nextBoolean() ? Facet.Order.COUNT : Facet.Order.VALUE,
                        random.nextInt(4) == 0 ? "a" : null,
                        List.of()),
                new Facet.Terms("topic", "topic", 3, Facet.Order.COUNT, null, List.of()),
                new Facet.Ranges("years", "year", List.of(range(random, "one"), range(random, "two"))),
                new Facet.Ranges("prices", "price", List.of(range(random, "one"))));
        // Always with an order, for scores are the engine's own.
        var sorts = List.of("year", "country", "price", "titleKey").stream()
                .filter(field -> random.nextInt(3) == 0)
                .map(field -> (Sort) new Sort.ByField(field, random.nextBoolean()))
                .toList();
        return new SearchRequest(
                query(random, 3),
                selections,
                facets,
                sorts.isEmpty() ? List.of(new Sort.ByField("year", true)) : sorts,
                random.nextInt(5),
                random.nextInt(20),
                null);
    }

    private static Facet.Range range(Random random, String key) {
        var from = random.nextInt(3) == 0 ? null : (Double) (double) random.nextInt(-2, 4);
        var to = random.nextInt(3) == 0 ? null : (Double) (double) random.nextInt(0, 7);
        return new Facet.Range(key, from, to);
    }

    private static Query query(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            var parts = Stream.generate(() -> query(random, depth - 1))
                    .limit(random.nextInt(4))
                    .toList();
            return switch (random.nextInt(7)) {
                case 0 -> new Query.Not(query(random, depth - 1));
                case 1, 2 -> new Query.AllOf(parts);
                case 3 -> new Query.Best(parts, 0.1);
                case 4 -> new Query.Constant(query(random, depth - 1), random.nextInt(3));
                case 5 -> new Query.Boosted(query(random, depth - 1), 2);
                default -> new Query.AnyOf(parts);
            };
        }
        var field = random.nextBoolean() ? "country" : "topic";
        return switch (random.nextInt(14)) {
            case 0 -> new Query.All();
            case 1, 2 -> term(field, pick(random, VALUES));
            case 3 -> new Query.Terms(field, java.util.Set.copyOf(VALUES.subList(0, random.nextInt(4))));
            case 4 ->
                new Query.KeywordRange(
                        field, pick(random, VALUES), random.nextBoolean(), pick(random, VALUES), random.nextBoolean());
            case 5 -> new Query.LongRange("year", random.nextInt(6), random.nextInt(6));
            case 6 ->
                new Query.DoubleRange(
                        "price",
                        random.nextInt(-3, 4) / 2.0,
                        random.nextBoolean(),
                        random.nextInt(-3, 4) / 2.0,
                        random.nextBoolean());
            case 7 -> new Query.Wildcard(field, pick(random, List.of("*", "a*", "?", "?b", "*a*", "b")));
            case 8 -> new Query.Exists(pick(random, List.of("country", "year", "price", "place", "text")));
            case 9 -> new Query.Token("text", pick(random, WORDS));
            case 10 -> new Query.TokenPrefix("text", pick(random, List.of("w", "wood", "met", "zz")));
            case 11 -> new Query.Phrase("text", List.of(pick(random, WORDS), pick(random, WORDS)));
            case 12 -> new Query.TokenFuzzy("text", pick(random, TYPED), 1 + random.nextInt(2));
            default -> new Query.GeoDistance("place", point(random), 150_000 * (1 + random.nextInt(20)));
        };
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String text(Random random) {
        return String.join(
                " ",
                Stream.generate(() -> pick(random, WORDS))
                        .limit(1 + random.nextInt(5))
                        .toList());
    }

    private static GeoPoint point(Random random) {
        return new GeoPoint(random.nextInt(40, 48), random.nextInt(8, 30));
    }
}
