package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.search.Query;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One facet of a question: what the engine counts for it, and the buckets that come of it. */
final class FacetTranslation {

    /** Added to a facet's name for counting the selected values that the facet itself may leave out. */
    private static final String SELECTED = "~selected";

    private static final int MAX_SIZE = 1_000;
    private static final int MAX_RANGES = 100;
    private static final int MAX_TREE_SIZE = 10_000;

    private final FacetRequest request;
    private final EntryField field;
    private final FacetFields fields;
    private final FacetSelection selection;

    FacetTranslation(FacetRequest request, EntryField field, List<PropertyFilter> selection) {
        this.request = request;
        this.field = field;
        this.fields = new FacetFields(request, field);
        this.selection = new FacetSelection(request, field, selection);
        if (request.size() < 0 || request.size() > MAX_SIZE || request.ranges().size() > MAX_RANGES) {
            throw Refusals.query(
                    request.name(),
                    "size",
                    "Facet %s: at most %d values and %d ranges".formatted(request.name(), MAX_SIZE, MAX_RANGES));
        }
    }

    String name() {
        return request.name();
    }

    @Nullable
    Query selectionQuery() {
        return selection.query();
    }

    List<Facet> facets() {
        if (!request.ranges().isEmpty()) {
            return List.of(new Facet.Ranges(request.name(), fields.numbers(), fields.ranges()));
        }
        if (request.interval() != null) {
            return List.of(
                    new Facet.DateHistogram(request.name(), fields.instants(), request.interval(), ZoneOffset.UTC));
        }
        if (request.values() != null) {
            var values = request.values();
            return values.isEmpty() ? List.of() : List.of(terms(request.name(), values.size(), values));
        }
        var size = field.tree() == null
                ? request.size()
                : Math.min(request.size() + field.tree().terms().size(), MAX_TREE_SIZE);
        var selected = List.copyOf(selection.values());
        var facets = new ArrayList<Facet>();
        facets.add(terms(request.name(), size, List.of()));
        if (!selected.isEmpty()) {
            facets.add(terms(request.name() + SELECTED, selected.size(), selected));
        }
        return facets;
    }

    private Facet.Terms terms(String name, int size, List<String> values) {
        return new Facet.Terms(name, fields.keywords(), size, request.order(), request.prefix(), values);
    }

    EntryPage.FacetCounts counts(Map<String, FacetResult> results) {
        if (request.values() != null) {
            return ofGivenValues(results.get(request.name()));
        }
        var result = Objects.requireNonNull(results.get(request.name()));
        var selectedResult = results.get(request.name() + SELECTED);
        var chosen = selectedResult == null ? List.<FacetResult.Bucket>of() : selectedResult.buckets();
        var terms = request.ranges().isEmpty() && request.interval() == null;
        if (terms && field.tree() != null && request.prefix() == null) {
            return new TermTree(field.tree(), request, selection).counts(result, chosen);
        }
        var buckets = new ArrayList<EntryPage.FacetBucket>();
        result.buckets().forEach(bucket -> buckets.add(bucket(bucket)));
        var other = result.otherCount();
        var truncated = result.truncated();
        for (var bucket : chosen) {
            if (result.buckets().stream().noneMatch(listed -> listed.value().equals(bucket.value()))) {
                buckets.add(bucket(bucket));
                other -= bucket.count();
                truncated = other > 0;
            }
        }
        return new EntryPage.FacetCounts(terms ? ordered(buckets) : buckets, other, truncated);
    }

    private EntryPage.FacetCounts ofGivenValues(@Nullable FacetResult result) {
        var buckets = result == null
                ? List.<EntryPage.FacetBucket>of()
                : result.buckets().stream()
                        .map(this::bucket)
                        .filter(bucket -> bucket.count() > 0 || bucket.selected())
                        .toList();
        var kept = buckets.subList(0, Math.min(request.size(), buckets.size()));
        var other = buckets.stream()
                .skip(kept.size())
                .mapToLong(EntryPage.FacetBucket::count)
                .sum();
        return new EntryPage.FacetCounts(kept, other, kept.size() < buckets.size());
    }

    private EntryPage.FacetBucket bucket(FacetResult.Bucket bucket) {
        var value = request.interval() == null ? bucket.value() : Day.named(request.interval(), bucket.value());
        return new EntryPage.FacetBucket(value, bucket.count(), selection.contains(value), List.of());
    }

    private List<EntryPage.FacetBucket> ordered(List<EntryPage.FacetBucket> buckets) {
        Comparator<EntryPage.FacetBucket> byValue = fields.isNumeric()
                ? Comparator.comparing(bucket -> new BigDecimal(bucket.value()))
                : Comparator.comparing(EntryPage.FacetBucket::value);
        var byCount = Comparator.comparingLong(EntryPage.FacetBucket::count)
                .reversed()
                .thenComparing(byValue);
        return buckets.stream()
                .sorted(request.order() == Facet.Order.VALUE ? byValue : byCount)
                .toList();
    }
}
