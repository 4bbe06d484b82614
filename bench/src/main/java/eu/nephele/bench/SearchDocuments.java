package eu.nephele.bench;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Made-up index documents of champions, the same for the same number, and the question that is asked of them. */
final class SearchDocuments {

    static final String INDEX = "champion-live";
    static final int FACETS = 10;
    static final int BUCKETS = 10;
    static final int HITS = 10;

    /** How many values each of the facets has: countries, sectors, ..., companies. */
    private static final int[] VALUES = {10, 12, 20, 30, 40, 60, 100, 250, 500, 2_000};

    private static final int WORDS = 5_000;
    private static final int WORDS_PER_TEXT = 80;

    private SearchDocuments() {}

    static IndexSchema schema() {
        var fields = new LinkedHashMap<String, FieldKind>();
        fields.put("text", FieldKind.TOKENS);
        IntStream.range(0, FACETS).forEach(facet -> fields.put(facet(facet), FieldKind.KEYWORD));
        fields.put("year", FieldKind.LONG);
        fields.put("place", FieldKind.GEO);
        fields.put("title~sort_en", FieldKind.SORT);
        return new IndexSchema(INDEX, fields, 1);
    }

    static String facet(int number) {
        return "facet" + number;
    }

    static List<IndexDocument> documents(int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(SearchDocuments::document)
                .toList();
    }

    private static IndexDocument document(int number) {
        var random = new Random(number * 7_919L);
        var fields = new LinkedHashMap<String, List<Object>>();
        var text = new StringBuilder();
        for (var i = 0; i < WORDS_PER_TEXT; i++) {
            text.append(i == 0 ? "" : " ").append(word(random));
        }
        fields.put("text", List.of(text.toString()));
        for (var facet = 0; facet < FACETS; facet++) {
            var values = new ArrayList<Object>();
            for (var count = facet < 3 ? 1 : 1 + random.nextInt(3); count > 0; count--) {
                values.add("value-" + random.nextInt(VALUES[facet]));
            }
            fields.put(facet(facet), values.stream().distinct().toList());
        }
        fields.put("year", List.of(1990L + random.nextInt(36)));
        fields.put(
                "place",
                List.of(new GeoPoint(40 + random.nextDouble() * 8, 13 + random.nextDouble() * 14)));
        fields.put("title~sort_en", List.of("%016x".formatted(random.nextLong())));
        return new IndexDocument("champion-%08d".formatted(number), number + 1, fields);
    }

    /** Few words are frequent and many rare, as in texts. */
    private static String word(Random random) {
        return "word" + (int) (WORDS * Math.pow(random.nextDouble(), 3));
    }

    /** The n-th question: a word, ten facets, two of them with a choice. */
    static SearchRequest request(int number) {
        return new SearchRequest(
                new Query.Token("text", queried(number)),
                Map.of(facet(0), chosen(0, number), facet(1), chosen(1, number)),
                IntStream.range(0, FACETS)
                        .mapToObj(facet -> (Facet) new Facet.Terms(
                                facet(facet), facet(facet), BUCKETS, Facet.Order.COUNT, null, List.of()))
                        .toList(),
                List.of(),
                0,
                HITS,
                null);
    }

    static String queried(int number) {
        return "word" + number % 50;
    }

    static List<String> chosenValues(int number) {
        return IntStream.range(0, 6).mapToObj(i -> "value-" + (number + i) % 10).toList();
    }

    private static Query chosen(int facet, int number) {
        return new Query.Terms(facet(facet), Set.copyOf(chosenValues(number)));
    }
}
