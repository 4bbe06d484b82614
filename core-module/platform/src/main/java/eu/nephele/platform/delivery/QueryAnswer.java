package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntryPage;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Answers a query: finds entries, writes them as they were rendered, and what there is to know about the page. */
final class QueryAnswer {

    private static final int MAX_ENTRY_KEYS = 60;

    private final Items items;
    private final LiveSearch search;
    private final DeliverySettings settings;
    private final AssetText assetText;
    private final Explaining explaining;
    private final LiveContent content;

    QueryAnswer(
            Items items,
            LiveSearch search,
            DeliverySettings settings,
            Explaining explaining,
            AssetText assetText,
            LiveContent content) {
        this.content = content;
        this.assetText = assetText;
        this.items = items;
        this.search = search;
        this.settings = settings;
        this.explaining = explaining;
    }

    DeliveryAnswer answer(EndpointPlan plan, DeliveryRequest request, Language language, boolean negotiated) {
        requireTypes(plan);
        var titles = new Titles(items, plan, language);
        var parsed = new QueryParser(plan, settings, titles::of).parse(request.parameters(), language);
        if (parsed.explained()) {
            Explaining.requireAdministrator(request.reader(), plan);
        }
        var page = search.search(parsed.query());
        var hits = new Hits(plan, page.hits(), items, language);
        var results = hits.items(parsed.options());
        var body = new JsonBody();
        var json = body.json;
        json.writeStartObject();
        json.writeName("results");
        hits.write(body, results);
        json.writeNumberProperty("total", page.total());
        json.writeNumberProperty("offset", parsed.query().offset());
        json.writeNumberProperty("limit", parsed.query().limit());
        if (parsed.paged() && page.nextCursor() != null) {
            json.writeStringProperty("cursor", page.nextCursor());
        }
        if (parsed.paged()) {
            json.writeBooleanProperty("snapshot", page.snapshot());
        }
        if (page.mistyped()) {
            json.writeBooleanProperty("mistyped", true);
        }
        if (!page.facets().isEmpty()) {
            json.writeName("facets");
            new FacetWriter(json, plan, language, titles).write(page.facets());
        }
        if (!parsed.highlight().isEmpty()) {
            json.writeName("highlights");
            // The texts are also there when `fields` leaves them out.
            highlights(json, plan, parsed, page, hits.items(ItemOptions.ALL), language);
        }
        if (page.total() == 0 && parsed.isNarrowed()) {
            new EmptyPage(plan, items, search, language).write(json, parsed);
        }
        if (parsed.explained()) {
            json.writeName("explanation");
            explaining.write(json, plan, parsed.query(), page);
        }
        json.writeEndObject();
        return new DeliveryAnswer(
                body.once(), language.tag(), negotiated, plan.endpoint.cache(), keys(plan, page, results));
    }

    /** Types may go while an endpoint stays: a module is being replaced, or has lost a file. */
    private static void requireTypes(EndpointPlan plan) {
        var endpoint = plan.endpoint;
        if (endpoint.contentType() != null && plan.types.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.UNKNOWN_CONTENT_TYPE,
                    "`%s` has nothing to deliver: there is no content type `%s` at present"
                            .formatted(endpoint.path(), endpoint.contentType()));
        }
        if (plan.types.isEmpty()) {
            throw Refusal.invalid(
                    ErrorCode.INVALID_QUERY,
                    "",
                    "No content type is stored in workspace `%s`: entries of `%s` can be read by their path only"
                            .formatted(endpoint.workspace(), endpoint.path()));
        }
    }

    /** By id and property: the items themselves stay the bytes that are kept. */
    private void highlights(
            JsonGenerator json,
            EndpointPlan plan,
            QueryParser.Parsed parsed,
            EntryPage page,
            List<Item> results,
            Language language) {
        var text = parsed.query().text() == null ? "" : parsed.query().text();
        var highlighter = new Highlighter(text, page.mistyped(), language, plan.endpoints);
        var passages = new Passages(
                assetText,
                highlighter,
                plan.endpoints.definitions.contentTypes().values().stream()
                        .map(ContentType::nodeType)
                        .collect(Collectors.toSet()));
        var moments = new Moments(content, settings, plan.endpoints, highlighter, language);
        json.writeStartObject();
        for (var item : results) {
            json.writeName(item.id());
            json.writeStartObject();
            for (var property : parsed.highlight()) {
                if (property.equals(Passages.DOCUMENTS)) {
                    json.writeName(property);
                    passages.write(json, item);
                    continue;
                }
                if (property.equals(Moments.MOMENTS)) {
                    json.writeName(property);
                    moments.write(json, item);
                    continue;
                }
                highlighter.highlight(item, property).ifPresent(part -> json.writeStringProperty(property, part));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The types are enough to drop the answer by: whatever changes in its facets or its order is an entry of one of them. */
    private static String keys(EndpointPlan plan, EntryPage page, List<Item> results) {
        var keys = new TreeSet<String>();
        plan.types.forEach(type -> keys.add("type-" + type.name()));
        for (var item : results) {
            item.types().forEach(type -> keys.add("type-" + type));
        }
        page.facets().keySet().forEach(name -> {
            var facet = plan.fields.facets.get(name);
            if (facet != null && facet.property() != null && facet.property().vocabulary() != null) {
                keys.add("vocabulary-" + facet.property().vocabulary());
            }
            // Its labels are titles of these entries.
            if (facet != null
                    && facet.property() != null
                    && facet.property().type() instanceof PropertyType.Reference(String type)) {
                keys.add("type-" + type);
            }
        });
        results.stream().limit(MAX_ENTRY_KEYS).forEach(item -> keys.add("entry-" + item.id()));
        return String.join(" ", keys);
    }
}
