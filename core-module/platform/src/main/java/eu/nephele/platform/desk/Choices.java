package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.media.AssetQuery;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.Indexer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a picker offers: entries of some types, or files, that match what was typed. */
public final class Choices {

    private static final String ASSETS = "dam";
    private static final int MOST_BY_NAME = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /**
     * @param id as a reference stores it: an asset's begins with {@code jcr:}
     * @param contentType {@code dam} for an asset
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            String id,
            String contentType,
            String title,
            String path,
            String state,
            @Nullable String mimeType) {}

    /** @param more whether there are others behind this page */
    public record Page(boolean more, List<Choice> choices) {}

    private final Drafts drafts;
    private final EntrySearch search;
    private final Indexer indexer;
    private final AssetLibrary library;

    public Choices(Drafts drafts, EntrySearch search, Indexer indexer, AssetLibrary library) {
        this.drafts = drafts;
        this.search = search;
        this.indexer = indexer;
        this.library = library;
    }

    /**
     * Without a text, the entries changed last first.
     *
     * @param types also those of files: the index knows them as it knows entries, and the library by their names, which come first
     * @throws PlatformException UNKNOWN_CONTENT_TYPE
     */
    public Page search(Actor actor, List<String> types, @Nullable String text, String locale, int offset, int limit)
            throws InterruptedException {
        var typed = text != null && !text.isBlank();
        var entries = types.stream().filter(type -> !type.equals(ASSETS)).toList();
        if (entries.isEmpty()) {
            return assets(actor, typed ? text : "", locale, offset, limit);
        }
        var byName = typed && areOfFiles(types)
                ? assets(actor, text, locale, 0, MOST_BY_NAME).choices()
                : List.<Choice>of();
        var named = byName.stream().skip(offset).limit(limit).toList();
        var rest = found(
                actor, entries, typed ? text : null, locale, Math.max(0, offset - byName.size()), limit - named.size());
        return new Page(
                rest.more() || byName.size() > offset + named.size(),
                Stream.concat(named.stream(), rest.choices().stream().filter(choice -> !byName.contains(choice)))
                        .toList());
    }

    private Page found(Actor actor, List<String> types, @Nullable String text, String locale, int offset, int limit)
            throws InterruptedException {
        indexer.awaitRevision(drafts.repository().lastRevision(), LONGEST_WAIT);
        var sort = text != null ? new EntrySort("@score", true) : new EntrySort("mgnl:lastModified", true);
        var page = search.search(
                actor,
                new EntryQuery(
                                types,
                                Perspective.DRAFT,
                                locale,
                                text,
                                List.of(),
                                List.of(),
                                List.of(sort),
                                offset,
                                limit,
                                null)
                        .uncounted());
        var titles = new EntryTitles(drafts.definitions(), locale);
        return drafts.repository()
                .read(
                        actor,
                        reader -> new Page(
                                page.nextCursor() != null,
                                page.hits().stream()
                                        .map(hit -> choice(reader, titles, hit.id()))
                                        .flatMap(Optional::stream)
                                        .toList()));
    }

    /** What the stored references are called; those that are not there, or may not be read, are left out. */
    public List<Choice> named(Actor actor, List<String> ids, String locale) {
        var titles = new EntryTitles(drafts.definitions(), locale);
        return drafts.repository()
                .read(
                        actor,
                        reader -> ids.stream()
                                .map(id -> choice(reader, titles, id.replaceFirst("^jcr:", "")))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static Optional<Choice> choice(ContentReader reader, EntryTitles titles, String id) {
        return reader.locate(Perspective.DRAFT, id)
                .flatMap(at ->
                        reader.node(at, at.workspace().equals(ASSETS) ? 1 : 0).map(node -> choice(at, node, titles)));
    }

    private static Choice choice(Location at, ContentNode node, EntryTitles titles) {
        var asset = at.workspace().equals(ASSETS);
        return new Choice(
                asset ? "jcr:" + node.id() : node.id(),
                asset ? ASSETS : titles.type(at, node).map(type -> type.name()).orElse(at.workspace()),
                titles.of(at, node),
                at.path(),
                EntryState.of(node).code(),
                node.child("jcr:content").map(file -> file.text("jcr:mimeType")).orElse(null));
    }

    private Page assets(Actor actor, String text, String locale, int offset, int limit) {
        var page = library.find(actor, AssetQuery.of(text, null, false, false, Map.of(), "-modified", offset, limit));
        var ids = page.rows().stream().map(row -> row.asset().id()).toList();
        return new Page(page.total() > offset + ids.size(), named(actor, ids, locale));
    }

    private boolean areOfFiles(List<String> types) {
        var definitions = drafts.definitions();
        return types.contains(ASSETS)
                || types.stream()
                        .flatMap(type -> definitions.contentType(type).stream())
                        .anyMatch(ContentType::isOfFiles);
    }
}
