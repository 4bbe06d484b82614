package eu.nephele.platform.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of one endpoint: query, read a node, read children. */
final class OpenApiOperations {

    private static final Map<String, Object> ETAG = OpenApiShapes.map(
            "ETag", OpenApiShapes.map("schema", OpenApiShapes.TEXT, "description", "Send it back as If-None-Match"));

    private final EndpointPlan plan;
    private final OpenApiSchemas schemas;

    OpenApiOperations(EndpointPlan plan, OpenApiSchemas schemas) {
        this.plan = plan;
        this.schemas = schemas;
    }

    void addTo(Map<String, Object> paths) {
        var path = "/.rest/" + plan.endpoint.path();
        paths.put(path, OpenApiShapes.map("get", query()));
        paths.put(path + "/suggest", OpenApiShapes.map("get", suggest()));
        if (plan.isSearch()) {
            return;
        }
        paths.put(path + "/{path}", OpenApiShapes.map("get", read()));
        paths.put(path + "/{path}/@nodes", OpenApiShapes.map("get", children()));
    }

    static Map<String, Object> endpointList() {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", "endpoints");
        operation.put("summary", "Lists the endpoints");
        operation.put("responses", OpenApiShapes.map("200", success(OpenApiSchemas.reference("EndpointList"), null)));
        return operation;
    }

    static Map<String, Object> sharedResponses() {
        var responses = new LinkedHashMap<String, Object>();
        responses.put("NotModified", OpenApiShapes.map("description", "The answer is the one the client has"));
        responses.put(
                "BadRequest",
                error(
                        "A parameter that does not exist, or a value that cannot be; the message names what is allowed",
                        "badRequest",
                        "Unknown parameter `contry`, did you mean `country`? Allowed: country, q."));
        responses.put("NotFound", error("Nothing published has the path", "pathNotFound", "/no-such-entry"));
        responses.put(
                "Unavailable",
                error("Search does not answer at the moment", "unavailable", "The search engine does not answer"));
        return responses;
    }

    private Map<String, Object> query() {
        var parameters = new ArrayList<Object>();
        parameters.add(OpenApiParameters.reference("q"));
        parameters.add(OpenApiParameters.parameter(
                "orderBy",
                "Properties, each followed by nothing, `asc` or `desc`, parted by commas. Allowed: @score, @name, @type, "
                        + String.join(", ", plan.fields.sortableNames()),
                OpenApiShapes.TEXT,
                null));
        parameters.add(OpenApiParameters.reference("offset"));
        parameters.add(OpenApiParameters.limit(plan));
        parameters.add(OpenApiParameters.reference("cursor"));
        parameters.add(OpenApiParameters.reference("origin"));
        addPresentation(parameters);
        var highlighted = new LinkedHashSet<>(plan.fields.shown);
        highlighted.retainAll(plan.fields.filterable.keySet());
        highlighted.add(Passages.DOCUMENTS);
        highlighted.add(Moments.MOMENTS);
        parameters.add(OpenApiParameters.names(
                "highlight",
                "Marks the words found in these; `@documents` shows where in attached documents, `@moments` when in transcripts and captions",
                highlighted));
        parameters.add(OpenApiParameters.reference("explain"));
        OpenApiParameters.facets(plan).forEach(parameters::add);
        OpenApiParameters.filters(plan, schemas).forEach(parameters::add);
        var item = schemas.item(plan);
        var page = OpenApiShapes.object(
                "results",
                OpenApiShapes.map("type", "array", "items", item),
                "total",
                OpenApiShapes.WHOLE,
                "offset",
                OpenApiShapes.WHOLE,
                "limit",
                OpenApiShapes.WHOLE,
                "cursor",
                OpenApiShapes.TEXT,
                "snapshot",
                OpenApiShapes.map(
                        "type",
                        "boolean",
                        "description",
                        "With a cursor: whether the page is of the state that the first one showed"),
                "mistyped",
                OpenApiShapes.map(
                        "type", "boolean", "description", "Nothing has the words as typed: these have words like them"),
                "facets",
                facets(),
                "didYouMean",
                OpenApiShapes.DID_YOU_MEAN,
                "withoutFilter",
                OpenApiShapes.WITHOUT_FILTER,
                "highlights",
                OpenApiShapes.map("type", "object", "description", "By id of the result, then by property"),
                "explanation",
                OpenApiShapes.map(
                        "type", "object", "description", "By id of the result: what was found, and what it scores"));
        page.put("required", List.of("results", "total", "offset", "limit"));
        var operation = operation("query", "Finds entries", parameters);
        operation.put("responses", responses(success(page, pageExample())));
        return operation;
    }

    private Map<String, Object> suggest() {
        var parameters = new ArrayList<Object>();
        var typed = OpenApiParameters.parameter("q", "What was typed so far", OpenApiShapes.TEXT, "slov");
        typed.put("required", true);
        parameters.add(typed);
        parameters.add(OpenApiParameters.parameter(
                "limit",
                "How many entries, and how many values",
                OpenApiShapes.map("type", "integer", "minimum", 1, "maximum", 20, "default", 5),
                null));
        parameters.add(OpenApiParameters.reference("lang"));
        parameters.add(OpenApiParameters.reference("minRevision"));
        var operation = operation("suggest", "Suggests entries and values of facets while a user types", parameters);
        operation.put("responses", responses(success(OpenApiSchemas.reference("Suggestions"), null)));
        return operation;
    }

    private Map<String, Object> read() {
        var parameters = new ArrayList<Object>();
        parameters.add(path("The path of the entry; it may have slashes"));
        addPresentation(parameters);
        var operation = operation("read", "Reads one entry by its path", parameters);
        operation.put("responses", responses(success(schemas.item(plan), entryExample())));
        return operation;
    }

    private Map<String, Object> children() {
        var parameters = new ArrayList<Object>();
        parameters.add(path("The path of the parent; it may have slashes"));
        parameters.add(OpenApiParameters.reference("offset"));
        parameters.add(OpenApiParameters.limit(plan));
        addPresentation(parameters);
        var list = OpenApiShapes.map("type", "array", "items", schemas.item(plan));
        Map<String, Object> schema = plan.endpoint.nephele()
                ? OpenApiShapes.object(
                        "results", list,
                        "total", OpenApiShapes.WHOLE,
                        "offset", OpenApiShapes.WHOLE,
                        "limit", OpenApiShapes.WHOLE)
                : list;
        var operation = operation("children", "Reads the children of a node", parameters);
        operation.put("responses", responses(success(schema, null)));
        return operation;
    }

    private void addPresentation(List<Object> parameters) {
        parameters.add(OpenApiParameters.reference("lang"));
        if (!plan.fields.shown.isEmpty()) {
            parameters.add(OpenApiParameters.names("fields", "Only these properties", plan.fields.shown));
        }
        parameters.add(OpenApiParameters.reference("labels"));
        parameters.add(OpenApiParameters.reference("minRevision"));
    }

    private Map<String, Object> operation(String id, String summary, List<Object> parameters) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", id + "_" + plan.endpoint.path().replaceAll("[^A-Za-z0-9]+", "_"));
        operation.put("tags", List.of(plan.endpoint.path()));
        operation.put("summary", summary);
        operation.put("parameters", parameters);
        return operation;
    }

    private Map<String, Object> facets() {
        var facets = new LinkedHashMap<String, Object>();
        plan.fields.facets.forEach((name, facet) -> {
            var described = new LinkedHashMap<>(OpenApiSchemas.reference("Facet"));
            var property = facet.definition().property();
            described.put(
                    "description",
                    "Of `%s`, which is also the parameter that filters by its values".formatted(property));
            facets.put(name, described);
        });
        return OpenApiShapes.map("type", "object", "properties", facets);
    }

    private @Nullable Object entryExample() {
        return plan.types.isEmpty() ? null : new OpenApiExample(plan.endpoints).entry(plan.types.getFirst());
    }

    private @Nullable Object pageExample() {
        var entry = entryExample();
        if (entry == null) {
            return null;
        }
        var page = new LinkedHashMap<String, Object>();
        page.put("results", List.of(entry));
        page.put("total", 1);
        page.put("offset", 0);
        page.put("limit", plan.endpoint.limit());
        return page;
    }

    private static Map<String, Object> path(String description) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", "path");
        parameter.put("in", "path");
        parameter.put("required", true);
        parameter.put("description", description);
        parameter.put("schema", OpenApiShapes.TEXT);
        return parameter;
    }

    private static Map<String, Object> responses(Map<String, Object> success) {
        var responses = new LinkedHashMap<String, Object>();
        responses.put("200", success);
        responses.put("304", OpenApiShapes.map("$ref", "#/components/responses/NotModified"));
        responses.put("400", OpenApiShapes.map("$ref", "#/components/responses/BadRequest"));
        responses.put("404", OpenApiShapes.map("$ref", "#/components/responses/NotFound"));
        responses.put("503", OpenApiShapes.map("$ref", "#/components/responses/Unavailable"));
        return responses;
    }

    private static Map<String, Object> success(Map<String, Object> schema, @Nullable Object example) {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", schema);
        if (example != null) {
            content.put("example", example);
        }
        var response = new LinkedHashMap<String, Object>();
        response.put("description", "The answer");
        response.put("headers", ETAG);
        response.put("content", OpenApiShapes.map("application/json", content));
        return response;
    }

    private static Map<String, Object> error(String description, String code, String message) {
        var example = OpenApiShapes.map("error", OpenApiShapes.map("code", code, "message", message));
        return OpenApiShapes.map(
                "description",
                description,
                "content",
                OpenApiShapes.map(
                        "application/json",
                        OpenApiShapes.map("schema", OpenApiSchemas.reference("Error"), "example", example)));
    }
}
