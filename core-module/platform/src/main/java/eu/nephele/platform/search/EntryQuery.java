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
 * @param cursor goes on behind the page that gave it
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
        @Nullable String cursor) {
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
