package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A facet of single values: codes, references, texts, numbers. What the user chose is listed in any case. */
record TermsFacet(FacetRequest request, FacetFields fields, FacetSelection selection, String name)
        implements FacetTranslation {

    private static final String CHOSEN = Facet.SHARED + "chosen";

    /** The most values that are looked through: for the levels of a tree, for labels that match what the user typed. */
    private static final int MAX_LOOKED_THROUGH = 10_000;

    @Override
    public List<Facet> facets() {
        var facets = new ArrayList<Facet>();
        var values = request.values();
        if (values != null) {
            if (!values.isEmpty()) {
                facets.add(terms(name, values.size(), values));
            }
        } else if (request.matching() != null) {
            facets.add(terms(name, MAX_LOOKED_THROUGH, List.of()));
        } else {
            var tree = fields.field().tree();
            var size = tree == null
                    ? request.size()
                    : Math.min(request.size() + tree.terms().size(), MAX_LOOKED_THROUGH);
            facets.add(terms(name, size, List.of()));
            var chosen = List.copyOf(selection.values());
            if (!chosen.isEmpty()) {
                facets.add(terms(name + CHOSEN, chosen.size(), chosen));
            }
        }
        if (fields.isNumeric()) {
            facets.add(new Facet.Numbers(
                    FacetTranslation.numbersOf(name), fields.field().name()));
        }
        return facets;
    }

    private Facet.Terms terms(String engineName, int size, List<String> values) {
        return new Facet.Terms(engineName, fields.keywords(), size, request.order(), request.prefix(), values);
    }

    @Override
    public EntryPage.FacetCounts counts(Map<String, FacetResult> results) {
        var result = results.get(name);
        if (request.values() != null || request.matching() != null) {
            return ofMatching(result);
        }
        var chosenResult = results.get(name + CHOSEN);
        var chosen = chosenResult == null ? List.<FacetResult.Bucket>of() : chosenResult.buckets();
        var tree = fields.field().tree();
        if (tree != null && request.prefix() == null) {
            return new TermTree(tree, request, selection).counts(Objects.requireNonNull(result), chosen);
        }
        return ofAll(Objects.requireNonNull(result), chosen, FacetTranslation.numbers(name, results));
    }

    private EntryPage.FacetCounts ofAll(
            FacetResult result, List<FacetResult.Bucket> chosen, FacetResult.@Nullable Numbers numbers) {
        var buckets = new ArrayList<EntryPage.FacetBucket>();
        result.buckets().forEach(bucket -> buckets.add(bucket(bucket)));
        var other = result.otherCount();
        for (var bucket : chosen) {
            if (result.buckets().stream().noneMatch(listed -> listed.value().equals(bucket.value()))) {
                buckets.add(bucket(bucket));
                other -= bucket.count();
            }
        }
        return new EntryPage.FacetCounts(ordered(buckets), other, result.truncated() && other > 0, numbers);
    }

    private EntryPage.FacetCounts ofMatching(@Nullable FacetResult result) {
        if (result == null) {
            return new EntryPage.FacetCounts(List.of(), 0, false);
        }
        var matching = request.matching();
        var buckets = ordered(result.buckets().stream()
                .filter(bucket -> matching == null || matching.test(bucket.value()))
                .map(this::bucket)
                .filter(bucket -> bucket.count() > 0 || bucket.selected())
                .toList());
        var kept = buckets.subList(0, Math.min(request.size(), buckets.size()));
        var other = buckets.stream()
                .skip(kept.size())
                .mapToLong(EntryPage.FacetBucket::count)
                .sum();
        return new EntryPage.FacetCounts(kept, other, kept.size() < buckets.size() || result.truncated());
    }

    private EntryPage.FacetBucket bucket(FacetResult.Bucket bucket) {
        return new EntryPage.FacetBucket(bucket.value(), bucket.count(), selection.contains(bucket.value()), List.of());
    }

    private List<EntryPage.FacetBucket> ordered(List<EntryPage.FacetBucket> buckets) {
        Comparator<EntryPage.FacetBucket> byValue = fields.isNumeric()
                ? Comparator.comparing(bucket -> number(bucket.value()))
                : Comparator.comparing(EntryPage.FacetBucket::value);
        var byCount = Comparator.comparingLong(EntryPage.FacetBucket::count)
                .reversed()
                .thenComparing(byValue);
        return buckets.stream()
                .sorted(request.order() == Facet.Order.VALUE ? byValue : byCount)
                .toList();
    }

    /** A chosen value need not be a number of the same form as those counted: a range chosen in another facet. */
    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException noNumber) {
            return BigDecimal.valueOf(Double.MAX_VALUE);
        }
    }
}
