package eu.nephele.platform.search.contract;

import eu.nephele.api.search.EditDistance;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.Sort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers searches by looking at every document: slow, and plain enough to be right. Scores are not its business. */
final class BruteForce {

    private static final double EARTH_RADIUS_METRES = 6_371_008.7714;

    private final Collection<IndexDocument> documents;

    BruteForce(Collection<IndexDocument> documents) {
        this.documents = documents;
    }

    List<String> hits(SearchRequest request) {
        return documents.stream()
                .filter(document -> meets(document, request.query()))
                .filter(document ->
                        request.selections().values().stream().allMatch(selection -> meets(document, selection)))
                .sorted(order(request.sort()))
                .map(IndexDocument::id)
                .toList();
    }

    FacetResult facet(SearchRequest request, Facet facet) {
        return switch (facet) {
            case Facet.Terms terms -> facet(request, terms);
            case Facet.Ranges ranges ->
                ranges(request, ranges, ranges.ranges(), value -> ((Number) value).doubleValue());
            case Facet.GeoDistance distance ->
                ranges(request, distance, distance.rings(), value -> metres((GeoPoint) value, distance.origin()));
            case Facet.DateHistogram histogram -> facet(request, histogram);
            case Facet.Numbers numbers -> facet(request, numbers);
        };
    }

    private FacetResult facet(SearchRequest request, Facet.Numbers facet) {
        var numbers = counted(request, facet).stream()
                .flatMap(document -> values(document, facet.field()).stream())
                .mapToDouble(value -> ((Number) value).doubleValue())
                .summaryStatistics();
        return new FacetResult(
                facet.name(),
                List.of(),
                0,
                false,
                numbers.getCount() == 0
                        ? null
                        : new FacetResult.Numbers(
                                numbers.getCount(), numbers.getMin(), numbers.getMax(), numbers.getSum()));
    }

    private FacetResult facet(SearchRequest request, Facet.DateHistogram facet) {
        var counts = new TreeMap<LocalDate, Long>();
        counted(request, facet)
                .forEach(document -> values(document, facet.field()).stream()
                        .map(value -> Instant.ofEpochMilli((Long) value)
                                .atZone(facet.zone())
                                .toLocalDate())
                        .map(facet.interval()::firstDay)
                        .distinct()
                        .forEach(day -> counts.merge(day, 1L, Long::sum)));
        var buckets = counts.entrySet().stream()
                .map(count -> new FacetResult.Bucket(count.getKey().toString(), count.getValue()))
                .toList();
        return new FacetResult(facet.name(), buckets, 0, false);
    }

    private FacetResult facet(SearchRequest request, Facet.Terms facet) {
        var counts = new TreeMap<String, Long>(BruteForce::byCodePoint);
        facet.values().forEach(given -> counts.put(given, 0L));
        counted(request, facet)
                .forEach(document -> values(document, facet.field()).stream()
                        .distinct()
                        .filter(value ->
                                facet.values().isEmpty() || facet.values().contains(value))
                        .forEach(value -> counts.merge((String) value, 1L, Long::sum)));
        var buckets = counts.entrySet().stream()
                .filter(count -> facet.prefix() == null || count.getKey().startsWith(facet.prefix()))
                .map(count -> new FacetResult.Bucket(count.getKey(), count.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (facet.order() == Facet.Order.COUNT) {
            buckets.sort(Comparator.comparingLong(FacetResult.Bucket::count).reversed());
        }
        var kept = buckets.subList(0, Math.min(facet.size(), buckets.size()));
        var other = buckets.stream()
                .skip(kept.size())
                .mapToLong(FacetResult.Bucket::count)
                .sum();
        return new FacetResult(facet.name(), kept, other, kept.size() < buckets.size());
    }

    private FacetResult ranges(
            SearchRequest request, Facet facet, List<Facet.Range> ranges, ToDoubleFunction<Object> number) {
        var buckets = ranges.stream()
                .map(range -> new FacetResult.Bucket(
                        range.key(),
                        counted(request, facet).stream()
                                .filter(document -> values(document, facet.field()).stream()
                                        .anyMatch(value -> lies(number.applyAsDouble(value), range)))
                                .count()))
                .toList();
        return new FacetResult(facet.name(), buckets, 0, false);
    }

    private static boolean lies(double number, Facet.Range range) {
        var from = range.from();
        var to = range.to();
        return (from == null || number >= from) && (to == null || number < to);
    }

    private List<IndexDocument> counted(SearchRequest request, Facet facet) {
        return documents.stream()
                .filter(document -> meets(document, request.query()))
                .filter(document -> request.selections().entrySet().stream()
                        .filter(selection -> !selection.getKey().equals(facet.selection()))
                        .allMatch(selection -> meets(document, selection.getValue())))
                .toList();
    }

    static boolean meets(IndexDocument document, Query query) {
        return switch (query) {
            case Query.All all -> true;
            case Query.AllOf all -> all.queries().stream().allMatch(part -> meets(document, part));
            case Query.AnyOf any -> any.queries().stream().anyMatch(part -> meets(document, part));
            case Query.Best best -> best.queries().stream().anyMatch(part -> meets(document, part));
            case Query.Not not -> !meets(document, not.query());
            case Query.Boosted boosted -> meets(document, boosted.query());
            case Query.Constant constant -> meets(document, constant.query());
            case Query.Terms terms ->
                any(document, terms.field(), value -> terms.values().contains(value));
            case Query.KeywordRange range -> any(document, range.field(), value -> lies((String) value, range));
            case Query.LongRange range ->
                any(document, range.field(), value -> (Long) value >= range.from() && (Long) value <= range.to());
            case Query.DoubleRange range -> any(document, range.field(), value -> lies((Double) value, range));
            case Query.Wildcard wildcard ->
                any(
                        document,
                        wildcard.field(),
                        value -> pattern(wildcard).matcher((String) value).matches());
            case Query.Exists exists -> !values(document, exists.field()).isEmpty();
            case Query.Token token ->
                any(document, token.field(), value -> tokens(value).contains(token.token()));
            case Query.TokenPrefix prefix ->
                any(
                        document,
                        prefix.field(),
                        value -> tokens(value).stream().anyMatch(token -> token.startsWith(prefix.prefix())));
            case Query.TokenFuzzy fuzzy ->
                any(
                        document,
                        fuzzy.field(),
                        value -> tokens(value).stream()
                                .anyMatch(token -> EditDistance.isTypo(token, fuzzy.token(), fuzzy.edits())));
            case Query.Phrase phrase ->
                any(
                        document,
                        phrase.field(),
                        value -> java.util.Collections.indexOfSubList(tokens(value), phrase.tokens()) >= 0);
            case Query.GeoDistance distance ->
                any(
                        document,
                        distance.field(),
                        value -> metres((GeoPoint) value, distance.origin()) <= distance.metres());
            case Query.GeoBox box -> any(document, box.field(), value -> lies((GeoPoint) value, box));
        };
    }

    private static boolean any(IndexDocument document, String field, Predicate<Object> test) {
        return values(document, field).stream().anyMatch(test);
    }

    private static List<Object> values(IndexDocument document, String field) {
        return document.fields().getOrDefault(field, List.of());
    }

    private static List<String> tokens(Object value) {
        return Arrays.asList(((String) value).split(" "));
    }

    private static boolean lies(String value, Query.KeywordRange range) {
        var from = range.from() == null ? 1 : byCodePoint(value, range.from());
        var to = range.to() == null ? -1 : byCodePoint(value, range.to());
        return (range.fromIncluded() ? from >= 0 : from > 0) && (range.toIncluded() ? to <= 0 : to < 0);
    }

    private static boolean lies(double value, Query.DoubleRange range) {
        return (range.fromIncluded() ? value >= range.from() : value > range.from())
                && (range.toIncluded() ? value <= range.to() : value < range.to());
    }

    private static boolean lies(GeoPoint point, Query.GeoBox box) {
        var within = box.west() <= box.east()
                ? point.longitude() >= box.west() && point.longitude() <= box.east()
                : point.longitude() >= box.west() || point.longitude() <= box.east();
        return within && point.latitude() >= box.south() && point.latitude() <= box.north();
    }

    private static Pattern pattern(Query.Wildcard wildcard) {
        var regex = new StringBuilder();
        for (var character : wildcard.pattern().toCharArray()) {
            regex.append(
                    switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote("" + character);
                    });
        }
        return Pattern.compile(regex.toString());
    }

    static double metres(GeoPoint one, GeoPoint other) {
        var latitude = Math.toRadians(other.latitude() - one.latitude()) / 2;
        var longitude = Math.toRadians(other.longitude() - one.longitude()) / 2;
        var chord = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord));
    }

    private static Comparator<IndexDocument> order(List<Sort> sorts) {
        Comparator<IndexDocument> order = (one, other) -> 0;
        for (var sort : sorts) {
            order = switch (sort) {
                case Sort.ByField byField -> order.thenComparing(byLeast(byField));
                case Sort.ByDistance byDistance -> order.thenComparingDouble(document -> nearest(document, byDistance));
                case Sort.ByScore byScore -> order;
            };
        }
        return order.thenComparing(IndexDocument::id);
    }

    private static double nearest(IndexDocument document, Sort.ByDistance sort) {
        return values(document, sort.field()).stream()
                .mapToDouble(value -> metres((GeoPoint) value, sort.origin()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Comparator<IndexDocument> byLeast(Sort.ByField sort) {
        return (one, other) -> {
            var mine = least(one, sort.field());
            var others = least(other, sort.field());
            if (mine == null || others == null) {
                return mine == others ? 0 : mine == null ? 1 : -1;
            }
            return sort.descending() ? compare(others, mine) : compare(mine, others);
        };
    }

    private static @org.jspecify.annotations.Nullable Object least(IndexDocument document, String field) {
        return values(document, field).stream().min(BruteForce::compare).orElse(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object one, Object other) {
        return one instanceof String text ? byCodePoint(text, (String) other) : ((Comparable) one).compareTo(other);
    }

    private static int byCodePoint(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, IndexDocument> byId(Collection<IndexDocument> documents) {
        return documents.stream()
                .collect(
                        Collectors.toMap(IndexDocument::id, document -> document, (one, other) -> other, TreeMap::new));
    }
}
