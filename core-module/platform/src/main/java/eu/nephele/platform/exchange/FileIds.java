package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.platform.exchange.RowReport.CellProblem;
import eu.nephele.platform.exchange.SheetTable.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which ids the rows of a file call their entries, and which row does so first. */
final class FileIds {

    private final Map<String, Map<String, Integer>> rows = new HashMap<>();

    private FileIds() {}

    static FileIds of(MappedColumns columns, List<Row> all) {
        var ids = new FileIds();
        for (var identity : ColumnTarget.IDENTITIES) {
            columns.identity(identity).ifPresent(column -> {
                var first = new HashMap<String, Integer>();
                all.forEach(row -> {
                    var cell = row.cell(column.index());
                    if (cell != null) {
                        first.putIfAbsent(CellValues.text(cell).strip(), row.number());
                    }
                });
                ids.rows.put(identity, first);
            });
        }
        return ids;
    }

    boolean isBefore(String externalId, int row) {
        return rows.getOrDefault(ColumnTarget.EXTERNAL_ID, Map.of()).getOrDefault(externalId, row) < row;
    }

    /** Complains of a row that calls its entry as one before it does. */
    Optional<CellProblem> twin(Row row, MappedColumns columns) {
        for (var identity : ColumnTarget.IDENTITIES) {
            var column = columns.identity(identity);
            var cell = column.isEmpty() ? null : row.cell(column.get().index());
            if (cell == null) {
                continue;
            }
            var text = CellValues.text(cell).strip();
            var first = rows.getOrDefault(identity, Map.of()).getOrDefault(text, row.number());
            if (first < row.number()) {
                return Optional.of(columns.problem(
                        identity,
                        "twice",
                        say(
                                "Row %d is the same entry, `%s`: bring the two rows together",
                                first, CellNumbers.shown(text))));
            }
        }
        return Optional.empty();
    }
}
