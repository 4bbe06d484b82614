package eu.nephele.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet that somebody has brought to import it.
 *
 * @param columns their names, each once
 * @param rows how many there are below the headings
 * @param pieces the number of the first row of each stored piece
 * @param mapping and {@code job}: how it is imported, and by which job, once that has begun
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sheet(
        String id,
        String contentType,
        String owner,
        String name,
        Instant receivedAt,
        Reading reading,
        List<String> columns,
        int rows,
        List<Integer> pieces,
        @Nullable SheetMapping mapping,
        @Nullable String job) {

    /**
     * How the file was read.
     *
     * @param format {@code xlsx} or {@code csv}
     * @param headings the number of the row that names the columns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reading(
            String format,
            @Nullable String worksheet,
            @Nullable List<String> worksheets,
            int headings,
            @Nullable String encoding,
            @Nullable String separator) {}

    Sheet importedBy(SheetMapping newMapping, String newJob) {
        return new Sheet(id, contentType, owner, name, receivedAt, reading, columns, rows, pieces, newMapping, newJob);
    }
}
