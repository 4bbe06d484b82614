package eu.nephele.platform.delivery;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.EndpointDefinition;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.search.PropertyFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An endpoint with what follows from its definition and those of its content types. */
final class EndpointPlan {

    final EndpointDefinition endpoint;
    final Endpoints endpoints;
    /** The types whose entries a query finds. */
    final List<ContentType> types;

    final QueryFields fields;

    EndpointPlan(EndpointDefinition endpoint, Endpoints endpoints) {
        this.endpoint = endpoint;
        this.endpoints = endpoints;
        this.types = types();
        this.fields = new QueryFields(this);
    }

    /** Whether entries of several types are found, each delivered as its own endpoint does. */
    boolean isSearch() {
        return !endpoint.searched().isEmpty();
    }

    /** What all hits of the endpoint must meet. */
    List<PropertyFilter> scope() {
        return endpoint.rootPath().equals("/")
                ? List.of()
                : List.of(new PropertyFilter("@ancestor", PropertyFilter.Operator.EQ, List.of(endpoint.rootPath())));
    }

    /** What the content type is called in the language. */
    String typeLabel(String contentType, Language language) {
        var type = endpoints.definitions.contentTypes().get(contentType);
        var key = type == null || type.label() == null ? contentType + ".label" : type.label();
        var label = endpoints.labels.message(key, language.locales());
        return label.equals(key) && (type == null || type.label() == null) ? contentType : label;
    }

    boolean isFor(@Nullable Shape shape) {
        return shape != null && shape.type().name().equals(endpoint.contentType());
    }

    /** Where a node lies that is asked for by its path below the endpoint. */
    Location location(String nodePath) {
        var root = endpoint.rootPath().equals("/") ? "" : endpoint.rootPath();
        var path = root + nodePath;
        return new Location(Perspective.LIVE, endpoint.workspace(), path.isEmpty() ? "/" : path);
    }

    boolean isBelowRoot(String path) {
        return endpoint.rootPath().equals("/") || path.startsWith(endpoint.rootPath() + "/");
    }

    /** The path of a node as it is asked for below the endpoint. */
    String relative(String path) {
        return endpoint.rootPath().equals("/")
                ? path
                : path.substring(endpoint.rootPath().length());
    }

    /** Whether nodes of the type may be items of an answer. */
    boolean acceptsItem(String nodeType, ContentReader reader) {
        return accepts(endpoint.nodeTypes(), nodeType, reader);
    }

    /** Whether nodes of the type may be shown below an item. */
    boolean acceptsChild(String nodeType, ContentReader reader) {
        return accepts(endpoint.childNodeTypes(), nodeType, reader);
    }

    /** The levels of children to read with an entry. */
    int levels() {
        return endpoint.nephele()
                ? Math.max(endpoint.depth(), endpoints.shapes.nesting(endpoint.workspace()))
                : endpoint.depth();
    }

    int levels(String workspace) {
        return endpoint.nephele() ? endpoints.shapes.nesting(workspace) : endpoint.depth();
    }

    private boolean accepts(List<String> accepted, String nodeType, ContentReader reader) {
        return accepted.contains(nodeType)
                || (!endpoint.strict() && accepted.stream().anyMatch(type -> reader.isNodeType(nodeType, type)));
    }

    private List<ContentType> types() {
        var definitions = endpoints.definitions;
        if (isSearch()) {
            return endpoint.searched().stream()
                    .flatMap(name -> definitions.contentType(name).stream())
                    .toList();
        }
        if (endpoint.contentType() != null) {
            return Stream.of(definitions.contentTypes().get(endpoint.contentType()))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return definitions.contentTypesIn(endpoint.workspace()).stream()
                .filter(type -> endpoint.nodeTypes().contains(type.nodeType()) || acceptsAllContent())
                .sorted(Comparator.comparing(ContentType::name))
                .toList();
    }

    /** Every content type's entries are kinds of {@code mgnl:content}. */
    private boolean acceptsAllContent() {
        return !endpoint.strict() && endpoint.nodeTypes().contains("mgnl:content");
    }
}
