package eu.nephele.platform.search;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Answers questions about entries from the index. */
public final class EntrySearch {

    private static final int MAX_WINDOW = 10_000;
    private static final int MAX_FILTERS = 100;
    private static final int MAX_FACETS = 50;

    private final SearchEngine engine;
    private final FieldsInForce fieldsInForce;
    private final NumberSpans spans;

    public EntrySearch(SearchEngine engine, Supplier<Definitions> definitions) {
        this.engine = engine;
        this.fieldsInForce = new FieldsInForce(definitions);
        this.spans = new NumberSpans(engine);
    }

    /**
     * @throws PlatformException INVALID_QUERY with the parameters and the allowed ones; INVALID_VALUE where a filter's value is not of
     *     the property's type; UNKNOWN_CONTENT_TYPE; SEARCH_UNAVAILABLE
     */
    public EntryPage search(EntryQuery query) {
        checkLimits(query);
        var known = fieldsInForce.current();
        var asked = known.of(query.contentTypes(), query.perspective());
        var locale = known.locale(query.locale());
        var indexes = query.contentTypes().stream()
                .map(type -> FieldNames.index(type, query.perspective()))
                .toList();
        var facets = AskedFacets.of(query, asked, spans.in(indexes));
        var window = query.offset() + query.limit();
        var oneMore = query.limit() > 0 && window < MAX_WINDOW ? 1 : 0;
        var result = engine.search(
                indexes,
                new SearchRequest(
                        condition(query, asked, known, locale),
                        facets.selections(),
                        facets.facets(),
                        new SortTranslation(asked, locale).of(query.sort()),
                        query.offset(),
                        query.limit() + oneMore,
                        query.cursor() == null ? null : EntryCursor.read(query, query.cursor())));
        return page(query, result, facets);
    }

    private static void checkLimits(EntryQuery query) {
        if (query.offset() < 0 || query.limit() < 0 || (long) query.offset() + query.limit() > MAX_WINDOW) {
            throw Refusals.query(
                    query.offset() < 0 ? "offset" : "limit",
                    "max",
                    "Offset and limit are not negative and reach %d together; go on with the cursor"
                            .formatted(MAX_WINDOW));
        }
        if (query.cursor() != null && query.offset() > 0) {
            throw Refusals.query("offset", "cursor", "A cursor and an offset exclude each other");
        }
        if (query.filters().size() > MAX_FILTERS || query.facets().size() > MAX_FACETS) {
            throw Refusals.query(
                    query.facets().size() > MAX_FACETS ? "facets" : "filters",
                    "max",
                    "At most %d filters and %d facets".formatted(MAX_FILTERS, MAX_FACETS));
        }
    }

    private static Query condition(
            EntryQuery query, AskedFields asked, FieldsInForce.Snapshot known, LocaleDefinition locale) {
        var conditions = new ArrayList<Query>();
        if (query.text() != null && !query.text().isBlank()) {
            conditions.add(new TextQuery(asked, known.site(), locale).of(SearchText.parse(query.text())));
        }
        for (var filter : query.filters()) {
            if (!AskedFacets.isSelection(filter, query)) {
                conditions.add(FilterTranslation.of(filter, asked.named(filter.property(), filter.property())));
            }
        }
        return conditions.isEmpty() ? new Query.All() : new Query.AllOf(conditions);
    }

    private static EntryPage page(EntryQuery query, SearchResult result, AskedFacets facets) {
        var hits = result.hits().stream().limit(query.limit()).toList();
        var more = result.hits().size() > hits.size()
                || (query.offset() + query.limit() == MAX_WINDOW && result.total() > MAX_WINDOW);
        return new EntryPage(
                result.total(),
                hits.stream().map(hit -> entryHit(query, hit)).toList(),
                facets.counts(result),
                more && !hits.isEmpty() ? EntryCursor.of(query, hits.getLast().cursor()) : null);
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
