package eu.nephele.platform.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brings, and how it shall be read; what is not said is found out.
 *
 * @param name of the file
 * @param worksheet of a workbook: the first that is shown
 * @param headings the number of the row that names the columns, from 1: the first that is not empty
 * @param encoding of a CSV file: {@code UTF-8}, {@code UTF-16LE}, {@code windows-1250} and so on
 * @param separator of a CSV file: one of {@code ;}, {@code ,}, {@code |} and the tab
 */
public record SheetSource(
        String name,
        byte[] content,
        @Nullable String worksheet,
        @Nullable Integer headings,
        @Nullable String encoding,
        @Nullable String separator) {}
