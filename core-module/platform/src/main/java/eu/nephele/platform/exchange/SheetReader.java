package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.exchange.Sheet.Reading;
import eu.nephele.platform.exchange.SheetTable.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads XLSX and CSV, one file at a time, since each is held in memory. */
final class SheetReader {

    private final SheetLimits limits;

    SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /** @throws PlatformException BAD_REQUEST or TOO_LARGE, saying what to do with the file */
    synchronized SheetTable read(SheetSource source) {
        var content = source.content();
        requireSmall(content.length);
        if (content.length == 0) {
            throw refusal("file", say("The file is empty"));
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refusal(
                    "file", say("The file is an old XLS, or protected by a password: save it as XLSX without one"));
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return new XlsxCells(limits).read(source);
        }
        if (source.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx?|ods|numbers|pdf|docx?)")) {
            throw refusal("file", say("The file is neither XLSX nor CSV: save it as one of them"));
        }
        return new CsvCells(limits).read(source);
    }

    void requireSmall(long bytes) {
        if (bytes > limits.maxBytes()) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("The file has %,d bytes; at most %,d are read: split it", bytes, limits.maxBytes()));
        }
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (var at = 0; at < bytes.length; at++) {
            if (content.length <= at || (content[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    static PlatformException refusal(String field, String message) {
        return new PlatformException(
                ErrorCode.BAD_REQUEST, message, List.of(new FieldError(field, "unreadable", message)));
    }

    /** An apostrophe before what would be a formula says that it is text: it is no part of it. */
    static @Nullable Object cell(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return text.isBlank() ? null : SheetWriter.plain(text);
    }

    /** The row of headings and what is below it; columns without a heading and empty rows are left out. */
    static SheetTable table(Reading reading, List<Row> all, @Nullable Integer headings, SheetLimits limits) {
        var filled = all.stream()
                .filter(row -> row.cells().stream().anyMatch(Objects::nonNull))
                .toList();
        var head = filled.stream()
                .filter(row -> headings == null || row.number() == headings)
                .findFirst()
                .orElseThrow(() -> refusal(
                        "headings",
                        headings == null
                                ? say("There is nothing in the sheet: its first row must name the columns")
                                : say("Row %d is empty: say which row names the columns", headings)));
        var columns = columns(head);
        if (columns.size() > limits.maxColumns()) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("The sheet has %,d columns; at most %,d are read", columns.size(), limits.maxColumns()));
        }
        var rows = filled.stream()
                .filter(row -> row.number() > head.number())
                .map(row -> new Row(
                        row.number(),
                        row.cells().subList(0, Math.min(row.cells().size(), columns.size()))))
                .filter(row -> row.cells().stream().anyMatch(Objects::nonNull))
                .toList();
        if (rows.size() > limits.maxRows()) {
            throw tooManyRows(limits);
        }
        var read = new Reading(
                reading.format(),
                reading.worksheet(),
                reading.worksheets(),
                head.number(),
                reading.encoding(),
                reading.separator());
        return new SheetTable(read, columns, rows);
    }

    static PlatformException tooManyRows(SheetLimits limits) {
        return new PlatformException(
                ErrorCode.TOO_LARGE,
                say(
                        "The sheet has more than %,d rows: split it, and import one part after the other",
                        limits.maxRows()));
    }

    private static List<String> columns(Row head) {
        var last = head.cells().size();
        while (last > 0 && head.cells().get(last - 1) == null) {
            last--;
        }
        var taken = new HashSet<String>();
        var columns = new ArrayList<String>();
        for (var at = 0; at < last; at++) {
            var name = head.cell(at) == null
                    ? "Column " + letter(at)
                    : String.valueOf(head.cell(at)).strip();
            var unique = name;
            for (var number = 2; !taken.add(unique); number++) {
                unique = "%s (%d)".formatted(name, number);
            }
            columns.add(unique);
        }
        return List.copyOf(columns);
    }

    /** A, B, .. Z, AA: as spreadsheets call their columns. */
    static String letter(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letter(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
