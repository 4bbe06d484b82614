package eu.nephele.platform.exchange;

import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.authoring.CleanedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param line counted from 1
 * @param errors why it was refused, or was stored but not published
 * @param cleaned the rich texts of which something was taken out
 */
public record LineReport(
        long line,
        Outcome outcome,
        @Nullable String id,
        @Nullable String path,
        List<FieldError> errors,
        List<CleanedText> cleaned) {

    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Stored, but a rule of publication is not met. */
        NOT_PUBLISHED,
        REFUSED
    }

    public LineReport {
        errors = List.copyOf(errors);
        cleaned = List.copyOf(cleaned);
    }
}
