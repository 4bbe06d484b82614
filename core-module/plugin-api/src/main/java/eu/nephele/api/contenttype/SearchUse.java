package eu.nephele.api.contenttype;

import java.util.Set;

/**
 * What a property is searched by. Every scalar can be filtered and sorted on unless this is {@link Kind#NONE}; texts without a
 * vocabulary are in full text with boost 1 by default.
 *
 * @param textBoost the weight in full text search; 0 when it is not in it
 */
public record SearchUse(Set<Kind> kinds, double textBoost) {

    public enum Kind {
        FACET,
        TEXT,
        SORT,
        RANGE,
        GEO,
        /** Of a file: what is known of it, see {@link Property#inFile()}. */
        FILE,
        NONE
    }

    public static final SearchUse DEFAULT_TEXT = new SearchUse(Set.of(Kind.TEXT), 1);
    public static final SearchUse DEFAULT = new SearchUse(Set.of(), 0);

    public SearchUse {
        kinds = Set.copyOf(kinds);
    }

    public boolean is(Kind kind) {
        return kinds.contains(kind);
    }
}
