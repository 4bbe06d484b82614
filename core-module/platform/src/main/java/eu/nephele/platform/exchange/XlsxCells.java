package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.exchange.Sheet.Reading;
import eu.nephele.platform.exchange.SheetTable.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook. Of a formula its last result counts. */
final class XlsxCells {

    private static final int MOST_PARTS = 2_000;
    private static final Pattern NO_PART_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General");
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22);

    private final SheetLimits limits;

    XlsxCells(SheetLimits limits) {
        this.limits = limits;
    }

    SheetTable read(SheetSource source) {
        try {
            var file = Files.createTempFile("nephele-sheet", ".xlsx");
            try {
                Files.write(file, source.content());
                requireSmall(file);
                try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
                    return read(workbook, source);
                }
            } finally {
                Files.delete(file);
            }
        } catch (ZipException | ExcelReaderException broken) {
            throw broken();
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof PlatformException refusal ? refusal : broken();
        }
    }

    private static PlatformException broken() {
        return SheetReader.refusal("file", say("The workbook is damaged or no spreadsheet: save it as XLSX once more"));
    }

    /** Unpacks all once, without keeping it, to see how large it is: a small file can hold gigabytes. */
    private void requireSmall(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var unpacked = 0L;
            var parts = 0;
            var buffer = new byte[1 << 16];
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                try (var part = zip.getInputStream(entries.nextElement())) {
                    for (var read = 0; read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > limits.maxUnpackedBytes() || parts > MOST_PARTS) {
                            throw new PlatformException(
                                    ErrorCode.TOO_LARGE,
                                    say(
                                            "The workbook unpacks to more than %,d bytes: delete what is not needed, or save it as CSV",
                                            limits.maxUnpackedBytes()));
                        }
                    }
                }
                parts++;
            }
        }
    }

    private SheetTable read(ReadableWorkbook workbook, SheetSource source) throws IOException {
        var sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        var names = sheets.stream().map(Sheet::getName).toList();
        var sheet = sheets.stream()
                .filter(one -> source.worksheet() == null || one.getName().equals(source.worksheet()))
                .findFirst()
                .orElseThrow(() -> SheetReader.refusal(
                        "worksheet", say("There is no such worksheet; there are %s", String.join(", ", names))));
        var rows = new ArrayList<Row>();
        try (var read = sheet.openStream()) {
            for (var iterator = read.iterator(); iterator.hasNext(); ) {
                var row = iterator.next();
                var cells = new ArrayList<@Nullable Object>();
                // One column more than may be, so that it is noticed.
                for (var column = 0; column < Math.min(row.getCellCount(), limits.maxColumns() + 1); column++) {
                    cells.add(SheetReader.cell(
                            row.getOptionalCell(column).map(XlsxCells::value).orElse(null)));
                }
                if (cells.stream().anyMatch(cell -> cell != null)) {
                    rows.add(new Row(row.getRowNum(), cells));
                }
                if (rows.size() > limits.maxRows() + 1) {
                    throw SheetReader.tooManyRows(limits);
                }
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        var reading = new Reading("xlsx", sheet.getName(), List.copyOf(names), 1, null, null);
        return SheetReader.table(reading, rows, source.headings(), limits);
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> null;
            case BOOLEAN -> cell.asBoolean();
            case NUMBER -> number(cell, cell.asNumber());
            case FORMULA -> formula(cell);
            case STRING -> cell.getText();
            case ERROR -> cell.getRawValue();
        };
    }

    private static @Nullable Object formula(Cell cell) {
        return switch (cell.getValue()) {
            case null -> cell.getRawValue();
            case BigDecimal number -> number(cell, number);
            case Boolean flag -> flag;
            case Object other -> String.valueOf(other);
        };
    }

    private static Object number(Cell cell, BigDecimal number) {
        if (!isDate(cell)) {
            return number.stripTrailingZeros().scale() <= 0 ? number.toBigInteger() : number;
        }
        if (cell.getType() != CellType.NUMBER) {
            return number;
        }
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null) {
            return cell.getDataFormatId() != null && DAYS.contains(cell.getDataFormatId());
        }
        var letters = NO_PART_OF_A_DATE.matcher(format).replaceAll("");
        return letters.matches("(?s).*[yYdD].*");
    }
}
