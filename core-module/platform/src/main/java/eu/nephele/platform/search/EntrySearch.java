package eu.nephele.platform.search;

import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchDeadline;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.api.search.Sort;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions about entries from the index. */
public final class EntrySearch {

    /** For all that one answer asks of the engine: who waits hears within two seconds. */
    public static final Duration LONGEST_ANSWER = Duration.ofMillis(1_800);

    private static final int MAX_FILTERS = 100;
    private static final int MAX_FACETS = 50;

    private final SearchEngine engine;
    private final FieldsInForce fieldsInForce;
    private final NumberSpans spans;
    private final Consumer<PlatformException> whenUnavailable;

    public EntrySearch(SearchEngine engine, Supplier<Definitions> definitions) {
        this(engine, definitions, failure -> {});
    }

    /** @param whenUnavailable is told when the engine does not answer */
    public EntrySearch(
            SearchEngine engine, Supplier<Definitions> definitions, Consumer<PlatformException> whenUnavailable) {
        this.engine = engine;
        this.fieldsInForce = new FieldsInForce(definitions);
        this.spans = new NumberSpans(engine);
        this.whenUnavailable = whenUnavailable;
    }

    /**
     * @throws PlatformException INVALID_QUERY with the parameters and the allowed ones; INVALID_VALUE where a filter's value is not of
     *     the property's type; UNKNOWN_CONTENT_TYPE; SEARCH_UNAVAILABLE
     */
    public EntryPage search(EntryQuery query) {
        return tellingOutages(() -> search(query, null));
    }

    /** As {@link #search(EntryQuery)}, among what the actor may read: the rest is neither found, nor counted, nor seen in a facet. */
    public EntryPage search(Actor actor, EntryQuery query) {
        var readable = new Readable(fieldsInForce.current().definitions(), actor).in(query);
        return tellingOutages(() -> search(query, readable));
    }

    private EntryPage tellingOutages(Supplier<EntryPage> search) {
        try {
            return SearchDeadline.within(LONGEST_ANSWER, search);
        } catch (PlatformException failure) {
            if (failure.code() == ErrorCode.SEARCH_UNAVAILABLE) {
                whenUnavailable.accept(failure);
            }
            throw failure;
        }
    }

    private EntryPage search(EntryQuery query, @Nullable Query readable) {
        checkLimits(query);
        var known = fieldsInForce.current();
        var asked = known.of(query.contentTypes(), query.perspective());
        var locale = known.locale(query.locale());
        var indexes = query.contentTypes().stream()
                .map(type -> FieldNames.index(type, query.perspective()))
                .toList();
        var facets = AskedFacets.of(query, asked, spans.in(indexes));
        var window = query.offset() + query.limit();
        var oneMore = query.limit() > 0 && window < SearchRequest.MAX_WINDOW ? 1 : 0;
        var text = text(query, known, asked, locale);
        var filters = new ArrayList<>(filters(query, asked));
        if (readable != null) {
            filters.add(readable);
        }
        var sort = sort(text != null, new SortTranslation(asked, locale).of(query.sort()));
        return from(query, indexes, start -> {
            Function<Boolean, SearchRequest> request = mistyped -> new SearchRequest(
                    condition(text, mistyped, filters),
                    facets.selections(),
                    facets.facets(),
                    sort,
                    query.offset(),
                    query.limit() + oneMore,
                    start.place(),
                    query.counted(),
                    start.snapshot());
            var result = engine.search(indexes, request.apply(false));
            if (result.total() == 0 && text != null && text.mayBeMistyped()) {
                var unfiltered = filters.isEmpty() && facets.selections().isEmpty();
                if (unfiltered || isNowhere(text, readable, indexes, start.snapshot())) {
                    var similar = engine.search(indexes, request.apply(true));
                    return new Answer(similar, page(query, similar, facets, similar.total() > 0));
                }
            }
            return new Answer(result, page(query, result, facets, false));
        });
    }

    private record Answer(SearchResult result, EntryPage page) {}

    /** A first page that others follow begins a snapshot, and the last page, or a question that is refused, ends it. */
    private EntryPage from(EntryQuery query, List<String> indexes, Function<EntryCursor, Answer> answering) {
        var first = EntryQuery.START.equals(query.cursor());
        var start = query.cursor() == null || first
                ? new EntryCursor(null, first ? engine.hold(indexes) : null)
                : EntryCursor.read(query, query.cursor());
        try {
            var answer = answering.apply(start);
            if (answer.page().nextCursor() == null) {
                release(answer.result().snapshot());
            }
            return answer.page();
        } catch (PlatformException refused) {
            if (first) {
                release(start.snapshot());
            }
            throw refused;
        }
    }

    private void release(@Nullable String snapshot) {
        if (snapshot != null) {
            engine.release(snapshot);
        }
    }

    /**
     * Whether nothing at all has the words as they were typed, whatever is filtered: where other filters would find them, words like them
     * are not what was meant.
     */
    private boolean isNowhere(
            TextQuery text, @Nullable Query readable, List<String> indexes, @Nullable String snapshot) {
        var typed = text.query(false);
        var condition = readable == null ? typed : new Query.AllOf(List.of(typed, readable));
        return engine.search(indexes, SearchRequest.of(condition, 0).in(snapshot))
                        .total()
                == 0;
    }

    private static @Nullable TextQuery text(
            EntryQuery query, FieldsInForce.Snapshot known, AskedFields asked, LocaleDefinition locale) {
        if (query.text() == null || query.text().isBlank()) {
            return null;
        }
        return new TextQuery(asked, known.site(), known.synonyms(), locale, SearchText.parse(query.text()));
    }

    /** What is found equally well is in the order of its last change, latest first. */
    private static List<Sort> sort(boolean byText, List<Sort> asked) {
        var byScore = asked.isEmpty() ? byText : asked.getLast() instanceof Sort.ByScore;
        if (!byScore) {
            return asked;
        }
        var sort = new ArrayList<>(asked);
        if (sort.isEmpty()) {
            sort.add(new Sort.ByScore());
        }
        sort.add(new Sort.ByField(SystemProperties.LAST_MODIFIED, true));
        return sort;
    }

    /** What the text of a question that finds nothing may have been meant to be, the likeliest first: at most two. */
    public List<String> respellings(EntryQuery query) {
        if (query.text() == null || query.text().isBlank()) {
            return List.of();
        }
        var known = fieldsInForce.current();
        var asked = known.of(query.contentTypes(), query.perspective());
        var indexes = query.contentTypes().stream()
                .map(type -> FieldNames.index(type, query.perspective()))
                .toList();
        return new Respelling(engine, indexes, asked, known.site(), known.locale(query.locale()))
                .of(SearchText.parse(query.text()));
    }

    private static void checkLimits(EntryQuery query) {
        if (query.offset() < 0
                || query.limit() < 0
                || (long) query.offset() + query.limit() > SearchRequest.MAX_WINDOW) {
            throw Refusals.query(
                    query.offset() < 0 ? "offset" : "limit",
                    "max",
                    "Offset and limit are not negative and reach %d together; go on with the cursor"
                            .formatted(SearchRequest.MAX_WINDOW));
        }
        if (query.filters().size() > MAX_FILTERS || query.facets().size() > MAX_FACETS) {
            throw Refusals.query(
                    query.facets().size() > MAX_FACETS ? "facets" : "filters",
                    "max",
                    "At most %d filters and %d facets".formatted(MAX_FILTERS, MAX_FACETS));
        }
    }

    private static Query condition(@Nullable TextQuery text, boolean mistyped, List<Query> filters) {
        var conditions = new ArrayList<Query>();
        if (text != null) {
            conditions.add(text.query(mistyped));
        }
        conditions.addAll(filters);
        return conditions.isEmpty() ? new Query.All() : new Query.AllOf(conditions);
    }

    private static List<Query> filters(EntryQuery query, AskedFields asked) {
        return query.filters().stream()
                .filter(filter -> !AskedFacets.isSelection(filter, query))
                .map(filter -> FilterTranslation.of(filter, asked.named(filter.property(), filter.property())))
                .toList();
    }

    private static EntryPage page(EntryQuery query, SearchResult result, AskedFacets facets, boolean mistyped) {
        var hits = result.hits().stream().limit(query.limit()).toList();
        var more = result.hits().size() > hits.size()
                || (query.offset() + query.limit() == SearchRequest.MAX_WINDOW
                        && result.total() > SearchRequest.MAX_WINDOW);
        return new EntryPage(
                result.total(),
                hits.stream().map(hit -> entryHit(query, hit)).toList(),
                facets.counts(result),
                more && !hits.isEmpty() ? new EntryCursor(hits.getLast().cursor(), result.snapshot()).of(query) : null,
                mistyped,
                result.snapshot() != null);
    }

    private static EntryPage.EntryHit entryHit(EntryQuery query, SearchResult.Hit hit) {
        var type = query.contentTypes().stream()
                .filter(name -> FieldNames.index(name, query.perspective()).equals(hit.index()))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.INTERNAL, "A hit in index %s, which was not searched".formatted(hit.index())));
        return new EntryPage.EntryHit(type, hit.id(), hit.revision(), hit.score());
    }
}
