package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All facets of a search as aggregations of one request. A facet counts what meets the selections of the others: facets that count
 * under the same selections share a filter.
 */
final class FacetAggregations {

    private record Placed(FacetAggregation aggregation, List<String> selections) {}

    private final Map<String, Query> selections;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final List<Query> withoutFacet = new ArrayList<>();
    private final List<Query> withFacet = new ArrayList<>();

    FacetAggregations(Fields fields, List<Facet> facets, Map<String, Query> selections, boolean manyShards) {
        this.selections = selections;
        var ignored = facets.stream().map(Facet::selection).collect(Collectors.toSet());
        selections.forEach((name, selection) -> (ignored.contains(name) ? withFacet : withoutFacet).add(selection));
        for (var facet : facets) {
            var others = selections.keySet().stream()
                    .filter(name -> ignored.contains(name) && !name.equals(facet.selection()))
                    .toList();
            placed.put(facet.name(), new Placed(FacetAggregation.of(facet, fields, manyShards), others));
        }
    }

    /** What every facet and the hits must meet. */
    List<Query> selectionsWithoutFacet() {
        return withoutFacet;
    }

    /** What the hits must meet besides, and of the facets all but its own. */
    List<Query> selectionsWithFacet() {
        return withFacet;
    }

    Map<String, Aggregation> aggregations() {
        var top = new HashMap<String, Aggregation>();
        var filtered = new LinkedHashMap<List<String>, Map<String, Aggregation>>();
        placed.forEach((name, facet) -> facet.aggregation().aggregations().forEach((part, aggregation) -> {
            var place = facet.selections().isEmpty()
                    ? top
                    : filtered.computeIfAbsent(facet.selections(), none -> new HashMap<>());
            place.put(key(name, part), aggregation);
        }));
        filtered.forEach((names, below) -> top.put(
                filterKey(names),
                Aggregation.of(aggregation -> aggregation
                        .filter(filter -> filter.bool(bool ->
                                bool.filter(names.stream().map(selections::get).toList())))
                        .aggregations(below))));
        return top;
    }

    FacetResult result(Facet facet, Map<String, Aggregate> aggregates) {
        var asked = placed.get(facet.name());
        var place = asked.selections().isEmpty()
                ? aggregates
                : aggregates.containsKey(filterKey(asked.selections()))
                        ? aggregates.get(filterKey(asked.selections())).filter().aggregations()
                        : Map.<String, Aggregate>of();
        var parts = new HashMap<String, Aggregate>();
        asked.aggregation()
                .aggregations()
                .keySet()
                .forEach(part -> parts.put(part, place.get(key(facet.name(), part))));
        return asked.aggregation().result(parts);
    }

    /** Names of aggregations must not have brackets; numbers have none. */
    private String key(String facet, String part) {
        return List.copyOf(placed.keySet()).indexOf(facet) + part;
    }

    private String filterKey(List<String> names) {
        var all = List.copyOf(selections.keySet());
        return "filter" + names.stream().map(name -> "_" + all.indexOf(name)).reduce("", String::concat);
    }
}
