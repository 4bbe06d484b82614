package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.EntryLists;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.desk.ListQuery;
import eu.nephele.platform.exchange.ExportEntries;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files. */
@RestController
final class ExportController {

    static final Map<String, String> MEDIA_TYPES = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv", "text/csv;charset=UTF-8",
            "json", "application/json");

    private final Drafts drafts;
    private final EntryLists lists;
    private final ExportEntries exports;

    ExportController(Drafts drafts, EntryLists lists, ExportEntries exports) {
        this.drafts = drafts;
        this.lists = lists;
        this.exports = exports;
    }

    /**
     * @param format {@code xlsx}, {@code csv} or {@code json}
     * @param ids these entries; without them, all that a list of the search has
     * @param columns properties; all where none are given
     */
    record Export(
            String format,
            @Nullable List<String> ids,
            @Nullable String q,
            @Nullable String path,
            @Nullable List<String> filters,
            @Nullable List<String> sort,
            @Nullable List<String> columns,
            @Nullable String locale) {}

    @PostMapping("/.rest/editor/v1/exports/{type}")
    @Described(
            value =
                    "Writes a list as XLSX, CSV or JSON; texts that a spreadsheet would run as formulas are made harmless",
            mediaType = "application/octet-stream")
    void export(Actor actor, @PathVariable String type, @Body Export export, HttpServletResponse response)
            throws IOException, InterruptedException {
        exports.check(type, export.format(), export.columns());
        var ids = export.ids() != null ? export.ids() : ids(actor, type, export);
        response.setContentType(MEDIA_TYPES.get(export.format()));
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(type, export.format()));
        response.setHeader("Cache-Control", "private, no-store");
        exports.run(actor, type, ids, export.columns(), export.format(), response.getOutputStream());
    }

    private List<String> ids(Actor actor, String type, Export export) throws InterruptedException {
        var locale = export.locale() == null ? drafts.definitions().site().defaultLocale() : export.locale();
        var query = new ListQuery(
                type,
                locale,
                export.q(),
                export.path(),
                ListQuery.filters(export.filters() == null ? List.of() : export.filters()),
                List.of(),
                1,
                ListQuery.sort(export.sort() == null ? List.of() : export.sort()),
                0,
                0);
        return lists.ids(actor, query, Jobs.MOST_ENTRIES);
    }
}
