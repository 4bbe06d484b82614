package eu.nephele.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a spreadsheet go. Columns that are not named, or have no target, are passed over.
 *
 * @param clearEmpty whether an empty cell takes the value away; else it leaves what is there
 * @param zone of times without an offset, such as {@code Europe/Belgrade}; UTC where none is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetMapping(
        List<Column> columns,
        @Nullable Boolean clearEmpty,
        @Nullable String zone) {

    /**
     * @param column its name in the sheet
     * @param target {@code title}, {@code title@de}, {@code overview.employees}, {@code quotes[1].text@de}; {@code @id}, {@code externalId} and {@code
     *     @path} say which entry it is
     * @param separator what parts several values; {@code |} where none is given
     * @param decimal the sign before decimals, {@code ,} or {@code .}; where none is given, a number that can be read in two ways is refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            String column,
            @Nullable String target,
            @Nullable String separator,
            @Nullable String decimal) {}

    public SheetMapping {
        columns = List.copyOf(columns);
    }

    boolean clears() {
        return Boolean.TRUE.equals(clearEmpty);
    }
}
