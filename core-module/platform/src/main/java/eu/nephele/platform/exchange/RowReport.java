package eu.nephele.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or has done, with a row of a spreadsheet.
 *
 * @param row its number in the spreadsheet
 * @param id of the entry, where there is one
 * @param problems why it is refused; of a row that is not, what one should know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowReport(
        int row, Outcome outcome, @Nullable String id, String title, List<Change> changes, List<CellProblem> problems) {

    public enum Outcome {
        created,
        changed,
        unchanged,
        refused
    }

    /**
     * @param column null where the import itself sets it
     * @param before and {@code after} cut where they are long
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(@Nullable String column, String field, String before, String after) {}

    /** @param column with its letter, {@code C (Country)}; null where it is no column's */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellProblem(@Nullable String column, String field, String rule, String message) {}

    RowReport refused(List<CellProblem> why) {
        return new RowReport(row, Outcome.refused, id, title, List.of(), why);
    }
}
