package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One facet of a question: what the engine counts for it, and the buckets that come of it. */
sealed interface FacetTranslation permits TermsFacet, RangesFacet, PeriodsFacet {

    int MAX_SIZE = 1_000;
    int MAX_RANGES = 100;

    /** The facets to count, their names beginning with the one given. */
    List<Facet> facets();

    EntryPage.FacetCounts counts(Map<String, FacetResult> results);

    /**
     * @param name in the engine's request
     * @param spans what values there are, for automatic ranges
     */
    static FacetTranslation of(FacetRequest request, FacetSelection selection, String name, NumberSpans spans) {
        if (request.size() < 0 || request.size() > MAX_SIZE || request.ranges().size() > MAX_RANGES) {
            throw Refusals.query(
                    request.name(),
                    "size",
                    "Facet %s: at most %d values and %d ranges".formatted(request.name(), MAX_SIZE, MAX_RANGES));
        }
        var fields = new FacetFields(request, selection.field());
        if (request.automatic()) {
            var span = spans.of(fields.numbers());
            return fields.isNumeric()
                    ? new RangesFacet(
                            request.with(selection.withChosen(NiceRanges.of(span, fields.isWhole())), null),
                            fields,
                            selection,
                            name)
                    : new PeriodsFacet(request.with(List.of(), NiceRanges.interval(span)), fields, selection, name);
        }
        if (!request.ranges().isEmpty()) {
            return new RangesFacet(request, fields, selection, name);
        }
        return request.interval() == null
                ? new TermsFacet(request, fields, selection, name)
                : new PeriodsFacet(request, fields, selection, name);
    }

    /** Where the least, greatest and average of numbers and dates are found. */
    static String numbersOf(String name) {
        return name + Facet.SHARED + "numbers";
    }

    static FacetResult.@Nullable Numbers numbers(String name, Map<String, FacetResult> results) {
        var result = results.get(numbersOf(name));
        return result == null ? null : result.numbers();
    }
}
