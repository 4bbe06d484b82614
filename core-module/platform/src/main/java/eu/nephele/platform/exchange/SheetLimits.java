package eu.nephele.platform.exchange;

/**
 * How large a spreadsheet may be.
 *
 * @param maxBytes of the file
 * @param maxUnpackedBytes of all that is packed in an XLSX file, which holds itself wholly in memory while it is read
 * @param maxRows below the row of headings; no more than a job has rows
 */
public record SheetLimits(int maxBytes, long maxUnpackedBytes, int maxRows, int maxColumns) {

    public static final SheetLimits DEFAULTS = new SheetLimits(10 << 20, 64L << 20, 10_000, 300);
}
