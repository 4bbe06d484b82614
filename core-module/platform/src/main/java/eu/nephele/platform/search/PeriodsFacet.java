package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A facet of years, quarters, months or days, in their order. Of more than a thousand the latest are listed. */
record PeriodsFacet(FacetRequest request, FacetFields fields, FacetSelection selection, String name)
        implements FacetTranslation {

    @Override
    public List<Facet> facets() {
        return List.of(
                new Facet.DateHistogram(name, fields.instants(), interval(), ZoneOffset.UTC),
                new Facet.Numbers(FacetTranslation.numbersOf(name), fields.instants()));
    }

    private Facet.Interval interval() {
        return Objects.requireNonNull(request.interval());
    }

    @Override
    public EntryPage.FacetCounts counts(Map<String, FacetResult> results) {
        var buckets = new ArrayList<EntryPage.FacetBucket>();
        for (var bucket : Objects.requireNonNull(results.get(name)).buckets()) {
            var period = Day.named(interval(), bucket.value());
            buckets.add(new EntryPage.FacetBucket(period, bucket.count(), selection.contains(period), List.of()));
        }
        addChosen(buckets);
        var surplus = Math.max(0, buckets.size() - MAX_SIZE);
        var other = buckets.stream()
                .limit(surplus)
                .mapToLong(EntryPage.FacetBucket::count)
                .sum();
        return new EntryPage.FacetCounts(
                buckets.subList(surplus, buckets.size()), other, surplus > 0, FacetTranslation.numbers(name, results));
    }

    /** Chosen periods of this kind stay listed when no entry lies in them. */
    private void addChosen(List<EntryPage.FacetBucket> buckets) {
        for (var value : selection.values()) {
            var isPeriod = Day.parse(value)
                    .filter(day -> Day.named(
                                    interval(), interval().firstDay(day.first()).toString())
                            .equals(value))
                    .isPresent();
            if (isPeriod && buckets.stream().noneMatch(bucket -> bucket.value().equals(value))) {
                buckets.add(new EntryPage.FacetBucket(value, 0, true, List.of()));
            }
        }
        buckets.sort(Comparator.comparing(
                bucket -> Day.parse(bucket.value()).orElseThrow().first()));
    }
}
