package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an example of an entry from its content type; it shows the form, not real content. */
final class OpenApiExample {

    private static final String ID = "0f6c2f0e-5b1d-4c62-9a3e-7d2b8c1f4a55";
    private static final int MAX_PROPERTIES = 12;

    private final Endpoints endpoints;

    OpenApiExample(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Map<String, Object> entry(ContentType type) {
        if (type.isOfFiles()) {
            return OpenApiShapes.map(
                    "@name",
                    "plan.pdf",
                    "@path",
                    "/plan.pdf",
                    "@id",
                    "jcr:" + ID,
                    "@link",
                    "/dam/jcr:%s/plan.pdf".formatted(ID),
                    "metadata",
                    OpenApiShapes.map("fileName", "plan.pdf", "format", "application/pdf", "fileSize", "2411724"));
        }
        var example = new LinkedHashMap<String, Object>();
        example.put("@name", "an-example");
        example.put("@path", "/an-example");
        example.put("@id", ID);
        example.put("@nodeType", type.nodeType());
        type.model().properties().stream()
                .filter(property -> !property.confidential())
                .filter(property -> property.type() instanceof Scalar scalar && scalar != Scalar.ASSET)
                .limit(MAX_PROPERTIES)
                .forEach(property -> {
                    var value = value(property);
                    example.put(property.name(), property.multiple() ? List.of(value) : value);
                });
        type.model().properties().stream()
                .filter(property -> !property.confidential() && property.type() instanceof PropertyType.Reference)
                .limit(1)
                .forEach(property -> example.put(property.name(), property.multiple() ? List.of(ID) : ID));
        example.put("@nodes", List.of());
        return example;
    }

    private Object value(Property property) {
        if (!property.options().isEmpty()) {
            return property.options().getFirst().value();
        }
        var vocabulary = property.vocabulary() == null
                ? null
                : endpoints.definitions.vocabularies().get(property.vocabulary());
        if (vocabulary != null && !vocabulary.terms().isEmpty()) {
            return vocabulary.terms().getFirst().code();
        }
        return property.type() instanceof Scalar scalar ? value(scalar, property.name()) : "";
    }

    private static Object value(Scalar scalar, String name) {
        return switch (scalar) {
            case STRING -> "A text (" + name + ")";
            case RICH_TEXT -> "<p>A text</p>";
            case BOOLEAN -> true;
            case LONG -> 12;
            case DOUBLE -> 4.2;
            case DECIMAL -> 1342357.1;
            case DATE -> "2026-11-23T10:15:30.000+01:00";
            case LOCAL_DATE -> "2026-11-23";
            case GEO_POINT -> OpenApiShapes.map("lat", 44.8178, "lon", 20.4569);
            case ASSET -> "jcr:" + ID;
        };
    }
}
