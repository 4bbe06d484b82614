package eu.nephele.platform.search.contract;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.Sort;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Makes documents and searches for the fields of the contract's schema. The values are few, so that searches find something. */
final class RandomSearches {

    private static final long DAY_MILLIS = 86_400_000L;

    private static final Arbitrary<String> VALUES = Arbitraries.of("", "a", "aa", "ab", "b", "B", "ä", "🛶");
    private static final Arbitrary<String> WORDS = Arbitraries.of("wood", "woodwork", "metal", "meta", "stone", "x");
    private static final Arbitrary<String> TYPED =
            Arbitraries.of("wood", "wodo", "wod", "tame", "mxetaly", "stonewx", "oowdwrok", "woowdrok");
    private static final Arbitrary<Double> HALVES =
            Arbitraries.integers().between(-3, 3).map(number -> number / 2.0);
    private static final Arbitrary<Long> YEARS = Arbitraries.longs().between(0, 5);
    private static final Arbitrary<GeoPoint> POINTS = Combinators.combine(
                    Arbitraries.integers().between(40, 47),
                    Arbitraries.integers().between(8, 29))
            .as(GeoPoint::new);

    /** Off the grid, so that no two points of it are equally far. */
    private static final Arbitrary<GeoPoint> ORIGINS =
            POINTS.map(point -> new GeoPoint(point.latitude() + 0.137, point.longitude() + 0.331));

    private RandomSearches() {}

    static Arbitrary<List<IndexDocument>> documents() {
        var fields = Combinators.combine(
                        some(VALUES, 2),
                        some(VALUES, 3),
                        some(YEARS, 2),
                        some(HALVES, 2),
                        some(POINTS, 1),
                        some(WORDS.list().ofMinSize(1).ofMaxSize(5).map(words -> String.join(" ", words)), 2),
                        some(Arbitraries.of("00", "01", "02", "03"), 1),
                        some(Arbitraries.longs().between(-800, 800).map(day -> day * DAY_MILLIS / 2), 2))
                .as(RandomSearches::fields);
        return Arbitraries.maps(Arbitraries.integers().between(0, 59).map("d%02d"::formatted), fields)
                .ofMaxSize(40)
                .map(drawn -> drawn.entrySet().stream()
                        .map(entry -> new IndexDocument(entry.getKey(), 1, entry.getValue()))
                        .toList());
    }

    private static Arbitrary<List<Object>> some(Arbitrary<?> values, int most) {
        return values.map(Object.class::cast).list().uniqueElements().ofMaxSize(most);
    }

    private static Map<String, List<Object>> fields(
            List<Object> countries,
            List<Object> topics,
            List<Object> years,
            List<Object> prices,
            List<Object> places,
            List<Object> texts,
            List<Object> keys,
            List<Object> days) {
        var fields = new LinkedHashMap<String, List<Object>>();
        fields.put("country", countries);
        fields.put("topic", topics);
        fields.put("year", years);
        fields.put("price", prices);
        fields.put("place", places);
        fields.put("text", texts);
        fields.put("titleKey", keys);
        fields.put("day", days);
        fields.values().removeIf(List::isEmpty);
        return fields;
    }

    /** Always with an order, for scores are the engine's own. */
    static Arbitrary<SearchRequest> requests() {
        var selections = Arbitraries.maps(Arbitraries.of("country", "years", "rings", "hidden"), queries(1))
                .ofMaxSize(3);
        var sorts = Arbitraries.oneOf(
                        Combinators.combine(
                                        Arbitraries.of("year", "country", "price", "titleKey"),
                                        Arbitraries.of(true, false))
                                .as((field, descending) -> (Sort) new Sort.ByField(field, descending)),
                        ORIGINS.map(origin -> (Sort) new Sort.ByDistance("place", origin)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        queries(3),
                        selections,
                        facets(),
                        sorts,
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 20))
                .as((query, selected, facets, sort, offset, limit) ->
                        new SearchRequest(query, selected, facets, sort, offset, limit, null));
    }

    private static Arbitrary<List<Facet>> facets() {
        var orders = Arbitraries.of(Facet.Order.class);
        var country = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        orders,
                        Arbitraries.of("a", "").injectNull(0.5))
                .as((size, order, prefix) ->
                        (Facet) new Facet.Terms("country", "country", size, order, prefix, List.of()));
        var chosen = Combinators.combine(VALUES.set().ofMinSize(1).ofMaxSize(4), orders)
                .as((values, order) ->
                        (Facet) new Facet.Terms("country~chosen", "country", 3, order, null, List.copyOf(values)));
        var years = ranges(-2, 7).map(ranges -> (Facet) new Facet.Ranges("years", "year", ranges));
        var prices = ranges(-2, 3).map(ranges -> (Facet) new Facet.Ranges("prices", "price", ranges));
        var rings = Combinators.combine(ORIGINS, ranges(0, 9))
                .as((origin, ranges) -> (Facet) new Facet.GeoDistance("rings", "place", origin, inMetres(ranges)));
        var days = Combinators.combine(Arbitraries.of(Facet.Interval.class), Arbitraries.of("UTC", "Europe/Belgrade"))
                .as((interval, zone) -> (Facet) new Facet.DateHistogram("days", "day", interval, ZoneId.of(zone)));
        return Combinators.combine(country, chosen, years, prices, rings, days)
                .as((one, two, three, four, five, six) -> {
                    var facets = new ArrayList<>(List.of(one, two, three, four, five, six));
                    facets.add(new Facet.Numbers("years~numbers", "year"));
                    facets.add(new Facet.Numbers("prices~numbers", "price"));
                    return facets;
                });
    }

    private static Arbitrary<List<Facet.Range>> ranges(int least, int most) {
        var bounds = Arbitraries.integers().between(least, most).map(Integer::doubleValue);
        return Combinators.combine(bounds.injectNull(0.3), bounds.injectNull(0.3), bounds.injectNull(0.3))
                .as((one, two, three) -> List.of(new Facet.Range("one", one, two), new Facet.Range("two", two, three)));
    }

    private static List<Facet.Range> inMetres(List<Facet.Range> ranges) {
        return ranges.stream()
                .map(range -> new Facet.Range(range.key(), inMetres(range.from()), inMetres(range.to())))
                .toList();
    }

    private static @Nullable Double inMetres(@Nullable Double hundredsOfKilometres) {
        return hundredsOfKilometres == null ? null : (Double) (hundredsOfKilometres * 137_000);
    }

    private static Arbitrary<Query> queries(int depth) {
        return depth == 0 ? simple() : Arbitraries.frequencyOf(Tuple.of(2, simple()), Tuple.of(3, composed(depth - 1)));
    }

    private static Arbitrary<Query> composed(int depth) {
        var parts = queries(depth).list().ofMaxSize(3);
        return Arbitraries.oneOf(
                parts.map(Query.AllOf::new),
                parts.map(Query.AnyOf::new),
                parts.map(queries -> new Query.Best(queries, 0.1)),
                queries(depth).map(query -> new Query.Boosted(query, 2)),
                Combinators.combine(queries(depth), Arbitraries.integers().between(0, 2))
                        .as((query, score) -> new Query.Constant(query, score)),
                queries(depth).map(Query.Not::new));
    }

    private static Arbitrary<Query> simple() {
        var keywords = Arbitraries.of("country", "topic");
        var flags = Arbitraries.of(true, false);
        return Arbitraries.oneOf(List.of(
                Arbitraries.just(new Query.All()),
                Combinators.combine(keywords, VALUES.set().ofMaxSize(3)).as(Query.Terms::new),
                Combinators.combine(keywords, VALUES.injectNull(0.2), flags, VALUES.injectNull(0.2), flags)
                        .as(Query.KeywordRange::new),
                Combinators.combine(YEARS, YEARS).as((from, to) -> new Query.LongRange("year", from, to)),
                Combinators.combine(HALVES, flags, HALVES, flags)
                        .as((from, includes, to, included) ->
                                new Query.DoubleRange("price", from, includes, to, included)),
                Combinators.combine(keywords, Arbitraries.of("*", "a*", "?", "?b", "*a*", "b"))
                        .as(Query.Wildcard::new),
                Arbitraries.of("country", "year", "price", "place", "text").map(Query.Exists::new),
                WORDS.map(word -> new Query.Token("text", word)),
                Arbitraries.of("w", "wood", "met", "zz").map(prefix -> new Query.TokenPrefix("text", prefix)),
                Combinators.combine(TYPED, Arbitraries.of(1, 2))
                        .as((typed, edits) -> new Query.TokenFuzzy("text", typed, typed.length() < 6 ? 1 : edits)),
                Combinators.combine(WORDS, WORDS).as((one, two) -> new Query.Phrase("text", List.of(one, two))),
                Combinators.combine(ORIGINS, Arbitraries.integers().between(1, 20))
                        .as((origin, far) -> new Query.GeoDistance("place", origin, 150_000d * far)),
                Combinators.combine(POINTS, POINTS)
                        .as((one, other) -> new Query.GeoBox(
                                "place",
                                Math.max(one.latitude(), other.latitude()) + 0.5,
                                one.longitude() - 0.5,
                                Math.min(one.latitude(), other.latitude()) - 0.5,
                                other.longitude() + 0.5))));
    }
}
