package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryPage.EntryHit;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.PropertyFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of drafts, from the draft index: any page of up to a million entries, with facets. */
public final class EntryLists {

    /** The furthest entry that a page begins with. */
    public static final int FURTHEST = 1_000_000;

    /** What the index answers at once; further pages are reached from there. */
    private static final int WINDOW = 10_000;

    private static final int MOST_FACETS = 20;
    private static final int MOST_TITLES = 1_000;

    /** An editor sees what was just saved: the list waits for the index, but not longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Drafts drafts;
    private final EntrySearch search;
    private final Indexer indexer;
    private final FarPages farPages;

    public EntryLists(Drafts drafts, EntrySearch search, Indexer indexer) {
        this.drafts = drafts;
        this.search = search;
        this.indexer = indexer;
        this.farPages = new FarPages(search);
    }

    /** @throws PlatformException BAD_REQUEST, INVALID_QUERY with what is allowed, UNKNOWN_CONTENT_TYPE */
    public ListPage page(Actor actor, ListQuery query) throws InterruptedException {
        var type = drafts.type(query.type());
        if (query.offset() > FURTHEST || query.facets().size() > MOST_FACETS) {
            throw refusal(query);
        }
        var revision = drafts.repository().lastRevision();
        var page = at(actor, query, indexer.awaitRevision(revision, LONGEST_WAIT) ? revision : null);
        var titles = new EntryTitles(drafts.definitions(), query.locale());
        return drafts.repository().read(actor, reader -> {
            var entries = page.hits().stream()
                    .map(EntryHit::id)
                    .map(id -> reader.locate(Perspective.DRAFT, id)
                            .flatMap(at -> reader.node(at, Integer.MAX_VALUE)
                                    .map(draft -> drafts.visible(actor, type, at, draft))))
                    .flatMap(Optional::stream)
                    .toList();
            var named = titles.of(reader, referred(entries));
            var facets = new LinkedHashMap<String, ListPage.FacetCounts>();
            page.facets()
                    .forEach((name, counts) -> facets.put(
                            name,
                            new ListPage.FacetCounts(
                                    buckets(counts.buckets(), value -> label(type, name, value, titles, named, reader)),
                                    counts.otherCount(),
                                    counts.truncated())));
            return new ListPage(page.total(), entries, named, facets);
        });
    }

    /** The ids of all that a list of this query has, in its order. Refuses with TOO_LARGE above the limit. */
    public List<String> ids(Actor actor, ListQuery query, int atMost) throws InterruptedException {
        indexer.awaitRevision(drafts.repository().lastRevision(), LONGEST_WAIT);
        var ids = new ArrayList<String>();
        String cursor = EntryQuery.START;
        do {
            var page = search.search(actor, question(query, 0, Math.min(WINDOW / 2, atMost), List.of(), cursor));
            if (page.total() > atMost) {
                throw new PlatformException(
                        ErrorCode.TOO_LARGE,
                        say("These are %,d entries; at most %,d are taken at once", page.total(), atMost));
            }
            page.hits().forEach(hit -> ids.add(hit.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return List.copyOf(ids);
    }

    private EntryPage at(Actor actor, ListQuery query, @Nullable Long revision) {
        var facets = facets(query);
        if (query.offset() + query.limit() <= WINDOW) {
            return search.search(actor, question(query, query.offset(), query.limit(), facets, null));
        }
        return farPages.page(actor, question(query, 0, query.limit(), facets, null), query.offset(), revision);
    }

    private static EntryQuery question(
            ListQuery query, int offset, int limit, List<FacetRequest> facets, @Nullable String cursor) {
        var filters = new ArrayList<>(query.filters());
        if (query.path() != null && !query.path().equals("/")) {
            filters.add(new PropertyFilter("@ancestor", PropertyFilter.Operator.EQ, List.of(query.path())));
        }
        var sort = new ArrayList<>(query.sort());
        if (sort.isEmpty()) {
            sort.add(query.q() == null ? new EntrySort("@name", false) : new EntrySort("@score", true));
        }
        return new EntryQuery(
                List.of(query.type()),
                Perspective.DRAFT,
                query.locale(),
                query.q(),
                filters,
                facets,
                sort,
                offset,
                limit,
                cursor);
    }

    private static List<FacetRequest> facets(ListQuery query) {
        return query.facets().stream()
                .map(name -> new FacetRequest(
                        name, ListQuery.property(name), query.facetSize(), Facet.Order.COUNT, null, List.of(), null))
                .toList();
    }

    private static Set<String> referred(List<ContentNode> entries) {
        var ids = new LinkedHashSet<String>();
        entries.forEach(entry -> ids.add(entry.id()));
        for (var entry : entries) {
            var references = entry.value(SystemProperties.REFERENCES);
            if (references != null && ids.size() < MOST_TITLES) {
                references.each().forEach(id -> ids.add(id.asText()));
            }
        }
        return ids;
    }

    private interface Labelling {
        String of(String value);
    }

    private static List<ListPage.Bucket> buckets(List<EntryPage.FacetBucket> buckets, Labelling labels) {
        return buckets.stream()
                .map(bucket -> new ListPage.Bucket(
                        bucket.value(),
                        labels.of(bucket.value()),
                        bucket.count(),
                        bucket.selected(),
                        buckets(bucket.children(), labels)))
                .toList();
    }

    private String label(
            ContentType type,
            String facet,
            String value,
            EntryTitles titles,
            Map<String, String> named,
            eu.nephele.platform.repository.ContentReader reader) {
        var property = type.property(facet).orElse(null);
        if (property == null) {
            return value;
        }
        if (property.vocabulary() != null) {
            var vocabulary = drafts.definitions().vocabularies().get(property.vocabulary());
            return vocabulary == null ? value : vocabulary.label(value, titles.locales());
        }
        if (property.type() instanceof Reference || property.type() == Scalar.ASSET) {
            return named.containsKey(value)
                    ? named.get(value)
                    : titles.of(reader, List.of(value)).getOrDefault(value, value);
        }
        return property.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label())
                .findFirst()
                .orElse(value);
    }

    private static PlatformException refusal(ListQuery query) {
        var far = query.offset() > FURTHEST;
        var message =
                far ? "must not be above %,d".formatted(FURTHEST) : "must not be more than %d".formatted(MOST_FACETS);
        return new PlatformException(
                ErrorCode.BAD_REQUEST,
                (far ? "offset " : "facets ") + message,
                List.of(new FieldError(far ? "offset" : "facets", "max", message)));
    }
}
