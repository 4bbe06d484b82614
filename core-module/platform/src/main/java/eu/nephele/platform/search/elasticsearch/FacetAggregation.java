package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.FacetResult.Bucket;
import eu.nephele.api.search.IndexSchema.FieldKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A facet as what is asked of the cluster and how its answer is read.
 *
 * @param aggregations by a short key each; none where no index has the field
 */
record FacetAggregation(Map<String, Aggregation> aggregations, Function<Map<String, Aggregate>, FacetResult> reading) {

    private static final String ONE = "";

    static FacetAggregation of(Facet facet, Fields fields, boolean manyShards) {
        return switch (facet) {
            case Facet.Terms terms -> TermsAggregation.of(terms, fields, manyShards);
            case Facet.Ranges ranges -> ranges(ranges, fields);
            case Facet.DateHistogram histogram -> histogram(histogram, fields);
            case Facet.Numbers numbers -> numbers(numbers, fields);
            case Facet.GeoDistance distance -> distance(distance, fields);
        };
    }

    static FacetAggregation one(Aggregation aggregation, Function<Aggregate, FacetResult> reading) {
        return new FacetAggregation(Map.of(ONE, aggregation), answers -> reading.apply(answers.get(ONE)));
    }

    static FacetAggregation none(FacetResult result) {
        return new FacetAggregation(Map.of(), answers -> result);
    }

    FacetResult result(Map<String, Aggregate> answers) {
        return reading.apply(answers);
    }

    private static FacetAggregation ranges(Facet.Ranges facet, Fields fields) {
        var field = fields.stored(facet.field(), FieldKind.LONG, FieldKind.DOUBLE);
        if (field.isEmpty() || facet.ranges().isEmpty()) {
            return none(ranges(facet.name(), facet.ranges(), Map.of()));
        }
        return one(
                Aggregation.of(a -> a.range(range -> range.field(field.get()).ranges(numbered(facet.ranges())))),
                answer -> ranges(
                        facet.name(),
                        facet.ranges(),
                        counts(answer.range().buckets().array())));
    }

    private static FacetAggregation numbers(Facet.Numbers facet, Fields fields) {
        var nothing = new FacetResult(facet.name(), List.of(), 0, false);
        return fields.stored(facet.field(), FieldKind.LONG, FieldKind.DOUBLE)
                .map(field -> one(Aggregation.of(a -> a.stats(stats -> stats.field(field))), answer -> {
                    var stats = answer.stats();
                    return stats.count() == 0
                            ? nothing
                            : new FacetResult(
                                    facet.name(),
                                    List.of(),
                                    0,
                                    false,
                                    new FacetResult.Numbers(stats.count(), stats.min(), stats.max(), stats.sum()));
                }))
                .orElseGet(() -> none(nothing));
    }

    private static FacetAggregation distance(Facet.GeoDistance facet, Fields fields) {
        QueryTranslation.requireOnGlobe(facet.origin());
        var field = fields.stored(facet.field(), FieldKind.GEO);
        if (field.isEmpty() || facet.rings().isEmpty()) {
            return none(ranges(facet.name(), facet.rings(), Map.of()));
        }
        return one(
                Aggregation.of(a -> a.geoDistance(distance -> distance.field(field.get())
                        .origin(origin ->
                                origin.latlon(point -> point.lat(facet.origin().latitude())
                                        .lon(facet.origin().longitude())))
                        .ranges(numbered(facet.rings())))),
                answer -> ranges(
                        facet.name(),
                        facet.rings(),
                        counts(answer.geoDistance().buckets().array())));
    }

    /** Answered in the order of their bounds: the key is the place in the request. */
    private static List<AggregationRange> numbered(List<Facet.Range> ranges) {
        var numbered = new ArrayList<AggregationRange>();
        for (var range : ranges) {
            var key = "" + numbered.size();
            numbered.add(AggregationRange.of(r -> r.key(key).from(range.from()).to(range.to())));
        }
        return numbered;
    }

    private static Map<String, Long> counts(
            List<co.elastic.clients.elasticsearch._types.aggregations.RangeBucket> buckets) {
        var counts = new HashMap<String, Long>();
        buckets.forEach(bucket -> counts.put(bucket.key(), bucket.docCount()));
        return counts;
    }

    private static FacetResult ranges(String name, List<Facet.Range> ranges, Map<String, Long> counts) {
        var buckets = new ArrayList<Bucket>();
        for (var range : ranges) {
            buckets.add(new Bucket(range.key(), counts.getOrDefault("" + buckets.size(), 0L)));
        }
        return new FacetResult(name, buckets, 0, false);
    }

    private static FacetAggregation histogram(Facet.DateHistogram facet, Fields fields) {
        var field = fields.stored(facet.field(), FieldKind.LONG);
        if (field.isEmpty()) {
            return none(new FacetResult(facet.name(), List.of(), 0, false));
        }
        return one(
                Aggregation.of(a -> a.dateHistogram(histogram -> histogram
                        .field(field.get() + "." + FieldNames.DATE)
                        .calendarInterval(
                                switch (facet.interval()) {
                                    case YEAR -> CalendarInterval.Year;
                                    case QUARTER -> CalendarInterval.Quarter;
                                    case MONTH -> CalendarInterval.Month;
                                    case DAY -> CalendarInterval.Day;
                                })
                        .timeZone(facet.zone().getId())
                        .minDocCount(1))),
                answer -> new FacetResult(
                        facet.name(),
                        answer.dateHistogram().buckets().array().stream()
                                .map(bucket -> new Bucket(
                                        Instant.ofEpochMilli(bucket.key())
                                                .atZone(facet.zone())
                                                .toLocalDate()
                                                .toString(),
                                        bucket.docCount()))
                                .toList(),
                        0,
                        false));
    }
}
