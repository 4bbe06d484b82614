package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.search.IndexSchema.FieldKind;
import java.util.Map;

/**
 * How fields are called in the cluster. The kind is part of the name there, so that one search can go over indexes that have the
 * same field as different kinds.
 */
final class FieldNames {

    static final String ID = "id";

    /** The tokens of all fields: each mistyped word is looked up here once, instead of in each field. */
    static final String VOCABULARY = "vocabulary";

    /** Beside each number, read as an instant: calendars know dates alone. */
    static final String DATE = "date";

    private static final Map<FieldKind, String> PREFIXES = Map.of(
            FieldKind.TOKENS, "tokens:",
            FieldKind.KEYWORD, "keyword:",
            FieldKind.LONG, "long:",
            FieldKind.DOUBLE, "double:",
            FieldKind.GEO, "geo:",
            FieldKind.SORT, "sort:");

    private FieldNames() {}

    static String stored(FieldKind kind, String field) {
        return PREFIXES.get(kind) + field;
    }
}
