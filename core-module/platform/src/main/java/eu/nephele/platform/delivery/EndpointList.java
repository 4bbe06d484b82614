package eu.nephele.platform.delivery;

import tools.jackson.core.JsonGenerator;

/** Writes the list of endpoints. */
final class EndpointList {

    private EndpointList() {}

    static Body write(Endpoints endpoints, String linkBase) {
        var links = new Links(linkBase);
        var body = new JsonBody();
        var json = body.json;
        json.writeStartObject();
        json.writeName("endpoints");
        json.writeStartArray();
        endpoints.all().forEach(plan -> endpoint(json, plan, links));
        json.writeEndArray();
        json.writeEndObject();
        return body.once();
    }

    private static void endpoint(JsonGenerator json, EndpointPlan plan, Links links) {
        var endpoint = plan.endpoint;
        json.writeStartObject();
        json.writeStringProperty("name", endpoint.name());
        json.writeStringProperty("path", endpoint.path());
        json.writeStringProperty("url", links.entry(endpoint.path(), "/"));
        json.writeName("contentTypes");
        json.writeStartArray();
        plan.types.forEach(type -> json.writeString(type.name()));
        json.writeEndArray();
        if (endpoint.contentType() != null) {
            json.writeStringProperty("contentType", endpoint.contentType());
        }
        json.writeName("facets");
        json.writeStartArray();
        plan.fields.facets.keySet().forEach(json::writeString);
        json.writeEndArray();
        json.writeName("facetProperties");
        json.writeStartObject();
        plan.fields.facets.forEach((name, facet) ->
                json.writeStringProperty(name, facet.definition().property()));
        json.writeEndObject();
        json.writeNumberProperty("limit", endpoint.limit());
        json.writeNumberProperty("maxLimit", endpoint.maxLimit());
        json.writeEndObject();
    }
}
