package eu.nephele.platform.delivery;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchDeadline;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.timedtext.TimedTextFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what readers ask of the endpoints, as an anonymous reader of what is live. Follows the change log: hand
 * {@link #apply} to the feed, from the repository's last revision on.
 */
public final class Delivery {

    private static final String NEVER_IN_NAMES = "\\[]|*";
    private static final Set<String> NODE_PARAMETERS = Set.of("fields", "labels", LeastRevision.PARAMETER);

    private final Supplier<Definitions> definitions;
    private final DeliverySettings settings;
    private final ItemCache cache;
    private final Items items;
    private final QueryAnswer queries;
    private final ChildrenAnswer children;
    private final Suggestions suggestions;
    private final LeastRevision leastRevision;
    private final TrackFiles trackFiles;
    private final MomentPictures pictures;
    private volatile Endpoints endpoints;

    public Delivery(
            Supplier<Definitions> definitions,
            ContentRepository repository,
            EntrySearch search,
            DeliverySettings settings) {
        this(definitions, repository, search, settings, AssetText.NONE);
    }

    /** @param assetText to show where words were found in documents */
    public Delivery(
            Supplier<Definitions> definitions,
            ContentRepository repository,
            EntrySearch search,
            DeliverySettings settings,
            AssetText assetText) {
        this(definitions, repository, search, settings, assetText, MomentPictures.NONE);
    }

    public Delivery(
            Supplier<Definitions> definitions,
            ContentRepository repository,
            EntrySearch search,
            DeliverySettings settings,
            AssetText assetText,
            MomentPictures pictures) {
        this(definitions, live(repository), live(search), settings, assetText, pictures);
    }

    Delivery(
            Supplier<Definitions> definitions,
            LiveContent content,
            LiveSearch search,
            DeliverySettings settings,
            AssetText assetText) {
        this(definitions, content, search, settings, assetText, MomentPictures.NONE);
    }

    Delivery(
            Supplier<Definitions> definitions,
            LiveContent content,
            LiveSearch search,
            DeliverySettings settings,
            AssetText assetText,
            MomentPictures pictures) {
        this.pictures = pictures;
        this.definitions = definitions;
        this.settings = settings;
        this.cache = new ItemCache(settings.cacheBytes());
        this.items = new Items(content, cache, settings);
        this.queries = new QueryAnswer(items, search, settings, new Explaining(content), assetText, content);
        this.trackFiles = new TrackFiles(content, settings);
        this.children = new ChildrenAnswer(content, items, settings);
        this.suggestions = new Suggestions(items, search, settings);
        this.leastRevision = new LeastRevision(settings);
        this.endpoints = new Endpoints(definitions.get(), pictures);
    }

    /** Whether the path (below {@code /.rest/}, decoded) is an endpoint's or lies below one. */
    public boolean serves(String path) {
        return endpointsInForce().find(path).isPresent();
    }

    /**
     * @throws PlatformException PATH_NOT_FOUND with the path as message; INVALID_QUERY, INVALID_VALUE and BAD_REQUEST with the
     *     parameters and what is allowed; TOO_LARGE; SEARCH_UNAVAILABLE; NOT_SHOWN_YET
     */
    public DeliveryAnswer answer(DeliveryRequest request) {
        requireNormalForm(request.path());
        var inForce = endpointsInForce();
        var match = inForce.find(request.path()).orElseThrow(() -> notFound(request.path()));
        leastRevision.await(request.parameters());
        var lang = Parameters.language(request.parameters());
        var language = inForce.languages.choose(lang, request.acceptedLanguages());
        var negotiated = lang == null && !language.isRaw();
        if (!match.children() && isSuggestion(match, request)) {
            return inTime(() -> suggestions.answer(match.plan(), request.parameters(), language, negotiated));
        }
        if (match.plan().isSearch() && (match.children() || !match.nodePath().isEmpty())) {
            throw new PlatformException(
                    ErrorCode.PATH_NOT_FOUND,
                    "%s: `%s` answers queries only"
                            .formatted(match.nodePath(), match.plan().endpoint.path()));
        }
        if (match.children()) {
            return children.answer(match, request.parameters(), language, negotiated);
        }
        if (match.nodePath().isEmpty()) {
            return inTime(() -> queries.answer(match.plan(), request, language, negotiated));
        }
        var item = items.at(match.plan(), match.nodePath(), language, options(match.plan(), request));
        return new DeliveryAnswer(
                item.body(), language.tag(), negotiated, match.plan().endpoint.cache(), item.surrogateKeys());
    }

    /**
     * An entry as it would be delivered if a draft of it were live as it is: for its editors, who are to be asked for their right to see it before. All else is what
     * readers see now, so that a reference to what is not live stays unresolved.
     *
     * @param lang as readers give it; null for the site's default
     * @throws PlatformException PATH_NOT_FOUND where no endpoint delivers such entries
     */
    public Preview preview(String workspace, ContentNode draft, @Nullable String lang) {
        var inForce = endpointsInForce();
        var plan = inForce.endpointFor(draft, workspace, inForce.shapes.entry(workspace, draft))
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, "No endpoint delivers %s in %s".formatted(draft.path(), workspace)));
        return items.preview(plan, workspace, draft, inForce.languages.choose(lang, null));
    }

    private static DeliveryAnswer inTime(Supplier<DeliveryAnswer> answer) {
        return SearchDeadline.within(EntrySearch.LONGEST_ANSWER, answer);
    }

    /** An entry may be called {@code suggest} too; who reads it gives no {@code q}. */
    private static boolean isSuggestion(Endpoints.Match match, DeliveryRequest request) {
        return match.nodePath().equals(Suggestions.PATH)
                && (match.plan().isSearch()
                        || request.parameters().stream()
                                .anyMatch(parameter -> parameter.name().equals("q")));
    }

    /** How answers to {@code minRevision} know what is shown; until then such requests are unavailable. */
    public void follow(Revisions revisions) {
        leastRevision.follow(revisions);
    }

    /**
     * A track of a live entry as a file, such as its captions in one locale.
     *
     * @param id of the entry
     * @throws PlatformException PATH_NOT_FOUND; INVALID_VALUE where the file behind it is none of timed text
     */
    public String track(String id, String kind, String locale, TimedTextFormat format) {
        return trackFiles.text(endpointsInForce(), id, kind, locale, format);
    }

    /** The list of endpoints: name, path, content type, facets. */
    public DeliveryAnswer endpoints(List<DeliveryRequest.Parameter> parameters) {
        requireNone(parameters);
        return endpointsInForce().list(settings.linkBase());
    }

    /** All endpoints in OpenAPI 3.1. */
    public DeliveryAnswer openApi(List<DeliveryRequest.Parameter> parameters) {
        requireNone(parameters);
        return endpointsInForce().openApi(settings.linkBase());
    }

    private void requireNone(List<DeliveryRequest.Parameter> parameters) {
        refuseUnknown(new Parameters(parameters, Set.of(), settings), Set.of());
    }

    /** Drops what the changed entries were part of. When it returns, no later answer shows their former state. */
    public void apply(List<Change> changes) {
        cache.apply(changes);
    }

    /** Magnolia ignores parameters that it does not know, except on queries; our own endpoints are strict everywhere. */
    static void refuseUnknown(EndpointPlan plan, Parameters parameters, Set<String> known) {
        if (plan.endpoint.nephele()) {
            refuseUnknown(parameters, known);
        }
    }

    static void refuseUnknown(Parameters parameters, Set<String> known) {
        if (!parameters.rest().isEmpty()) {
            var allowed = new TreeSet<>(known);
            allowed.add(Parameters.LANGUAGE);
            var name = parameters.rest().getFirst().name();
            throw Refusal.unknown(ErrorCode.BAD_REQUEST, "parameter", name, name, allowed);
        }
    }

    private ItemOptions options(EndpointPlan plan, DeliveryRequest request) {
        if (request.parameters().isEmpty()) {
            return ItemOptions.ALL;
        }
        var parameters = new Parameters(request.parameters(), NODE_PARAMETERS, settings);
        refuseUnknown(plan, parameters, NODE_PARAMETERS);
        return QueryParser.options(plan, parameters);
    }

    private Endpoints endpointsInForce() {
        var current = definitions.get();
        var known = endpoints;
        if (known.definitions != current) {
            known = new Endpoints(current, pictures);
            endpoints = known;
            cache.clear();
        }
        return known;
    }

    /** One trailing slash is as none. */
    private void requireNormalForm(String path) {
        var segments = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
        if (segments.length > settings.maxPathDepth()) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    "",
                    "The path has %d segments: at most %d".formatted(segments.length, settings.maxPathDepth()));
        }
        for (var segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || !isName(segment)) {
                throw notFound(path);
            }
        }
    }

    private static boolean isName(String segment) {
        for (var index = 0; index < segment.length(); index++) {
            var character = segment.charAt(index);
            if (character < ' ' || character == 127 || NEVER_IN_NAMES.indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static PlatformException notFound(String path) {
        return new PlatformException(ErrorCode.PATH_NOT_FOUND, "/" + path);
    }

    private static LiveSearch live(EntrySearch search) {
        return new LiveSearch() {
            @Override
            public EntryPage search(EntryQuery query) {
                return search.search(query);
            }

            @Override
            public List<String> respellings(EntryQuery query) {
                return search.respellings(query);
            }
        };
    }

    private static LiveContent live(ContentRepository repository) {
        var reader = Actor.anonymous();
        return new LiveContent() {
            @Override
            public <T> T read(Function<ContentReader, T> work) {
                return repository.read(reader, work);
            }
        };
    }
}
