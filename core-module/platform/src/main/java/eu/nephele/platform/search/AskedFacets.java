package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facets of a question in one request to the engine. Facets on the same property share a selection: the counts of each ignore what was
 * chosen in any of them.
 *
 * @param selections by the name that the facets of a property begin with
 * @param byName in the order asked for
 */
record AskedFacets(Map<String, Query> selections, Map<String, FacetTranslation> byName) {

    private static final String PROPERTY = "property";

    static AskedFacets of(EntryQuery query, AskedFields asked, NumberSpans spans) {
        var selections = new LinkedHashMap<String, Query>();
        var byName = new LinkedHashMap<String, FacetTranslation>();
        var properties =
                query.facets().stream().map(FacetRequest::property).distinct().toList();
        for (var request : query.facets()) {
            var field = asked.named(request.property(), request.name()).getFirst();
            var selection = new FacetSelection(
                    request,
                    field,
                    query.filters().stream()
                            .filter(filter -> FacetSelection.isChoice(filter, request))
                            .toList());
            // A facet within its own selection begins with a name that no selection has.
            var group = (request.within() ? "within" : PROPERTY) + properties.indexOf(request.property());
            byName.put(
                    request.name(),
                    FacetTranslation.of(request, selection, group + Facet.SHARED + byName.size(), spans));
        }
        for (var filter : query.filters()) {
            if (isSelection(filter, query)) {
                selections.merge(
                        PROPERTY + properties.indexOf(filter.property()),
                        FilterTranslation.of(
                                withRangesOf(query.facets(), filter),
                                asked.named(filter.property(), filter.property())),
                        (one, other) -> new Query.AllOf(List.of(one, other)));
            }
        }
        return new AskedFacets(selections, byName);
    }

    private static PropertyFilter withRangesOf(List<FacetRequest> facets, PropertyFilter filter) {
        var ranges = new ArrayList<>(filter.ranges());
        facets.stream()
                .filter(facet -> facet.property().equals(filter.property()))
                .forEach(facet -> ranges.addAll(facet.ranges()));
        return new PropertyFilter(filter.property(), filter.operator(), filter.values(), ranges);
    }

    /** Whether a filter is among the selections, and so no condition of its own. */
    static boolean isSelection(PropertyFilter filter, EntryQuery query) {
        return query.facets().stream().anyMatch(facet -> !facet.within() && FacetSelection.isChoice(filter, facet));
    }

    List<Facet> facets() {
        var facets = new ArrayList<Facet>();
        byName.values().forEach(facet -> facets.addAll(facet.facets()));
        return facets;
    }

    Map<String, EntryPage.FacetCounts> counts(SearchResult result) {
        var counts = new LinkedHashMap<String, EntryPage.FacetCounts>();
        byName.forEach((name, facet) -> counts.put(name, facet.counts(result.facets())));
        return counts;
    }
}
