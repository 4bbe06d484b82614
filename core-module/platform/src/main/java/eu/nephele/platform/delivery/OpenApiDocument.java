package eu.nephele.platform.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Describes all endpoints in OpenAPI 3.1, from the definitions in force: what can be asked, and what the answers look like. */
final class OpenApiDocument {

    private static final String VERSION = "3.1.0";

    private final Endpoints endpoints;
    private final String linkBase;

    OpenApiDocument(Endpoints endpoints, String linkBase) {
        this.endpoints = endpoints;
        this.linkBase = linkBase;
    }

    Body write() {
        var schemas = new OpenApiSchemas(endpoints);
        var paths = new LinkedHashMap<String, Object>();
        paths.put("/.rest/delivery", OpenApiShapes.map("get", OpenApiOperations.endpointList()));
        for (var plan : endpoints.all()) {
            new OpenApiOperations(plan, schemas).addTo(paths);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", VERSION);
        document.put("info", info());
        document.put("servers", List.of(OpenApiShapes.map("url", linkBase.isEmpty() ? "/" : linkBase)));
        document.put("tags", tags());
        document.put("paths", paths);
        document.put("components", components(schemas));
        return Body.kept(JsonMapper.shared().writeValueAsBytes(document));
    }

    private Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Nephele delivery");
        info.put("description", """
                Published content, to be read by anybody. Paths, parameters and answers are those of Magnolia's delivery API; facets, \
                fields, labels, cursors and the totals are added. Unknown parameters are refused, except those that Magnolia's clients \
                add to every address (`mgnlPreview`, `mgnlChannel`, `variants`, ...).

                """ + OpenApiParameters.FILTER_HELP);
        info.put("version", "definitions-" + endpoints.definitions.generation());
        return info;
    }

    private List<Object> tags() {
        return endpoints.all().stream()
                .<Object>map(plan -> OpenApiShapes.map("name", plan.endpoint.path()))
                .toList();
    }

    private Map<String, Object> components(OpenApiSchemas schemas) {
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.all());
        components.put("parameters", OpenApiParameters.shared(endpoints.definitions.site()));
        components.put("responses", OpenApiOperations.sharedResponses());
        return components;
    }
}
