package eu.nephele.platform.search.lucene;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.IndexSchema.FieldKind;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Makes the counters for the facets of a search. */
record FacetCounters(Fields fields, List<LeafReaderContext> segments, TermOrdinals ordinals) {

    private static final int MAX_SIZE = 10_000;

    FacetCounter counter(Facet facet) throws IOException {
        return switch (facet) {
            case Facet.Terms terms -> terms(terms);
            case Facet.Ranges ranges -> {
                var field = fields.stored(ranges.field(), FieldKind.LONG, FieldKind.DOUBLE)
                        .orElse("");
                yield field.startsWith("d") ? RangesCounter.doubles(ranges, field) : RangesCounter.longs(ranges, field);
            }
            case Facet.DateHistogram histogram ->
                new DateHistogramCounter(
                        histogram,
                        fields.stored(histogram.field(), FieldKind.LONG).orElse(""));
            case Facet.Numbers numbers ->
                new NumbersCounter(
                        numbers,
                        fields.stored(numbers.field(), FieldKind.LONG, FieldKind.DOUBLE)
                                .orElse(""));
            case Facet.GeoDistance distance ->
                RangesCounter.metres(
                        distance, fields.stored(distance.field(), FieldKind.GEO).orElse(""));
        };
    }

    private FacetCounter terms(Facet.Terms facet) throws IOException {
        if (facet.size() < 0 || facet.size() > MAX_SIZE) {
            throw new PlatformException(
                    ErrorCode.INVALID_QUERY,
                    "Facet %s: the size must be from 0 to %d, not %d".formatted(facet.name(), MAX_SIZE, facet.size()));
        }
        var field = fields.stored(facet.field(), FieldKind.KEYWORD).orElse("");
        return new TermsCounter(facet, field, ordinals.values(segments, field));
    }
}
