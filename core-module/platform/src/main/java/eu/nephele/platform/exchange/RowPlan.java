package eu.nephele.platform.exchange;

import eu.nephele.platform.exchange.RowReport.CellProblem;
import eu.nephele.platform.exchange.RowReport.Change;
import eu.nephele.platform.exchange.RowReport.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row comes to, before anything is stored.
 *
 * @param known the id of the entry that it changes; null where it makes a new one
 * @param input the values to store, by stored name
 * @param before what these values are now
 * @param hints what one should know although the row can be stored
 */
record RowPlan(
        int row,
        @Nullable String known,
        String entryPath,
        String title,
        @Nullable String name,
        @Nullable String parentPath,
        List<String> externalIds,
        Map<String, @Nullable Object> input,
        Map<String, @Nullable Object> before,
        List<Change> changes,
        List<CellProblem> problems,
        List<CellProblem> hints) {

    Outcome outcome() {
        if (!problems.isEmpty()) {
            return Outcome.refused;
        }
        return known == null ? Outcome.created : changes.isEmpty() ? Outcome.unchanged : Outcome.changed;
    }

    RowReport report() {
        var refused = !problems.isEmpty();
        return new RowReport(row, outcome(), known, title, refused ? List.of() : changes, refused ? problems : hints);
    }
}
