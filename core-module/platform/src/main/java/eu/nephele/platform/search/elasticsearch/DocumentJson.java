package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How documents are sent. */
final class DocumentJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DocumentJson() {}

    /** The document with those of its fields that the schema has: an index of an earlier schema knows fewer, or others. */
    static byte[] of(IndexDocument document, IndexSchema schema) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty(FieldNames.ID, document.id());
            document.fields().forEach((field, values) -> {
                var kind = schema.fields().get(field);
                if (kind == null) {
                    return;
                }
                json.writeArrayPropertyStart(FieldNames.stored(kind, field));
                values.stream().filter(kind::takes).forEach(value -> write(json, value));
                json.writeEndArray();
            });
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case Long number -> json.writeNumber(number);
            // The cluster has no infinite numbers.
            case Double number -> json.writeNumber(Math.clamp(number, -Double.MAX_VALUE, Double.MAX_VALUE));
            case GeoPoint point -> {
                json.writeStartArray();
                json.writeNumber(point.longitude());
                json.writeNumber(point.latitude());
                json.writeEndArray();
            }
            default -> json.writeString((String) value);
        }
    }
}
