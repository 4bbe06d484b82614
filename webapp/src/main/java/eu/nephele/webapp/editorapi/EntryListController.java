package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.EntryPage.EntryHit;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.PropertyFilter;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists drafts by name, or the best matches of a text first; all, or those in one state. */
@RestController
@RequestMapping(EntryController.PATH)
final class EntryListController {

    /** An editor sees what was just saved: the list waits for the index, but not longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Supplier<Definitions> definitions;
    private final Drafts drafts;
    private final ContentRepository repository;
    private final EntrySearch search;
    private final Indexer indexer;
    private final EditorLimits limits;

    EntryListController(
            Supplier<Definitions> definitions,
            Drafts drafts,
            ContentRepository repository,
            EntrySearch search,
            Indexer indexer,
            EditorLimits limits) {
        this.definitions = definitions;
        this.drafts = drafts;
        this.repository = repository;
        this.search = search;
        this.indexer = indexer;
        this.limits = limits;
    }

    @GetMapping
    Map<String, Object> list(
            Actor actor,
            @PathVariable String type,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "state", required = false) @Nullable String state)
            throws InterruptedException {
        var contentType = drafts.type(type);
        requireWithin("offset", offset, 0, limits.maxOffset());
        requireWithin("limit", limit, 0, limits.maxPageSize());
        indexer.awaitRevision(repository.lastRevision(), LONGEST_WAIT);
        var sort = q == null ? new EntrySort("@name", false) : new EntrySort("@score", true);
        var locale = definitions.get().site().defaultLocale();
        var page = search.search(new EntryQuery(
                List.of(type),
                Perspective.DRAFT,
                locale,
                q,
                filters(state),
                List.of(),
                List.of(sort),
                offset,
                limit,
                null));
        var json = new EntryJson(definitions.get(), contentType);
        var results = page.hits().stream()
                .map(EntryHit::id)
                .map(id -> drafts.find(actor, type, id))
                .flatMap(Optional::stream)
                .map(json::whole)
                .toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("total", page.total());
        answer.put("offset", offset);
        answer.put("limit", limit);
        answer.put("results", results);
        return answer;
    }

    private static List<PropertyFilter> filters(@Nullable String state) {
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
        return List.of(new PropertyFilter("@state", PropertyFilter.Operator.EQ, List.of(state)));
    }

    private static void requireWithin(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "%s is %d; it must lie between %d and %d".formatted(parameter, value, least, most),
                    List.of(new FieldError(parameter, "range", "must lie between %d and %d".formatted(least, most))));
        }
    }
}
