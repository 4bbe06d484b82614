package eu.nephele.platform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes rows as a spreadsheet (XLSX), as CSV in UTF-8, or as a JSON array. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, in XLSX and CSV; numbers and flags stay what they are.
 */
interface SheetWriter extends AutoCloseable {

    /** @param values by column, plain ones as JSON has them */
    void row(Map<String, @Nullable Object> values) throws IOException;

    @Override
    void close() throws IOException;

    /** @param format {@code xlsx}, {@code csv} or {@code json} */
    static SheetWriter of(String format, List<String> columns, OutputStream output) throws IOException {
        return switch (format) {
            case "xlsx" -> new Xlsx(columns, output);
            case "csv" -> new Csv(columns, output);
            case "json" -> new Json(output);
            default -> throw new IllegalArgumentException(format);
        };
    }

    /** {@code =1+1} becomes {@code '=1+1}: beginning with an equals sign, plus, minus, at, tab or line end makes a formula somewhere. */
    static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** What {@link #harmless} was made of. */
    static String plain(String text) {
        return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
    }

    /** Also with apostrophes before it, so that one can be taken away again. */
    private static boolean isFormula(String text) {
        var at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && "=+-@\t\r\n".indexOf(text.charAt(at)) >= 0;
    }

    /** What a cell shows: several values parted by {@code |} (a backslash before one that is within a value), nested ones as JSON. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list
            when list.stream().noneMatch(item -> item instanceof Map || item instanceof List) ->
                String.join(
                        "|",
                        list.stream()
                                .map(item -> String.valueOf(item)
                                        .replace("\\", "\\\\")
                                        .replace("|", "\\|"))
                                .toList());
            case List<?> list -> JsonMapper.shared().writeValueAsString(list);
            case Map<?, ?> map -> JsonMapper.shared().writeValueAsString(map);
            default -> value.toString();
        };
    }

    final class Csv implements SheetWriter {
        private final List<String> columns;
        private final CSVPrinter printer;

        Csv(List<String> columns, OutputStream output) throws IOException {
            this.columns = columns;
            var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            // Without this mark, spreadsheets take UTF-8 for something else.
            writer.write('\uFEFF');
            this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(columns.stream().map(SheetWriter::harmless).toList());
        }

        @Override
        public void row(Map<String, @Nullable Object> values) throws IOException {
            for (var column : columns) {
                var value = values.get(column);
                printer.print(value instanceof Number || value instanceof Boolean ? value : harmless(text(value)));
            }
            printer.println();
        }

        @Override
        public void close() throws IOException {
            printer.flush();
        }
    }

    final class Json implements SheetWriter {
        private final Writer writer;
        private boolean first = true;

        Json(OutputStream output) throws IOException {
            this.writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            writer.write("[");
        }

        @Override
        public void row(Map<String, @Nullable Object> values) throws IOException {
            writer.write(first ? "\n" : ",\n");
            writer.write(JsonMapper.shared().writeValueAsString(values));
            first = false;
        }

        @Override
        public void close() throws IOException {
            writer.write("\n]\n");
            writer.flush();
        }
    }

    final class Xlsx implements SheetWriter {
        /** What a cell of a workbook can hold. */
        static final int LONGEST_CELL = 32_767;

        /** Ends a text that is longer; an import leaves what ends so as it is. */
        static final String SHORTENED = " […]";

        private final List<String> columns;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Xlsx(List<String> columns, OutputStream output) throws IOException {
            this.columns = columns;
            this.workbook = new Workbook(output, "Nephele", "1.0");
            this.sheet = workbook.newWorksheet("Entries");
            for (var column = 0; column < columns.size(); column++) {
                sheet.value(0, column, harmless(columns.get(column)));
            }
            sheet.freezePane(0, 1);
            row = 1;
        }

        @Override
        public void row(Map<String, @Nullable Object> values) throws IOException {
            for (var column = 0; column < columns.size(); column++) {
                switch (values.get(columns.get(column))) {
                    case BigDecimal number -> sheet.value(row, column, number);
                    case Number number -> sheet.value(row, column, number);
                    case Boolean flag -> sheet.value(row, column, flag);
                    case Object other -> {
                        var text = harmless(text(other));
                        sheet.value(row, column, text.length() > LONGEST_CELL ? shortened(text) : text);
                    }
                    case null -> {}
                }
            }
            row++;
            if (row % 1_000 == 0) {
                sheet.flush();
            }
        }

        private static String shortened(String text) {
            return text.substring(0, LONGEST_CELL - SHORTENED.length()) + SHORTENED;
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
