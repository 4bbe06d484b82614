package eu.nephele.platform.delivery;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.PropertyFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query. Whatever it does not know is refused: a condition left out unnoticed would show too much. */
final class QueryParser {

    static final Set<String> PARAMETERS = Set.of(
            "q",
            "orderBy",
            "offset",
            "limit",
            "facets",
            "fields",
            "cursor",
            "highlight",
            "labels",
            "origin",
            "explain",
            "minRevision");

    private static final String SCORE = "@score";

    private final EndpointPlan plan;
    private final DeliverySettings settings;
    private final UnaryOperator<String> titles;

    /** @param titles what entries are called, by their id */
    QueryParser(EndpointPlan plan, DeliverySettings settings, UnaryOperator<String> titles) {
        this.plan = plan;
        this.settings = settings;
        this.titles = titles;
    }

    /**
     * @param paged by cursor
     * @param filters the parameters that the first filters of the query were
     */
    record Parsed(
            EntryQuery query,
            ItemOptions options,
            boolean paged,
            List<String> highlight,
            List<Parameter> filters,
            boolean explained) {
        /** Whether something could be left out of the question. */
        boolean isNarrowed() {
            return query.text() != null || !filters.isEmpty();
        }
    }

    Parsed parse(List<Parameter> given, Language language) {
        var parameters = new Parameters(given, PARAMETERS, settings);
        var filters = new ArrayList<PropertyFilter>();
        var asFilters = new ArrayList<Parameter>();
        var facetParser = new FacetParser(plan, language, titles);
        var filterParser = new FilterParser(plan.fields, settings);
        var known = new TreeSet<>(PARAMETERS);
        known.add(Parameters.LANGUAGE);
        for (var parameter : parameters.rest()) {
            if (!facetParser.takes(parameter)) {
                filters.add(filterParser.parse(parameter, known));
                asFilters.add(parameter);
            }
        }
        var origin = parameters.text("origin") == null ? null : FacetParser.point("origin", parameters.text("origin"));
        var facets = facetParser.facets(parameters, origin);
        filters.replaceAll(facetParser::around);
        filters.addAll(plan.scope());
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
                facets,
                sort(parameters, origin),
                offset,
                limit,
                cursor(parameters.text("cursor")));
        return new Parsed(
                query, options(plan, parameters), paged, highlight(parameters), asFilters, parameters.flag("explain"));
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
        return cursor != null && cursor.isEmpty() ? EntryQuery.START : cursor;
    }

    private List<EntrySort> sort(Parameters parameters, @Nullable GeoPoint origin) {
        return parameters.names("orderBy").stream()
                .map(order -> sort(order, origin))
                .toList();
    }

    private EntrySort sort(String order, @Nullable GeoPoint origin) {
        var words = order.split("\\s+");
        var direction = words.length == 1 ? "asc" : words[1];
        if (words.length > 2 || !(direction.equalsIgnoreCase("asc") || direction.equalsIgnoreCase("desc"))) {
            throw Refusal.value("orderBy", order, "a property, followed by nothing, `asc` or `desc`");
        }
        var descending = direction.equalsIgnoreCase("desc");
        var name = words[0];
        if (name.equals(SCORE) || name.equals("@name") || name.equals("@type") || plan.fields.system.contains(name)) {
            return new EntrySort(name, descending);
        }
        var field = plan.fields.sortable.get(name);
        if (field == null) {
            var allowed = new TreeSet<>(plan.fields.sortableNames());
            allowed.addAll(Set.of(SCORE, "@name"));
            throw Refusal.unknown(ErrorCode.INVALID_QUERY, "property", "orderBy", name, allowed);
        }
        return new EntrySort(name, descending, field.property().type() == Scalar.GEO_POINT ? origin : null);
    }

    private List<String> highlight(Parameters parameters) {
        var names = parameters.names("highlight");
        for (var name : names) {
            if (name.equals(Passages.DOCUMENTS) || name.equals(Moments.MOMENTS)) {
                continue;
            }
            if (!plan.fields.shown.contains(name) || !plan.fields.filterable.containsKey(name)) {
                var allowed = new TreeSet<>(plan.fields.shown);
                allowed.retainAll(plan.fields.filterable.keySet());
                allowed.add(Passages.DOCUMENTS);
                allowed.add(Moments.MOMENTS);
                throw Refusal.unknown(ErrorCode.BAD_REQUEST, "property", "highlight", name, allowed);
            }
        }
        return names;
    }
}
