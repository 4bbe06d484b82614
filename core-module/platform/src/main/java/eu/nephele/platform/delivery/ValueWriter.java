package eu.nephele.platform.delivery;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values: JSON numbers and booleans for what is stored as such, ISO 8601 with milliseconds and offset for instants. */
final class ValueWriter {

    static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private static final Pattern POINT =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

    private ValueWriter() {}

    static void write(JsonGenerator json, Value value, @Nullable Property property) {
        switch (value) {
            case Value.Many many -> {
                json.writeStartArray();
                many.values().forEach(one -> write(json, one, property));
                json.writeEndArray();
            }
            case Value.Text(String text) -> text(json, text, property);
            case Value.Flag(boolean flag) -> json.writeBoolean(flag);
            case Value.Whole(long number) -> json.writeNumber(number);
            case Value.Real(double number) -> json.writeNumber(number);
            case Value.Exact exact -> json.writeNumber(exact.number());
            case Value.Moment moment -> json.writeString(INSTANT.format(moment.moment()));
        }
    }

    private static void text(JsonGenerator json, String text, @Nullable Property property) {
        var point = property != null && property.type() == Scalar.GEO_POINT ? POINT.matcher(text) : null;
        if (point == null || !point.matches()) {
            json.writeString(text);
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("lat", Double.parseDouble(point.group(1)));
        json.writeNumberProperty("lon", Double.parseDouble(point.group(2)));
        json.writeEndObject();
    }
}
