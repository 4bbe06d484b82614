package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A facet of ranges of numbers or dates, or of rings around a point: all of them are listed, in the order given. */
record RangesFacet(FacetRequest request, FacetFields fields, FacetSelection selection, String name)
        implements FacetTranslation {

    @Override
    public List<Facet> facets() {
        if (fields.isPoint()) {
            return List.of(new Facet.GeoDistance(name, fields.field().name(), fields.origin(), request.ranges()));
        }
        return List.of(
                new Facet.Ranges(name, fields.numbers(), new NamedRanges(fields.field(), request.ranges()).indexed()),
                new Facet.Numbers(FacetTranslation.numbersOf(name), fields.numbers()));
    }

    @Override
    public EntryPage.FacetCounts counts(Map<String, FacetResult> results) {
        var buckets = Objects.requireNonNull(results.get(name)).buckets().stream()
                .map(bucket -> new EntryPage.FacetBucket(
                        bucket.value(), bucket.count(), selection.contains(bucket.value()), List.of()))
                .toList();
        return new EntryPage.FacetCounts(buckets, 0, false, FacetTranslation.numbers(name, results));
    }
}
