package eu.nephele.api.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one index. Dynamic fields do not exist: a document with another field is refused.
 *
 * @param index the index's name: content type and perspective, {@code hiddenChampion-live}
 * @param fields by name, such as {@code country}, {@code title_de.stem}
 * @param version rises when the way documents are built changes; another version or other fields mean a rebuild
 */
public record IndexSchema(String index, Map<String, FieldKind> fields, int version) {

    /**
     * TOKENS: analyzed text, given as tokens parted by one space, searched by token, prefix and phrase.
     * KEYWORD: exact strings, any number of them: filter, facet, exists, range by code point, wildcard; sorted by the least.
     * LONG and DOUBLE: numbers, any number of them (instants as epoch milliseconds): filter, range, facets, sort by the least.
     * Keywords and sort keys have at most 32,766 bytes in UTF-8.
     * GEO: points. SORT: one byte-ordered string (a hexadecimal collation key), for sorting only.
     */
    public enum FieldKind {
        TOKENS,
        KEYWORD,
        LONG,
        DOUBLE,
        GEO,
        SORT;

        private static final int MAX_BYTES = 32_766;

        /** Whether a field of this kind can hold the value. */
        public boolean takes(Object value) {
            return switch (this) {
                case TOKENS -> value instanceof String;
                case KEYWORD, SORT ->
                    value instanceof String text
                            && text.length() <= MAX_BYTES
                            && (text.length() <= MAX_BYTES / 3
                                    || text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
                case LONG -> value instanceof Long;
                case DOUBLE -> value instanceof Double number && !number.isNaN();
                case GEO ->
                    value instanceof GeoPoint point
                            && Math.abs(point.latitude()) <= 90
                            && Math.abs(point.longitude()) <= 180;
            };
        }
    }

    public IndexSchema {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Refuses with INTERNAL a document with fields that the schema lacks, or with values of another kind. */
    public void requireFit(IndexDocument document) {
        document.fields().forEach((field, values) -> {
            var kind = fields.get(field);
            if (kind == null) {
                throw refused(document, field, "the schema has no such field");
            }
            if (kind == FieldKind.SORT && values.size() > 1) {
                throw refused(document, field, "a SORT field has one value, not " + values.size());
            }
            for (var value : values) {
                if (!kind.takes(value)) {
                    throw refused(document, field, "not a value for " + kind + ": " + value);
                }
            }
        });
    }

    private PlatformException refused(IndexDocument document, String field, String why) {
        return new PlatformException(
                ErrorCode.INTERNAL,
                "Index %s refuses document %s: field %s: %s".formatted(index, document.id(), field, why));
    }
}
