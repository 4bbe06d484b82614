package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.authoring.CleanedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something done to many entries in the background.
 *
 * @param done rows that were tried, whether they succeeded or not
 * @param undoableUntil null where nothing can be undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(
        String id,
        String owner,
        BulkRequest request,
        List<String> ids,
        State state,
        int done,
        int failed,
        int undone,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoableUntil,
        @Nullable String message) {

    public enum State {
        waiting,
        running,
        finished,
        cancelled,
        undoing,
        undone;

        boolean isOpen() {
            return this == waiting || this == running || this == undoing;
        }
    }

    /** What a row was before, for undoing it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Before(
            String state,
            String path,
            @Nullable String version,
            Map<String, @Nullable Object> properties,
            List<String> externalIds) {}

    /**
     * @param result {@code waiting}, {@code done}, {@code failed}, {@code undone} or {@code undo-failed}
     * @param fields that a refusal names, or an import changes
     * @param line of an import: the row's number in the spreadsheet
     * @param outcome of an import: {@code created}, {@code changed}, {@code unchanged} or {@code refused}
     * @param cleaned the rich texts of which something was taken out; null where there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String id,
            String title,
            String path,
            String result,
            @Nullable String message,
            @Nullable List<String> fields,
            @Nullable Before before,
            @Nullable Integer line,
            @Nullable String outcome,
            @Nullable List<Cleaned> cleaned) {

        /** One that is yet to be tried. */
        public Row(String id, String title, String path, @Nullable Before before, @Nullable Integer line) {
            this(id, title, path, "waiting", null, null, before, line, null, null);
        }

        public Row with(String newResult, @Nullable String newMessage, @Nullable List<String> newFields) {
            return new Row(id, title, path, newResult, newMessage, newFields, before, line, outcome, cleaned);
        }

        public Row as(String newOutcome) {
            return new Row(id, title, path, result, message, fields, before, line, newOutcome, cleaned);
        }

        public Row cleaned(List<CleanedText> texts) {
            var named = texts.stream()
                    .map(text -> new Cleaned(text.field(), text.removed()))
                    .toList();
            return new Row(
                    id, title, path, result, message, fields, before, line, outcome, named.isEmpty() ? null : named);
        }

        Row refused(String newResult, PlatformException refusal) {
            var named =
                    refusal.fields().stream().map(FieldError::field).limit(20).toList();
            return with(newResult, refusal.getMessage(), named);
        }

        /** As others see it. */
        Row shown() {
            return new Row(id, title, path, result, message, fields, null, line, outcome, cleaned);
        }
    }

    /** As {@link CleanedText}, without the text: there may be thousands. */
    public record Cleaned(String field, List<String> removed) {}

    public record Batch(int from, List<Row> rows) {}

    Job with(
            State newState,
            int newDone,
            int newFailed,
            int newUndone,
            @Nullable Instant finished,
            @Nullable Instant undoable) {
        return new Job(
                id, owner, request, ids, newState, newDone, newFailed, newUndone, startedAt, finished, undoable,
                message);
    }

    /** With what is to be said of its end. */
    Job saying(@Nullable String said) {
        return new Job(
                id, owner, request, ids, state, done, failed, undone, startedAt, finishedAt, undoableUntil, said);
    }

    /** Without the ids, which can be many. */
    public Job shown() {
        return new Job(
                id,
                owner,
                request,
                List.of(),
                state,
                done,
                failed,
                undone,
                startedAt,
                finishedAt,
                undoableUntil,
                message);
    }
}
