package eu.nephele.api.search;

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
        SORT
    }

    public IndexSchema {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
