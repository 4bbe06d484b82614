package eu.nephele.platform.desk;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.platform.search.PropertyFilter.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list of drafts shows.
 *
 * @param locale whose titles and collation are used
 * @param q full text as it was typed
 * @param path only what lies below
 * @param facets properties to count values of, {@code state} and {@code translation} among them
 */
public record ListQuery(
        String type,
        String locale,
        @Nullable String q,
        @Nullable String path,
        List<PropertyFilter> filters,
        List<String> facets,
        int facetSize,
        List<EntrySort> sort,
        int offset,
        int limit) {

    static final String STATE = "state";

    /** Values such as {@code de:outdated}. */
    static final String TRANSLATION = "translation";

    private static final Pattern FILTER =
            Pattern.compile("(.+?):(eq|ne|gt|gte|lt|lte|like|in|not-in|null):(.*)", Pattern.DOTALL);

    /** Reads {@code country:eq:RS|AT}, {@code pages:gte:3}, {@code founded:in:2010~2012}, {@code cluster:null:true}. */
    public static List<PropertyFilter> filters(List<String> written) {
        return written.stream().map(ListQuery::filter).toList();
    }

    private static PropertyFilter filter(String written) {
        var matcher = FILTER.matcher(written);
        if (!matcher.matches()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "The filter `%s` is not understood; write property:operator:value, such as country:eq:RS|AT"
                            .formatted(written),
                    List.of(new FieldError("filter", "form", "must be property:operator:value")));
        }
        var operator =
                Operator.valueOf(matcher.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
        return new PropertyFilter(
                property(matcher.group(1)),
                operator,
                Arrays.asList(matcher.group(3).split("\\|", -1)));
    }

    /** Reads {@code title} and {@code -mgnl:lastModified}: the minus is for descending. */
    public static List<EntrySort> sort(List<String> written) {
        return written.stream()
                .map(one -> one.startsWith("-")
                        ? new EntrySort(property(one.substring(1)), true)
                        : new EntrySort(property(one), false))
                .toList();
    }

    /** The states are properties like others, but for their names in the index. */
    static String property(String name) {
        return name.equals(STATE) || name.equals(TRANSLATION) ? "@" + name : name;
    }
}
