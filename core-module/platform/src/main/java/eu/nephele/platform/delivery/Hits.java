package eu.nephele.platform.delivery;

import eu.nephele.platform.search.EntryPage.EntryHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hits of a query and the items they are delivered as: each as the endpoint of its own content type does. */
final class Hits {

    private final EndpointPlan plan;
    private final List<EntryHit> hits;
    private final Items items;
    private final Language language;

    Hits(EndpointPlan plan, List<EntryHit> hits, Items items, Language language) {
        this.plan = plan;
        this.hits = hits;
        this.items = items;
        this.language = language;
    }

    /** In the order of the hits; what is no longer live is left out. */
    List<Item> items(ItemOptions options) {
        if (!plan.isSearch()) {
            return items.of(plan, hits.stream().map(Hits::wanted).toList(), language, options);
        }
        var byType = new LinkedHashMap<String, List<Items.Wanted>>();
        hits.forEach(hit -> byType.computeIfAbsent(hit.contentType(), none -> new ArrayList<>())
                .add(wanted(hit)));
        var found = new HashMap<String, Item>();
        byType.forEach((type, wanted) -> items.of(plan.endpoints.delivering(type, plan), wanted, language, options)
                .forEach(item -> found.put(item.id(), item)));
        return hits.stream()
                .map(EntryHit::id)
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** Of several types each item says which it is of, and which endpoint delivers it. */
    void write(JsonBody body, List<Item> results) {
        if (!plan.isSearch()) {
            body.items(results);
            return;
        }
        var places = new HashMap<String, Map<String, String>>();
        for (var hit : hits) {
            var endpoint = plan.endpoints.delivering(hit.contentType(), plan).endpoint;
            places.put(hit.id(), Map.of("@type", hit.contentType(), "@endpoint", endpoint.path()));
        }
        body.items(results, places);
    }

    private static Items.Wanted wanted(EntryHit hit) {
        return new Items.Wanted(hit.id(), hit.revision());
    }
}
