package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The schemas of a description: one for each content type, nested model and vocabulary, and those that are always there. */
final class OpenApiSchemas {

    private static final int MAX_ENUMERATED = 1_000;
    private static final List<String> DOCUMENTATION_LOCALES = List.of("en");

    private final Endpoints endpoints;
    private final Map<String, Object> schemas = new TreeMap<>();

    OpenApiSchemas(Endpoints endpoints) {
        this.endpoints = endpoints;
        schemas.putAll(OpenApiShapes.ALWAYS);
        endpoints.definitions.contentTypes().values().forEach(type -> {
            var shape = endpoints.shapes.entry(type.name());
            // Files have the same form wherever they are delivered.
            if (shape != null && !type.isOfFiles()) {
                schemas.put(name(type.name()), entry(shape, text(type.label(), type.name())));
                delivered(type)
                        .forEach(model -> schemas.put(
                                name(type.name()) + "_" + model.name(), entry(Shape.of(type, model), model.name())));
            }
        });
        OpenApiParameters.filterSchemas().forEach(schemas::put);
        endpoints.definitions.vocabularies().values().forEach(vocabulary -> {
            var codes = vocabulary.terms().stream()
                    .limit(MAX_ENUMERATED)
                    .map(term -> term.code())
                    .toList();
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "string");
            if (!codes.isEmpty() && codes.size() == vocabulary.terms().size()) {
                schema.put("enum", codes);
            }
            schema.put("description", "A code of the vocabulary `%s`".formatted(vocabulary.name()));
            schemas.put(vocabularyName(vocabulary.name()), schema);
        });
    }

    /** The sub-models that any property shows which is delivered itself. */
    private static Collection<Model> delivered(ContentType type) {
        var found = new LinkedHashMap<String, Model>();
        var waiting = new ArrayDeque<>(List.of(type.model()));
        while (!waiting.isEmpty()) {
            for (var property : waiting.remove().properties()) {
                if (!property.confidential() && property.type() instanceof PropertyType.Nested(String name)) {
                    type.model()
                            .subModel(name)
                            .filter(model -> found.putIfAbsent(name, model) == null)
                            .ifPresent(waiting::add);
                }
            }
        }
        return found.values();
    }

    Map<String, Object> all() {
        return schemas;
    }

    static Map<String, Object> reference(String schema) {
        return OpenApiShapes.map("$ref", "#/components/schemas/" + schema);
    }

    static String name(String contentType) {
        return Character.toUpperCase(contentType.charAt(0)) + contentType.substring(1);
    }

    static String vocabularyName(String vocabulary) {
        return "Vocabulary_" + vocabulary;
    }

    /** The schema of the items of an endpoint. */
    Map<String, Object> item(EndpointPlan plan) {
        var types = plan.types.stream()
                .map(type -> reference(type.isOfFiles() ? "Asset" : name(type.name())))
                .toList();
        return switch (types.size()) {
            case 0 -> reference("Node");
            case 1 -> types.getFirst();
            default -> OpenApiShapes.map("oneOf", types);
        };
    }

    /** The schema of one value of a property, as the value of a filter or of an answer. */
    Map<String, Object> value(Property property) {
        if (property.vocabulary() != null
                && endpoints.definitions.vocabularies().containsKey(property.vocabulary())) {
            return reference(vocabularyName(property.vocabulary()));
        }
        if (!property.options().isEmpty()) {
            Set<String> values = new LinkedHashSet<>();
            property.options().forEach(option -> values.add(option.value()));
            return OpenApiShapes.map("type", "string", "enum", values);
        }
        return switch (property.type()) {
            case Scalar scalar -> scalar(scalar);
            case PropertyType.Reference(String type) ->
                endpoints.definitions.contentTypes().containsKey(type)
                        ? OpenApiShapes.map("anyOf", List.of(reference(name(type)), OpenApiShapes.ID))
                        : OpenApiShapes.ID;
            case PropertyType.Nested nested -> OpenApiShapes.NODE;
        };
    }

    private static Map<String, Object> scalar(Scalar scalar) {
        return switch (scalar) {
            case STRING -> OpenApiShapes.map("type", "string");
            case RICH_TEXT -> OpenApiShapes.map("type", "string", "contentMediaType", "text/html");
            case BOOLEAN -> OpenApiShapes.map("type", "boolean");
            case LONG -> OpenApiShapes.map("type", "integer", "format", "int64");
            case DOUBLE -> OpenApiShapes.map("type", "number", "format", "double");
            case DECIMAL -> OpenApiShapes.map("type", "number");
            case DATE -> OpenApiShapes.map("type", "string", "format", "date-time");
            case LOCAL_DATE -> OpenApiShapes.map("type", "string", "pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$");
            case GEO_POINT -> reference("Place");
            case ASSET -> OpenApiShapes.map("anyOf", List.of(reference("Asset"), OpenApiShapes.map("type", "string")));
        };
    }

    String text(@Nullable String keyOrText, String otherwise) {
        return keyOrText == null ? otherwise : endpoints.labels.message(keyOrText, DOCUMENTATION_LOCALES);
    }

    private Map<String, Object> entry(Shape shape, String title) {
        var properties = new LinkedHashMap<String, Object>(OpenApiShapes.IDENTITY);
        for (var property : shape.properties().values()) {
            if (!property.confidential()) {
                properties.put(property.name(), documented(property, shape.type()));
            }
        }
        properties.put(
                "@labels",
                OpenApiShapes.map("type", "object", "description", "With `labels=true`: the labels of codes"));
        if (shape == endpoints.shapes.entry(shape.type().name())) {
            properties.putAll(OpenApiFilms.of(endpoints.definitions, shape.type()));
        }
        properties.put("@nodes", OpenApiShapes.CHILD_NAMES);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("required", OpenApiShapes.REQUIRED);
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> documented(Property property, ContentType owner) {
        var schema = new LinkedHashMap<String, Object>();
        if (property.type() instanceof PropertyType.Nested type) {
            var nested = nested(owner, type);
            schema.putAll(property.multiple() ? OpenApiShapes.listOf(nested) : nested);
        } else if (property.multiple()) {
            schema.put("type", "array");
            schema.put("items", value(property));
        } else {
            schema.putAll(value(property));
        }
        if (property.label() != null) {
            schema.put("title", text(property.label(), property.name()));
        }
        if (property.description() != null) {
            schema.put("description", text(property.description(), property.name()));
        }
        return schema;
    }

    private Map<String, Object> nested(ContentType owner, PropertyType.Nested nested) {
        return endpoints
                .definitions
                .nested(owner, nested)
                .map(found -> found.model() == found.owner().model()
                        ? name(found.owner().name())
                        : name(found.owner().name()) + "_" + found.model().name())
                .map(OpenApiSchemas::reference)
                .orElse(reference("Node"));
    }
}
