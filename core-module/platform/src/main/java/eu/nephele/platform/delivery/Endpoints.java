package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.EndpointDefinition.CachePolicy;
import eu.nephele.platform.search.Synonyms;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All endpoints of one generation of definitions, and what their answers need of those definitions. */
final class Endpoints {

    static final String CHILDREN = "@nodes";

    /**
     * A request's endpoint.
     *
     * @param nodePath of the node below the endpoint, {@code /alpha}; empty for the endpoint itself
     * @param children whether the children of the node are asked for
     */
    record Match(EndpointPlan plan, String nodePath, boolean children) {}

    private static final CachePolicy DESCRIPTION_CACHE =
            new CachePolicy(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO);

    final Definitions definitions;
    final Shapes shapes;
    final Localization localization;
    final LanguageChoice languages;
    final Labels labels;
    final Synonyms synonyms;
    final MomentPictures pictures;
    private final Map<String, EndpointPlan> plans = new HashMap<>();
    private final Map<String, EndpointPlan> delivering = new ConcurrentHashMap<>();
    private volatile @Nullable DeliveryAnswer list;
    private volatile @Nullable DeliveryAnswer openApi;

    Endpoints(Definitions definitions) {
        this(definitions, MomentPictures.NONE);
    }

    Endpoints(Definitions definitions, MomentPictures pictures) {
        this.pictures = pictures;
        this.definitions = definitions;
        this.shapes = new Shapes(definitions);
        this.localization = new Localization(definitions.site());
        this.languages = new LanguageChoice(definitions.site());
        this.labels = new Labels(definitions);
        this.synonyms = new Synonyms(definitions);
        definitions
                .endpoints()
                .values()
                .forEach(endpoint -> plans.put(endpoint.path(), new EndpointPlan(endpoint, this)));
    }

    /** The longest endpoint path wins. */
    Optional<Match> find(String requested) {
        var children = requested.endsWith(CHILDREN);
        var path = children ? requested.substring(0, requested.length() - CHILDREN.length()) : requested;
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (var end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var plan = plans.get(path.substring(0, end));
            if (plan != null) {
                return Optional.of(new Match(plan, path.substring(end), children));
            }
        }
        return Optional.empty();
    }

    /** In the order of their paths. */
    List<EndpointPlan> all() {
        return plans.values().stream()
                .sorted(Comparator.comparing(plan -> plan.endpoint.path()))
                .toList();
    }

    /** The endpoint that an entry can best be read at by its path: one made for its type, else one that shows it. */
    Optional<EndpointPlan> endpointFor(ContentNode node, String workspace, @Nullable Shape shape) {
        return all().stream()
                .filter(plan -> plan.endpoint.workspace().equals(workspace))
                .filter(plan -> plan.endpoint.nodeTypes().contains(node.nodeType()) || plan.isFor(shape))
                .filter(plan -> plan.isBelowRoot(node.path()))
                .min(Comparator.comparing(plan -> !plan.isFor(shape)));
    }

    /**
     * How an endpoint that searches several types delivers entries of one: as the endpoint made for that type, where it shows all of
     * them; else as such an endpoint would if it said no more than its type.
     */
    EndpointPlan delivering(String contentType, EndpointPlan search) {
        return delivering.computeIfAbsent(
                contentType,
                name -> all().stream()
                        .filter(plan -> name.equals(plan.endpoint.contentType()))
                        .filter(plan -> plan.endpoint.rootPath().equals("/"))
                        .findFirst()
                        .orElseGet(() -> new EndpointPlan(
                                search.endpoint.of(Objects.requireNonNull(
                                        definitions.contentTypes().get(name))),
                                this)));
    }

    DeliveryAnswer list(String linkBase) {
        var made = list;
        if (made == null) {
            made = description(EndpointList.write(this, linkBase));
            list = made;
        }
        return made;
    }

    DeliveryAnswer openApi(String linkBase) {
        var made = openApi;
        if (made == null) {
            made = description(new OpenApiDocument(this, linkBase).write());
            openApi = made;
        }
        return made;
    }

    private static DeliveryAnswer description(Body body) {
        return new DeliveryAnswer(body, null, false, DESCRIPTION_CACHE, "definitions");
    }
}
