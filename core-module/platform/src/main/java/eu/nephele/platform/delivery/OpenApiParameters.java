package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.delivery.QueryFields.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a description: those of every query, and for each property its filter. */
final class OpenApiParameters {

    private static final List<String> COMPARING = List.of("eq", "ne", "gt", "gte", "lt", "lte", "in", "not-in");
    static final String FILTER_HELP = """
            A filter is `property[operator]=value`, or `property=value` for `eq`. Several values of which one will do are parted by \
            `|`; `in` and `not-in` take a range `low~high`; in `like`, `%` and `_` stand for characters; `null` takes true or false. \
            Several filters must all be met. A localized property has one text per language: `title` is that in the default \
            language, `title_de` the German one.\
            """;

    private OpenApiParameters() {}

    static Map<String, Object> shared(SiteDefinition site) {
        var locales = new ArrayList<String>();
        site.locales().forEach(locale -> locales.add(locale.id()));
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(
                "lang",
                parameter(
                        "lang",
                        "The language of the answer; one that is not offered is answered in the closest that is. `all` gives the "
                                + "properties as they are stored, with those of each language. Without it, Accept-Language decides. Offered: "
                                + String.join(", ", locales),
                        OpenApiShapes.TEXT,
                        locales.isEmpty() ? null : locales.getFirst()));
        parameters.put(
                "q",
                parameter(
                        "q",
                        "Full text: words in any of their forms, with synonyms and forgiving typos; \"phrases\" as written; -excluded",
                        OpenApiShapes.TEXT,
                        null));
        parameters.put(
                "origin",
                parameter(
                        "origin",
                        "Where distances are measured from, for facets of rings and an order by a place: latitude,longitude",
                        OpenApiShapes.map("type", "string", "pattern", "^-?[0-9.]+,-?[0-9.]+$"),
                        "44.82,20.46"));
        parameters.put(
                "cursor",
                parameter(
                        "cursor",
                        "`*` for the first page, then the `cursor` of the page before: all of one state, while content changes",
                        OpenApiShapes.TEXT,
                        null));
        parameters.put(
                "minRevision",
                parameter(
                        "minRevision",
                        "Answers once the change of this revision is shown, or with 503 after two seconds",
                        OpenApiShapes.map("type", "integer", "format", "int64", "minimum", 0),
                        null));
        parameters.put(
                "labels",
                parameter(
                        "labels",
                        "Adds `@labels` with the labels of codes",
                        OpenApiShapes.map("type", "boolean"),
                        null));
        parameters.put(
                "explain",
                parameter(
                        "explain",
                        "Adds, for administrators, why each entry was found",
                        OpenApiShapes.map("type", "boolean"),
                        null));
        parameters.put(
                "offset",
                parameter(
                        "offset",
                        "How many to leave out",
                        OpenApiShapes.map("type", "integer", "minimum", 0, "default", 0),
                        null));
        return parameters;
    }

    static Map<String, Object> reference(String name) {
        return OpenApiShapes.map("$ref", "#/components/parameters/" + name);
    }

    static Map<String, Object> limit(EndpointPlan plan) {
        return parameter(
                "limit",
                "How many to answer with at most",
                OpenApiShapes.map(
                        "type",
                        "integer",
                        "minimum",
                        0,
                        "maximum",
                        plan.endpoint.maxLimit(),
                        "default",
                        plan.endpoint.limit()),
                null);
    }

    /** Names of a set, parted by commas. */
    static Map<String, Object> names(String name, String description, Set<String> allowed) {
        var schema = OpenApiShapes.map("type", "array", "items", OpenApiShapes.map("type", "string", "enum", allowed));
        var parameter = parameter(name, description, schema, null);
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    static Stream<Map<String, Object>> facets(EndpointPlan plan) {
        if (plan.fields.facets.isEmpty()) {
            return Stream.of();
        }
        var names = plan.fields.facets.keySet();
        var each = plan.fields.facets.values().stream().flatMap(facet -> {
            var prefix = "facet." + facet.definition().name() + ".";
            var size = OpenApiShapes.map(
                    "type",
                    "integer",
                    "minimum",
                    1,
                    "maximum",
                    facet.definition().maxSize(),
                    "default",
                    facet.definition().size());
            if (facet.isPoint()) {
                return Stream.of(parameter(
                        prefix + "origin",
                        "The middle of the rings, instead of `origin`: latitude,longitude",
                        OpenApiShapes.TEXT,
                        null));
            }
            return Stream.of(
                    parameter(prefix + "size", "The most buckets", size, null),
                    parameter(prefix + "prefix", "Only values that start so", OpenApiShapes.TEXT, null),
                    parameter(
                            prefix + "query",
                            "Only values of which words begin as these do, whatever case and accents",
                            OpenApiShapes.TEXT,
                            null),
                    parameter(
                            prefix + "order",
                            "By count, or by value",
                            OpenApiShapes.map("type", "string", "enum", List.of("count", "value")),
                            null));
        });
        return Stream.concat(Stream.of(names("facets", "Counts to answer with, by the values of these", names)), each);
    }

    static Stream<Map<String, Object>> filters(EndpointPlan plan, OpenApiSchemas schemas) {
        return plan.fields.filterable.values().stream()
                .filter(field -> field.localized() == null || field.localized().equals(field.name()))
                .map(field -> filter(field, schemas));
    }

    private static Map<String, Object> filter(Field field, OpenApiSchemas schemas) {
        var help = "Filter" + (field.localized() == null ? "" : " (localized)");
        var parameter = parameter(field.name(), help, filterSchema(field, schemas), null);
        parameter.put("style", "deepObject");
        parameter.put("explode", true);
        return parameter;
    }

    private static Map<String, Object> filterSchema(Field field, OpenApiSchemas schemas) {
        var property = field.property();
        if (Labels.isCoded(property)) {
            var several = OpenApiShapes.map("type", "string", "pattern", "\\|");
            var value = OpenApiShapes.map("anyOf", List.of(schemas.value(property), several));
            return OpenApiShapes.object("eq", value, "ne", value, "null", OpenApiShapes.map("type", "boolean"));
        }
        return OpenApiSchemas.reference(
                switch (property.type()) {
                    case Scalar.BOOLEAN -> "FlagFilter";
                    case Scalar.RICH_TEXT -> "PresenceFilter";
                    case Scalar.GEO_POINT -> "PlaceFilter";
                    case Scalar.LONG, Scalar.DOUBLE, Scalar.DECIMAL -> "NumberFilter";
                    case Scalar.DATE, Scalar.LOCAL_DATE -> "DateFilter";
                    default -> "TextFilter";
                });
    }

    static Map<String, Object> filterSchemas() {
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put("TextFilter", comparing("A text", true));
        schemas.put("NumberFilter", comparing("A number", false));
        schemas.put("DateFilter", comparing("A day `2026-11-23`, or `2026-11-23T10:15:30.000+01:00`", false));
        var flag = OpenApiShapes.map("type", "boolean");
        schemas.put("FlagFilter", OpenApiShapes.object("eq", flag, "ne", flag, "null", flag));
        schemas.put(
                "PlaceFilter",
                OpenApiShapes.object(
                        "within",
                        OpenApiShapes.map(
                                "type",
                                "string",
                                "description",
                                "latitude,longitude,distance `44.82,20.46,50km`, or a ring `44.82,20.46,10km~50km`"),
                        "box",
                        OpenApiShapes.map(
                                "type",
                                "string",
                                "description",
                                "The south-western and the north-eastern corner `44.5,20.1,45.3,20.9`"),
                        "null",
                        flag));
        schemas.put("PresenceFilter", OpenApiShapes.object("null", flag));
        return schemas;
    }

    private static Map<String, Object> comparing(String what, boolean text) {
        var schema = OpenApiShapes.object();
        var properties = new LinkedHashMap<String, Object>();
        COMPARING.forEach(operator -> properties.put(operator, OpenApiShapes.TEXT));
        if (text) {
            properties.put("like", OpenApiShapes.TEXT);
        }
        properties.put("null", OpenApiShapes.map("type", "boolean"));
        schema.put("properties", properties);
        schema.put("description", what + ", several parted by `|`, or a range `low~high`");
        return schema;
    }

    static Map<String, Object> parameter(
            String name, String description, Map<String, ?> schema, @Nullable String example) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", "query");
        parameter.put("description", description);
        parameter.put("schema", schema);
        if (example != null) {
            parameter.put("example", example);
        }
        return parameter;
    }
}
