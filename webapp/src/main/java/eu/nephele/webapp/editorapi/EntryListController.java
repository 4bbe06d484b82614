package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.EntryLists;
import eu.nephele.platform.desk.Folders;
import eu.nephele.platform.desk.ListPage;
import eu.nephele.platform.desk.ListQuery;
import eu.nephele.platform.desk.SavedViews;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of drafts, and the folders they lie in. */
@RestController
final class EntryListController {

    private static final int MOST_BUCKETS = 1_000;

    private final Drafts drafts;
    private final EntryLists lists;
    private final SavedViews views;
    private final Folders folders;
    private final EditorLimits limits;

    EntryListController(Drafts drafts, EntryLists lists, SavedViews views, Folders folders, EditorLimits limits) {
        this.drafts = drafts;
        this.lists = lists;
        this.views = views;
        this.folders = folders;
        this.limits = limits;
    }

    /**
     * A page of drafts.
     *
     * @param titles of the entries and of all they refer to, by id
     */
    record EntryPage(
            long total,
            int offset,
            int limit,
            List<Map<String, Object>> results,
            Map<String, String> titles,
            Map<String, ListPage.FacetCounts> facets) {}

    @GetMapping(EntryController.PATH)
    @Described(
            "Drafts of a type: q is full text; filter is property:operator:value (eq, ne, gt, gte, lt, lte, like, in, not-in, null; values with |);"
                    + " sort is a property, descending with a minus before it; columns are the properties wanted, all if not given; view is a saved view,"
                    + " over which the other parameters go")
    EntryPage list(
            Actor actor,
            @PathVariable String type,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "path", required = false) @Nullable String path,
            @RequestParam(name = "filter", required = false) @Nullable String[] filter,
            @RequestParam(name = "facets", required = false) @Nullable List<String> facets,
            @RequestParam(name = "facetSize", defaultValue = "50") int facetSize,
            @RequestParam(name = "sort", required = false) @Nullable List<String> sort,
            @RequestParam(name = "columns", required = false) @Nullable List<String> columns,
            @RequestParam(name = "locale", required = false) @Nullable String locale,
            @RequestParam(name = "view", required = false) @Nullable String view,
            HttpServletRequest request)
            throws InterruptedException {
        var contentType = drafts.type(type);
        requireWithin("offset", offset, 0, EntryLists.FURTHEST);
        requireWithin("limit", limit, 0, limits.maxPageSize());
        requireWithin("facetSize", facetSize, 1, MOST_BUCKETS);
        var saved = view == null ? null : views.find(actor, type, view).view();
        // Taken from the request, for the framework would part a value at its commas.
        var given = filter == null ? null : request.getParameterValues("filter");
        var filters = new ArrayList<PropertyFilter>(
                ListQuery.filters(given != null ? List.of(given) : orElse(saved == null ? null : saved.filters())));
        filters.addAll(ofState(state));
        var query = new ListQuery(
                type,
                locale != null
                        ? locale
                        : saved != null && saved.locale() != null
                                ? saved.locale()
                                : drafts.definitions().site().defaultLocale(),
                blankToNull(q != null || saved == null ? q : saved.q()),
                path != null || saved == null ? path : saved.path(),
                filters,
                orElse(facets),
                facetSize,
                ListQuery.sort(sort != null ? sort : orElse(saved == null ? null : saved.sort())),
                offset,
                limit);
        var wanted = columns != null ? columns : saved == null ? null : saved.columns();
        var page = lists.page(actor, query);
        var json = new EntryJson(drafts.definitions(), contentType);
        var results =
                page.entries().stream().map(entry -> shown(json, entry, wanted)).toList();
        return new EntryPage(page.total(), offset, limit, results, page.titles(), page.facets());
    }

    private static Map<String, Object> shown(EntryJson json, ContentNode entry, @Nullable List<String> columns) {
        return columns == null ? json.whole(entry) : json.columns(entry, columns);
    }

    record FolderPage(String path, List<Folders.Node> nodes) {}

    @GetMapping("/.rest/editor/v1/tree/{type}")
    @Described("The folders and entries directly below a path")
    FolderPage tree(
            Actor actor,
            @PathVariable String type,
            @RequestParam(name = "path", defaultValue = "/") String path,
            @RequestParam(name = "locale", required = false) @Nullable String locale,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        requireWithin("offset", offset, 0, EntryLists.FURTHEST);
        requireWithin("limit", limit, 0, 1_000);
        var language = locale == null ? drafts.definitions().site().defaultLocale() : locale;
        return new FolderPage(path, folders.children(actor, type, path, language, offset, limit));
    }

    record NewFolder(String path) {}

    @PostMapping("/.rest/editor/v1/tree/{type}")
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Makes a folder")
    Folders.Node createFolder(Actor actor, @PathVariable String type, @Body NewFolder folder) {
        return folders.create(actor, type, folder.path());
    }

    private static List<String> orElse(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static List<PropertyFilter> ofState(@Nullable String state) {
        if (state == null) {
            return List.of();
        }
        var known = Arrays.stream(EntryState.values()).map(EntryState::code).toList();
        if (!known.contains(state)) {
            var message = "must be one of " + String.join(", ", known);
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "state is `%s`, but %s".formatted(state, message),
                    List.of(new FieldError("state", "unknown", message)));
        }
        return ListQuery.filters(List.of("state:eq:" + state));
    }

    static void requireWithin(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "%s is %d; it must lie between %d and %d".formatted(parameter, value, least, most),
                    List.of(new FieldError(parameter, "range", "must lie between %d and %d".formatted(least, most))));
        }
    }
}
