package eu.nephele.platform.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas that do not depend on definitions. */
final class OpenApiShapes {

    static final Map<String, Object> TEXT = map("type", "string");
    static final Map<String, Object> WHOLE = map("type", "integer", "format", "int64");
    private static final Map<String, Object> NUMBER_OR_DATE = map("type", List.of("number", "string"));
    static final Map<String, Object> ID = map("type", "string", "format", "uuid", "description", "The id of an entry");
    static final Map<String, Object> CHILD_NAMES = map(
            "type", "array", "items", TEXT, "description", "The names of the children in this answer, in their order");
    static final List<String> REQUIRED = List.of("@name", "@path", "@id", "@nodeType", "@nodes");
    static final Map<String, Object> DID_YOU_MEAN = map(
            "type",
            "array",
            "description",
            "Where nothing is found: other spellings, with what they find",
            "items",
            object("q", TEXT, "total", WHOLE));
    static final Map<String, Object> WITHOUT_FILTER = map(
            "type",
            "array",
            "description",
            "Where nothing is found: what is found when one parameter is left out",
            "items",
            object("parameter", TEXT, "value", TEXT, "total", WHOLE));
    static final Map<String, Object> IDENTITY = identity();
    static final Map<String, Object> NODE = node();
    static final Map<String, Object> ALWAYS = always();

    private OpenApiShapes() {}

    /** The node that holds the values of a multiple nested property. */
    static Map<String, Object> listOf(Map<String, Object> element) {
        var properties = new LinkedHashMap<String, Object>(IDENTITY);
        properties.put("@nodes", CHILD_NAMES);
        return map("type", "object", "required", REQUIRED, "properties", properties, "additionalProperties", element);
    }

    static Map<String, Object> object(Object... namesAndSchemas) {
        return map("type", "object", "properties", map(namesAndSchemas));
    }

    /** Keeps the order given, so that the same definitions always give the same bytes. */
    static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            map.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return map;
    }

    private static Map<String, Object> identity() {
        var identity = new LinkedHashMap<String, Object>();
        identity.put("@name", TEXT);
        identity.put("@path", TEXT);
        identity.put("@id", TEXT);
        identity.put("@nodeType", TEXT);
        return identity;
    }

    private static Map<String, Object> node() {
        var properties = new LinkedHashMap<String, Object>(IDENTITY);
        properties.put("@nodes", CHILD_NAMES);
        return map("type", "object", "required", REQUIRED, "properties", properties);
    }

    private static Map<String, Object> always() {
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put("Node", NODE);
        schemas.put("Error", object("error", object("code", TEXT, "message", TEXT)));
        schemas.put("Place", object("lat", map("type", "number"), "lon", map("type", "number")));
        var metadata = map(
                "type", "object",
                "additionalProperties", map("type", List.of("string", "array"), "items", TEXT),
                "description", "All values are strings, or lists of strings");
        schemas.put(
                "Asset",
                object(
                        "@name",
                        TEXT,
                        "@path",
                        TEXT,
                        "@id",
                        TEXT,
                        "@link",
                        TEXT,
                        "metadata",
                        metadata,
                        "renditions",
                        map("type", "object")));
        schemas.put(
                "FacetBucket",
                object(
                        "value", TEXT,
                        "label", TEXT,
                        "count", WHOLE,
                        "selected", map("type", "boolean"),
                        "buckets", map("type", "array", "items", OpenApiSchemas.reference("FacetBucket")),
                        "otherCount", map("type", "integer", "description", "What was left out of `buckets` for size"),
                        "truncated", map("type", "boolean")));
        schemas.put(
                "Facet",
                object(
                        "buckets", map("type", "array", "items", OpenApiSchemas.reference("FacetBucket")),
                        "otherCount", WHOLE,
                        "truncated", map("type", "boolean"),
                        "stats",
                                map(
                                        "type",
                                        "object",
                                        "description",
                                        "Of numbers the least, the greatest and the average; of dates the first and the last",
                                        "properties",
                                        map(
                                                "min",
                                                NUMBER_OR_DATE,
                                                "max",
                                                NUMBER_OR_DATE,
                                                "avg",
                                                map("type", "number")))));
        schemas.put(
                "Suggestions",
                object(
                        "q",
                        TEXT,
                        "entries",
                        map(
                                "type",
                                "array",
                                "items",
                                object("@id", TEXT, "@path", TEXT, "@type", TEXT, "label", TEXT, "highlight", TEXT)),
                        "values",
                        map(
                                "type",
                                "array",
                                "items",
                                object(
                                        "facet", TEXT,
                                        "property", TEXT,
                                        "value", TEXT,
                                        "label", TEXT,
                                        "highlight", TEXT,
                                        "count", WHOLE))));
        schemas.put(
                "EndpointList",
                object(
                        "endpoints",
                        map(
                                "type",
                                "array",
                                "items",
                                object(
                                        "name", TEXT,
                                        "path", TEXT,
                                        "url", TEXT,
                                        "contentTypes", map("type", "array", "items", TEXT),
                                        "contentType", TEXT,
                                        "facets", map("type", "array", "items", TEXT),
                                        "facetProperties",
                                                map(
                                                        "type",
                                                        "object",
                                                        "description",
                                                        "The property that each facet counts, and that filters by its values",
                                                        "additionalProperties",
                                                        TEXT),
                                        "limit", WHOLE,
                                        "maxLimit", WHOLE))));
        return schemas;
    }
}
