package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.platform.exchange.Sheet.Reading;
import eu.nephele.platform.exchange.SheetTable.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** The cells of a CSV file, whichever way a spreadsheet of this continent wrote it. */
final class CsvCells {

    private static final List<String> SEPARATORS = List.of(";", ",", "\t", "|");
    private static final int LOOKED_AT = 50;

    private final SheetLimits limits;

    CsvCells(SheetLimits limits) {
        this.limits = limits;
    }

    SheetTable read(SheetSource source) {
        var encoding =
                source.encoding() == null ? TextEncoding.of(source.content()) : TextEncoding.named(source.encoding());
        var text = TextEncoding.text(source.content(), encoding);
        var declared = text.startsWith("sep=") && text.length() > 5 ? text.substring(4, 5) : null;
        var asked = source.separator() != null ? source.separator() : declared;
        if (asked != null && !SEPARATORS.contains(asked)) {
            throw SheetReader.refusal("separator", say("The separator must be a semicolon, a comma, a tab or `|`"));
        }
        try {
            var separator = asked == null ? separator(text) : asked;
            var rows = rows(text, separator, limits.maxRows() + 2);
            if (declared != null && !rows.isEmpty()) {
                rows.removeFirst();
            }
            var reading = new Reading("csv", null, null, 1, encoding.name(), separator);
            return SheetReader.table(reading, rows, source.headings(), limits);
        } catch (UncheckedIOException | IOException broken) {
            throw unreadable(broken);
        }
    }

    private static RuntimeException unreadable(Exception broken) {
        var cause = broken instanceof UncheckedIOException ? broken.getCause() : broken;
        if (cause instanceof CSVException) {
            return SheetReader.refusal("file", say("The file cannot be taken apart: %s", cause.getMessage()));
        }
        return new IllegalStateException(broken);
    }

    private List<Row> rows(String text, String separator, int most) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var record : parser) {
                var cells = new ArrayList<@Nullable Object>();
                for (var at = 0; at < Math.min(record.size(), limits.maxColumns() + 1); at++) {
                    cells.add(SheetReader.cell(record.get(at)));
                }
                rows.add(new Row((int) record.getRecordNumber(), cells));
                if (rows.size() > most) {
                    throw SheetReader.tooManyRows(limits);
                }
            }
        }
        return rows;
    }

    /** The one that parts most lines into the same number of cells, and that into most. */
    private String separator(String text) {
        var best = ";";
        var most = 1.0;
        var head = head(text);
        for (var candidate : SEPARATORS) {
            var score = score(head, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private double score(String head, String separator) {
        try {
            var sizes = rows(head, separator, LOOKED_AT * 2).stream()
                    .map(row -> row.cells().size())
                    .toList();
            if (sizes.isEmpty()) {
                return 0;
            }
            var columns = sizes.getFirst();
            var alike = sizes.stream().filter(columns::equals).count();
            return columns * ((double) alike / sizes.size());
        } catch (IOException | UncheckedIOException notThisOne) {
            return 0;
        }
    }

    /** Some lines, but for the last, which may be cut within a quotation. */
    private static String head(String text) {
        var end = 0;
        for (var line = 0; line < LOOKED_AT && end >= 0; line++) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text : text.substring(0, end);
    }
}
