package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.Indexer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a picker offers: entries of some types, or files, that match what was typed. */
public final class Choices {

    private static final String ASSETS = "dam";
    private static final int MOST_ASSETS_LOOKED_AT = 20_000;
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

    public Choices(Drafts drafts, EntrySearch search, Indexer indexer) {
        this.drafts = drafts;
        this.search = search;
        this.indexer = indexer;
    }

    /**
     * Without a text, the entries changed last first.
     *
     * @param types also those of files: the index knows them as it knows entries
     * @throws PlatformException UNKNOWN_CONTENT_TYPE
     */
    public Page search(Actor actor, List<String> types, @Nullable String text, String locale, int offset, int limit)
            throws InterruptedException {
        if (types.equals(List.of(ASSETS))) {
            return assets(actor, text, offset, limit);
        }
        indexer.awaitRevision(drafts.repository().lastRevision(), LONGEST_WAIT);
        var typed = text != null && !text.isBlank();
        var sort = typed ? new EntrySort("@score", true) : new EntrySort("mgnl:lastModified", true);
        var page = search.search(
                actor,
                new EntryQuery(
                                types,
                                Perspective.DRAFT,
                                locale,
                                typed ? text : null,
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

    /** Assets have no index: their names are looked through, folder by folder. */
    private Page assets(Actor actor, @Nullable String text, int offset, int limit) {
        var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        var titles = new EntryTitles(
                drafts.definitions(), drafts.definitions().site().defaultLocale());
        return drafts.repository().read(actor, reader -> {
            var found = new ArrayList<Choice>();
            var folders = new ArrayDeque<>(List.of(new Location(Perspective.DRAFT, ASSETS, "/")));
            var looked = 0;
            while (!folders.isEmpty() && looked < MOST_ASSETS_LOOKED_AT) {
                var folder = folders.removeFirst();
                for (var node : reader.children(folder, Set.of(), 0, MOST_ASSETS_LOOKED_AT - looked)) {
                    looked++;
                    var at = folder.child(node.name());
                    if (node.nodeType().equals("mgnl:folder")) {
                        folders.add(at);
                    } else if (titles.of(at, node).toLowerCase(Locale.ROOT).contains(wanted)
                            || node.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                        found.add(choice(at, node, titles));
                    }
                }
            }
            var page = found.stream()
                    .skip(offset)
                    .limit(limit)
                    .map(choice ->
                            choice(reader, titles, choice.id().substring(4)).orElse(choice))
                    .toList();
            return new Page(found.size() > offset + page.size(), page);
        });
    }
}
