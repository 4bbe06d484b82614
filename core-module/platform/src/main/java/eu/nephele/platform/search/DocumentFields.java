package eu.nephele.platform.search;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.vocabulary.Vocabulary;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields of a document being built, each with values of the kind that the schema declares. */
final class DocumentFields {

    /** Longer texts are filtered and sorted by their beginning. */
    static final int MAX_KEYWORD_LENGTH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFields.class);

    private final IndexSchema schema;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    DocumentFields(IndexSchema schema) {
        this.schema = schema;
    }

    Map<String, List<Object>> values() {
        return values;
    }

    /** The part of a text that filters compare. */
    static String keyword(String text) {
        if (text.length() <= MAX_KEYWORD_LENGTH) {
            return text;
        }
        var splitsPair = Character.isHighSurrogate(text.charAt(MAX_KEYWORD_LENGTH - 1));
        return text.substring(0, splitsPair ? MAX_KEYWORD_LENGTH - 1 : MAX_KEYWORD_LENGTH);
    }

    boolean isEmptyAndDeclared(String field) {
        return schema.fields().containsKey(field) && !values.containsKey(field);
    }

    void add(String field, Object value) {
        var there = values.computeIfAbsent(field, none -> new ArrayList<>(2));
        if (!there.contains(value)) {
            there.add(value);
        }
    }

    /** Adds a system property, if the schema has it, as what the schema says it is. */
    void addAsDeclared(String field, Value value) {
        var kind = schema.fields().get(field);
        for (var each : value.each()) {
            if (kind == FieldKind.KEYWORD) {
                add(field, keyword(each.asText()));
            } else if (kind == FieldKind.LONG) {
                addNumber(field, each, each instanceof Value.Whole ? Scalar.LONG : Scalar.DATE);
            }
        }
    }

    /** Nodes nested in nodes of their own kind lie deeper than the schema goes: of them only the texts are searched. */
    void add(String field, Property property, @Nullable Vocabulary tree, Value value) {
        if (!schema.fields().containsKey(field) && EntryFields.kind(property) != EntryField.Kind.RICH_TEXT) {
            return;
        }
        for (var each : value.each()) {
            var text = each.asText();
            switch (EntryFields.kind(property)) {
                case TEXT, FLAG -> {
                    add(field, keyword(text));
                    if (tree != null) {
                        tree.withBroader(text).forEach(code -> add(FieldNames.tree(field), keyword(code)));
                    }
                }
                case WHOLE -> addNumber(field, each, Scalar.LONG);
                case NUMBER -> addNumber(field, each, Scalar.DOUBLE);
                case INSTANT -> addNumber(field, each, Scalar.DATE);
                case DAY -> {
                    add(field, keyword(text));
                    Day.parse(text).ifPresent(day -> add(FieldNames.day(field), day.start()));
                }
                case POINT -> addPoint(field, text);
                case RICH_TEXT -> {
                    if (!text.isBlank()) {
                        add(FieldNames.FILLED, field);
                    }
                }
            }
        }
    }

    /** Content from before its type was declared so may hold numbers and dates as texts. */
    private void addNumber(String field, Value value, Scalar type) {
        try {
            var number = switch (type) {
                case LONG ->
                    (Object) (value instanceof Value.Whole(long whole) ? whole : Long.parseLong(value.asText()));
                case DOUBLE -> Double.parseDouble(value.asText());
                default ->
                    (value instanceof Value.Moment(OffsetDateTime moment)
                                    ? moment
                                    : OffsetDateTime.parse(value.asText()))
                            .toInstant()
                            .toEpochMilli();
            };
            if (number instanceof Double real && real.isNaN()) {
                return;
            }
            add(field, number);
            if (schema.fields().containsKey(FieldNames.value(field))) {
                add(FieldNames.value(field), plain(number));
            }
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException otherType) {
            LOG.warn("Index {}: `{}` of {} is left out: not of type {}", schema.index(), value.asText(), field, type);
        }
    }

    /** A number as facets and filters write it: without a needless fraction. */
    static String plain(Object number) {
        return number instanceof Double real && !real.isInfinite()
                ? java.math.BigDecimal.valueOf(real).stripTrailingZeros().toPlainString()
                : number.toString();
    }

    private void addPoint(String field, String text) {
        try {
            var comma = text.indexOf(',');
            var point = new GeoPoint(
                    Double.parseDouble(text.substring(0, Math.max(comma, 0))),
                    Double.parseDouble(text.substring(comma + 1)));
            if (Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180) {
                add(field, point);
                return;
            }
        } catch (NumberFormatException noPoint) {
            // The same warning as for a point off the globe.
        }
        LOG.warn("Index {}: `{}` of {} is left out: no latitude,longitude", schema.index(), text, field);
    }
}
