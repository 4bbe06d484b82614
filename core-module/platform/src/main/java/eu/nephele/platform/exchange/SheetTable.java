package eu.nephele.platform.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A spreadsheet as it was read: names of its columns, each once, and the rows that are not empty. */
record SheetTable(Sheet.Reading reading, List<String> columns, List<Row> rows) {

    /**
     * @param number as the spreadsheet shows it, from 1
     * @param cells texts, numbers and flags; a day or moment is a text in ISO form, an empty cell null
     */
    record Row(int number, List<@Nullable Object> cells) {

        @Nullable
        Object cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }
}
