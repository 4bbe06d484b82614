package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall be done to many entries: to those with the ids, or to all that a list has.
 *
 * @param path for {@code move}: the folder to move to
 * @param fields for {@code setField}: the values by stored name, null takes one away
 * @param locales for {@code publish}: only these; all where none are given
 * @param sheet of {@code importSheet}: the spreadsheet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkRequest(
        String contentType,
        Action action,
        @Nullable List<String> ids,
        @Nullable Selection selection,
        @Nullable String path,
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable List<String> locales,
        boolean withReferences,
        @Nullable String sheet) {

    /** About entries, not about a spreadsheet. */
    public BulkRequest(
            String contentType,
            Action action,
            @Nullable List<String> ids,
            @Nullable Selection selection,
            @Nullable String path,
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable List<String> locales,
            boolean withReferences) {
        this(contentType, action, ids, selection, path, fields, locales, withReferences, null);
    }

    public enum Action {
        publish,
        unpublish,
        delete,
        undelete,
        move,
        setField,
        /** Begins with an import, not with a request. */
        importSheet
    }

    /** All that a list of this search has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Selection(
            @Nullable String q,
            @Nullable String path,
            @Nullable List<String> filters,
            @Nullable String locale) {}
}
