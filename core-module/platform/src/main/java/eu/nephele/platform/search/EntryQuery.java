package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about entries.
 *
 * @param contentTypes names; an entry of any of them may be a hit
 * @param locale whose texts are searched and whose collation sorts
 * @param text full text as the user typed it: words, "phrases", -excluded
 * @param offset how many to leave out, of all or of those behind the cursor
 * @param offset how many to leave out, of all or of those behind the cursor
 * @param cursor goes on behind the page that gave it; {@link #START} for a first page whose state those behind it show as well
 * @param counted whether the total is wanted; a question for the best hits alone is answered sooner
 */
public record EntryQuery(
        List<String> contentTypes,
        Perspective perspective,
        String locale,
        @Nullable String text,
        List<PropertyFilter> filters,
        List<FacetRequest> facets,
        List<EntrySort> sort,
        int offset,
        int limit,
        @Nullable String cursor,
        boolean counted) {

    /** The cursor of a first page that is followed by others of the same state. */
    public static final String START = "*";

    /** With the total. */
    public EntryQuery(
            List<String> contentTypes,
            Perspective perspective,
            String locale,
            @Nullable String text,
            List<PropertyFilter> filters,
            List<FacetRequest> facets,
            List<EntrySort> sort,
            int offset,
            int limit,
            @Nullable String cursor) {
        this(contentTypes, perspective, locale, text, filters, facets, sort, offset, limit, cursor, true);
    }

    /** The same question for the hits of this page alone: neither total nor facets are counted. */
    public EntryQuery uncounted() {
        return new EntryQuery(
                contentTypes, perspective, locale, text, filters, List.of(), sort, offset, limit, cursor, false);
    }

    /** The same question for another page. */
    public EntryQuery page(int fromOffset, int atMost, @Nullable String behind) {
        return new EntryQuery(
                contentTypes, perspective, locale, text, filters, facets, sort, fromOffset, atMost, behind, counted);
    }

    /** The same question with another text and other filters, for its total and best hit alone. */
    public EntryQuery asking(@Nullable String otherText, List<PropertyFilter> otherFilters) {
        return new EntryQuery(
                contentTypes, perspective, locale, otherText, otherFilters, List.of(), List.of(), 0, 1, null);
    }

    public EntryQuery {
        contentTypes = List.copyOf(contentTypes);
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
        sort = List.copyOf(sort);
    }
}
