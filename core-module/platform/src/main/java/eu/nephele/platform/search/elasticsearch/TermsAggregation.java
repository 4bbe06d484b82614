package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation.Builder;
import co.elastic.clients.util.NamedValue;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.FacetResult.Bucket;
import eu.nephele.api.search.IndexSchema.FieldKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facet of a field's values. */
final class TermsAggregation {

    private static final int MAX_SIZE = 10_000;

    /** Of each index, so that counts over several are exact. */
    private static final int VALUES_PER_SHARD = 50_000;

    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(value -> value.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private TermsAggregation() {}

    static FacetAggregation of(Facet.Terms facet, Fields fields, boolean manyShards) {
        if (facet.size() < 0 || facet.size() > MAX_SIZE) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY,
                    "Facet %s: the size must be from 0 to %d, not %d".formatted(facet.name(), MAX_SIZE, facet.size()));
        }
        var field = fields.stored(facet.field(), FieldKind.KEYWORD);
        var given = !facet.values().isEmpty();
        if (field.isEmpty()) {
            return FacetAggregation.none(
                    given ? ofGivenValues(facet, Map.of()) : new FacetResult(facet.name(), List.of(), 0, false));
        }
        return FacetAggregation.one(
                Aggregation.of(a -> a.terms(terms -> {
                    terms.field(field.get()).order(order(facet));
                    // The cluster refuses a size of nothing.
                    var size = given ? facet.values().size() : Math.max(1, facet.size());
                    terms.size(size);
                    if (manyShards) {
                        terms.shardSize(Math.max(size, VALUES_PER_SHARD));
                    }
                    return narrowed(terms, facet);
                })),
                answer -> given ? ofGivenValues(facet, counts(answer)) : ofAllValues(facet, answer));
    }

    private static Builder narrowed(Builder terms, Facet.Terms facet) {
        if (!facet.values().isEmpty()) {
            terms.include(include -> include.terms(facet.values()));
        } else if (facet.prefix() != null && !facet.prefix().isEmpty()) {
            terms.include(include -> include.regexp(literally(facet.prefix()) + ".*"));
        }
        return terms;
    }

    private static String literally(String prefix) {
        return prefix.codePoints()
                .mapToObj(Character::toString)
                .map(character -> ".?+*|{}[]()\"\\#@&<>~^$-/".contains(character) ? "\\" + character : character)
                .reduce("", String::concat);
    }

    private static List<NamedValue<SortOrder>> order(Facet.Terms facet) {
        var byValue = NamedValue.of("_key", SortOrder.Asc);
        return facet.order() == Facet.Order.VALUE
                ? List.of(byValue)
                : List.of(NamedValue.of("_count", SortOrder.Desc), byValue);
    }

    private static FacetResult ofAllValues(Facet.Terms facet, Aggregate answer) {
        if (!answer.isSterms()) {
            return new FacetResult(facet.name(), List.of(), 0, false);
        }
        var terms = answer.sterms();
        var buckets = buckets(answer);
        var kept = buckets.subList(0, Math.min(facet.size(), buckets.size()));
        var other = terms.sumOtherDocCount() == null ? 0 : terms.sumOtherDocCount();
        for (var left : buckets.subList(kept.size(), buckets.size())) {
            other += left.count();
        }
        return new FacetResult(facet.name(), kept, other, other > 0);
    }

    private static FacetResult ofGivenValues(Facet.Terms facet, Map<String, Long> counts) {
        var prefix = facet.prefix() == null ? "" : facet.prefix();
        var buckets = new ArrayList<Bucket>();
        facet.values().stream()
                .distinct()
                .filter(value -> value.startsWith(prefix))
                .sorted(BY_CODE_POINT)
                .forEach(value -> buckets.add(new Bucket(value, counts.getOrDefault(value, 0L))));
        if (facet.order() == Facet.Order.COUNT) {
            buckets.sort(Comparator.comparingLong(Bucket::count).reversed());
        }
        var kept = buckets.subList(0, Math.min(facet.size(), buckets.size()));
        var other = buckets.stream().skip(kept.size()).mapToLong(Bucket::count).sum();
        return new FacetResult(facet.name(), kept, other, kept.size() < buckets.size());
    }

    private static List<Bucket> buckets(Aggregate answer) {
        return answer.sterms().buckets().array().stream()
                .map(bucket -> new Bucket(bucket.key().stringValue(), bucket.docCount()))
                .toList();
    }

    private static Map<String, Long> counts(Aggregate answer) {
        var counts = new HashMap<String, Long>();
        if (answer.isSterms()) {
            buckets(answer).forEach(bucket -> counts.put(bucket.value(), bucket.count()));
        }
        return counts;
    }
}
