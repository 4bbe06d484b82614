package eu.nephele.platform.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.delivery.QueryFields.FacetField;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.Highlighting;
import eu.nephele.platform.search.LabelIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers {@code {endpoint}/suggest?q=} while a user types: entries, and values of facets with what they would find. The values are kept
 * for some seconds, so that only the entries are looked for in the index.
 */
final class Suggestions {

    static final String PATH = "/suggest";
    static final Set<String> PARAMETERS = Set.of("q", "limit", "minRevision");

    private static final int DEFAULT_LIMIT = 5;
    private static final int MAX_LIMIT = 20;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_VALUES = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MAX_KEPT = 500;
    private static final ItemOptions TITLES = ItemOptions.of(Titles.TITLES, false);

    private record Value(String facet, String value, String label, long count) {}

    private record Key(EndpointPlan plan, Language language) {}

    private final Items items;
    private final LiveSearch search;
    private final DeliverySettings settings;
    private final LoadingCache<Key, LabelIndex<Value>> values = Caffeine.newBuilder()
            .maximumSize(MAX_KEPT)
            .refreshAfterWrite(FRESH)
            .expireAfterWrite(KEPT)
            .build(this::values);

    Suggestions(Items items, LiveSearch search, DeliverySettings settings) {
        this.items = items;
        this.search = search;
        this.settings = settings;
    }

    DeliveryAnswer answer(EndpointPlan plan, List<Parameter> given, Language language, boolean negotiated) {
        var parameters = new Parameters(given, PARAMETERS, settings);
        Delivery.refuseUnknown(parameters, PARAMETERS);
        var typed = parameters.text("q");
        if (typed == null || typed.length() > MAX_LENGTH) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    "q",
                    "`q` is what was typed so far: at most %d characters".formatted(MAX_LENGTH));
        }
        var limit = parameters.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        var body = new JsonBody();
        body.json.writeStartObject();
        body.json.writeStringProperty("q", typed);
        body.json.writeName("entries");
        var mayBeMistyped = false;
        if (typed.isBlank()) {
            body.items(List.of());
        } else {
            mayBeMistyped = !entries(body, plan, typed, limit, language);
        }
        body.json.writeName("values");
        body.json.writeStartArray();
        var found = values.get(new Key(plan, language)).matching(typed, limit, mayBeMistyped);
        var highlighting = Highlighting.of(locale(plan, language), typed, plan.endpoints.synonyms, found.mistyped());
        for (var value : found.all()) {
            body.json.writeStartObject();
            body.json.writeStringProperty("facet", value.facet());
            body.json.writeStringProperty(
                    "property",
                    plan.fields.facets.get(value.facet()).definition().property());
            body.json.writeStringProperty("value", value.value());
            body.json.writeStringProperty("label", value.label());
            highlighting.mark(value.label()).ifPresent(marked -> body.json.writeStringProperty("highlight", marked));
            body.json.writeNumberProperty("count", value.count());
            body.json.writeEndObject();
        }
        body.json.writeEndArray();
        body.json.writeEndObject();
        return new DeliveryAnswer(body.once(), language.tag(), negotiated, plan.endpoint.cache(), keys(plan));
    }

    /** Answers whether some entry has the words as they were typed. */
    private boolean entries(JsonBody body, EndpointPlan plan, String typed, int limit, Language language) {
        var query = new EntryQuery(
                        plan.types.stream().map(ContentType::name).toList(),
                        Perspective.LIVE,
                        language.id(),
                        typed,
                        plan.scope(),
                        List.of(),
                        List.of(),
                        0,
                        limit,
                        null)
                .uncounted();
        var page = search.search(query);
        var hits = page.hits();
        var titles = new Titles(items, plan, language);
        var highlighting = Highlighting.of(locale(plan, language), typed, plan.endpoints.synonyms, page.mistyped());
        var texts = new HashMap<String, Map<String, String>>();
        for (var hit : hits) {
            var label = titles.of(hit.id());
            var text = new HashMap<String, String>();
            text.put("@type", hit.contentType());
            text.put("label", label);
            highlighting.mark(label).ifPresent(marked -> text.put("highlight", marked));
            texts.put(hit.id(), text);
        }
        body.items(new Hits(plan, hits, items, language).items(TITLES), texts);
        return !hits.isEmpty() && !page.mistyped();
    }

    private LabelIndex<Value> values(Key key) {
        var plan = key.plan();
        var requests = new ArrayList<FacetRequest>();
        var properties = new HashSet<String>();
        plan.fields.facets.forEach((name, facet) -> {
            if (hasNamedValues(facet) && properties.add(facet.definition().property())) {
                requests.add(FacetRequest.terms(
                        name,
                        facet.definition().property(),
                        Math.min(MAX_VALUES, facet.definition().maxSize())));
            }
        });
        var found = new ArrayList<Value>();
        if (!requests.isEmpty()) {
            var query = new EntryQuery(
                    plan.types.stream().map(ContentType::name).toList(),
                    Perspective.LIVE,
                    key.language().id(),
                    null,
                    plan.scope(),
                    requests,
                    List.of(),
                    0,
                    0,
                    null);
            var labels = new FacetLabels(plan, key.language(), new Titles(items, plan, key.language()));
            search.search(query)
                    .facets()
                    .forEach((name, counts) -> FacetLabels.flat(counts.buckets())
                            .forEach(bucket -> found.add(new Value(
                                    name,
                                    bucket.value(),
                                    labels.of(plan.fields.facets.get(name), bucket.value()),
                                    bucket.count()))));
        }
        found.removeIf(value -> value.count() == 0);
        found.sort(Comparator.comparingLong(Value::count).reversed().thenComparing(Value::label));
        return new LabelIndex<>(locale(plan, key.language()), found, Value::label);
    }

    /** Values that have a name to type: no numbers, dates and flags. */
    private static boolean hasNamedValues(FacetField facet) {
        var property = facet.property();
        return property == null || facet.isCoded() || facet.isReference() || property.type() == Scalar.STRING;
    }

    private static LocaleDefinition locale(EndpointPlan plan, Language language) {
        var site = plan.endpoints.definitions.site();
        return site.locale(language.id()).orElseGet(() -> site.locales().getFirst());
    }

    private static String keys(EndpointPlan plan) {
        return String.join(
                " ", plan.types.stream().map(type -> "type-" + type.name()).toList());
    }
}
