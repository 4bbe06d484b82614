package eu.nephele.platform.delivery;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.PropertyFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query. Whatever it does not know is refused: a condition left out unnoticed would show too much. */
final class QueryParser {

    static final Set<String> PARAMETERS =
            Set.of("q", "orderBy", "offset", "limit", "facets", "fields", "cursor", "highlight", "labels");

    private static final Pattern FACET = Pattern.compile("facet\\.(.+)\\.([^.]+)");
    private static final Set<String> FACET_OPTIONS = Set.of("size", "prefix", "order");
    private static final String SCORE = "@score";

    private final EndpointPlan plan;
    private final DeliverySettings settings;

    QueryParser(EndpointPlan plan, DeliverySettings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    /** @param paged by cursor */
    record Parsed(EntryQuery query, ItemOptions options, boolean paged, List<String> highlight) {}

    Parsed parse(List<Parameter> given, Language language) {
        var parameters = new Parameters(given, PARAMETERS, settings);
        var filters = new ArrayList<PropertyFilter>();
        var facetOptions = new LinkedHashMap<String, Map<String, String>>();
        var filterParser = new FilterParser(plan.fields, settings);
        var known = new TreeSet<>(PARAMETERS);
        known.add(Parameters.LANGUAGE);
        for (var parameter : parameters.rest()) {
            var facet = FACET.matcher(parameter.name());
            if (facet.matches() && !plan.fields.filterable.containsKey(parameter.name())) {
                facetOption(facetOptions, facet.group(1), facet.group(2), parameter);
            } else {
                filters.add(filterParser.parse(parameter, known));
            }
        }
        if (!plan.endpoint.rootPath().equals("/")) {
            filters.add(new PropertyFilter("@ancestor", PropertyFilter.Operator.EQ, List.of(plan.endpoint.rootPath())));
        }
        var paged = parameters.has("cursor");
        var limit = parameters.number("limit", plan.endpoint.limit(), 0, plan.endpoint.maxLimit());
        var offset = parameters.number("offset", 0, 0, settings.maxOffset() - limit);
        if (paged && parameters.has("offset")) {
            throw Refusal.invalid(ErrorCode.BAD_REQUEST, "cursor", "`cursor` and `offset` exclude each other");
        }
        var text = parameters.text("q");
        var query = new EntryQuery(
                plan.types.stream().map(ContentType::name).toList(),
                Perspective.LIVE,
                language.id(),
                text == null || text.isBlank() ? null : text,
                filters,
                facets(parameters, facetOptions, language),
                sort(parameters),
                offset,
                limit,
                cursor(parameters.text("cursor")));
        return new Parsed(query, options(plan, parameters), paged, highlight(parameters));
    }

    static ItemOptions options(EndpointPlan plan, Parameters parameters) {
        var fields = parameters.names("fields");
        for (var field : fields) {
            if (!plan.fields.shown.contains(field)) {
                throw Refusal.unknown(ErrorCode.BAD_REQUEST, "property", "fields", field, plan.fields.shown);
            }
        }
        return ItemOptions.of(fields, parameters.flag("labels"));
    }

    private static @Nullable String cursor(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty() || cursor.equals("*") ? null : cursor;
    }

    private void facetOption(
            Map<String, Map<String, String>> options, String facet, String option, Parameter parameter) {
        if (!plan.fields.facets.containsKey(facet)) {
            throw unknownFacet(parameter.name(), facet);
        }
        if (!FACET_OPTIONS.contains(option)) {
            throw Refusal.unknown(ErrorCode.BAD_REQUEST, "option of a facet", parameter.name(), option, FACET_OPTIONS);
        }
        if (options.computeIfAbsent(facet, name -> new LinkedHashMap<>()).put(option, parameter.value()) != null) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    parameter.name(),
                    "%s is given twice".formatted(Refusal.quoted(parameter.name())));
        }
    }

    private List<FacetRequest> facets(
            Parameters parameters, Map<String, Map<String, String>> options, Language language) {
        var names = parameters.names("facets");
        for (var optioned : options.keySet()) {
            if (!names.contains(optioned)) {
                throw Refusal.invalid(
                        ErrorCode.BAD_REQUEST,
                        "facet." + optioned,
                        "%s is not among `facets`: add it there".formatted(Refusal.quoted(optioned)));
            }
        }
        return names.stream()
                .map(name -> facet(name, options.getOrDefault(name, Map.of()), language))
                .toList();
    }

    private FacetRequest facet(String name, Map<String, String> options, Language language) {
        var field = plan.fields.facets.get(name);
        if (field == null) {
            throw unknownFacet("facets", name);
        }
        var facet = field.definition();
        var size = options.get("size");
        var prefix = options.get("prefix");
        var coded = prefix != null && Labels.isCoded(field.property());
        return new FacetRequest(
                name,
                facet.property(),
                size == null ? facet.size() : Parameters.number("facet." + name + ".size", size, 1, facet.maxSize()),
                options.containsKey("order") ? order(name, options.get("order")) : facet.order(),
                coded ? null : prefix,
                facet.ranges(),
                facet.interval(),
                coded ? plan.endpoints.labels.startingWith(field.property(), prefix, language.locales()) : null);
    }

    private static Facet.Order order(String facet, String order) {
        return switch (order) {
            case "count" -> Facet.Order.COUNT;
            case "value" -> Facet.Order.VALUE;
            default -> throw Refusal.value("facet." + facet + ".order", order, "`count` or `value`");
        };
    }

    private RuntimeException unknownFacet(String parameter, String facet) {
        return Refusal.unknown(ErrorCode.BAD_REQUEST, "facet", parameter, facet, plan.fields.facets.keySet());
    }

    private List<EntrySort> sort(Parameters parameters) {
        return parameters.names("orderBy").stream().map(this::sort).toList();
    }

    private EntrySort sort(String order) {
        var words = order.split("\\s+");
        var direction = words.length == 1 ? "asc" : words[1];
        if (words.length > 2 || !(direction.equalsIgnoreCase("asc") || direction.equalsIgnoreCase("desc"))) {
            throw Refusal.value("orderBy", order, "a property, followed by nothing, `asc` or `desc`");
        }
        var descending = direction.equalsIgnoreCase("desc");
        var name = words[0];
        if (name.equals(SCORE) || name.equals("@name") || plan.fields.system.contains(name)) {
            return new EntrySort(name, descending);
        }
        if (!plan.fields.sortable.containsKey(name)) {
            var allowed = new TreeSet<>(plan.fields.sortableNames());
            allowed.addAll(Set.of(SCORE, "@name"));
            throw Refusal.unknown(ErrorCode.INVALID_QUERY, "property", "orderBy", name, allowed);
        }
        return new EntrySort(name, descending);
    }

    private List<String> highlight(Parameters parameters) {
        var names = parameters.names("highlight");
        for (var name : names) {
            if (!plan.fields.shown.contains(name) || !plan.fields.filterable.containsKey(name)) {
                var allowed = new TreeSet<>(plan.fields.shown);
                allowed.retainAll(plan.fields.filterable.keySet());
                throw Refusal.unknown(ErrorCode.BAD_REQUEST, "property", "highlight", name, allowed);
            }
        }
        return names;
    }
}
