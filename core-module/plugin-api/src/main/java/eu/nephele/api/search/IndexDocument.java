package eu.nephele.api.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine keeps of an entry.
 *
 * @param id the entry's id: a later document with the same id replaces it
 * @param revision the entry's revision; a document never replaces one of a higher revision
 * @param fields per field its values: String for TOKENS, KEYWORD and SORT, Long, Double, {@link GeoPoint}
 */
public record IndexDocument(String id, long revision, Map<String, List<Object>> fields) {
    public IndexDocument {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
