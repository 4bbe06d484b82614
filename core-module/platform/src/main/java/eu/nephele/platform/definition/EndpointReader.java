package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.EndpointDefinition.CachePolicy;
import eu.nephele.platform.definition.EndpointDefinition.FacetDefinition;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code restEndpoints/**.yaml}: Magnolia's delivery endpoints of version 2, Nephele's, and those that search several types. */
final class EndpointReader {

    private static final String NEPHELE = "nepheleDeliveryEndpoint";
    private static final String SEARCH = "searchEndpoint";
    private static final Pattern VERSION = Pattern.compile("_(v\\d+)$");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");
    private static final int UNBOUND = 1_000_000;
    static final int MAX_DEPTH = 20;
    private static final CachePolicy DEFAULT_CACHE =
            new CachePolicy(Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(30));

    private final Map<String, ContentType> contentTypes;

    EndpointReader(Map<String, ContentType> contentTypes) {
        this.contentTypes = contentTypes;
    }

    @Nullable
    EndpointDefinition read(DefinitionFile file, Section root) {
        root.ignore("$type", "class", "name", "label", "description");
        var kind = kind(root);
        if (kind == Kind.OTHER) {
            return null;
        }
        var path = path(file, root);
        var endpoint = switch (kind) {
            case NEPHELE -> nephele(file, root, path);
            case SEARCH -> search(file, root, path);
            default -> magnolia(file, root, path);
        };
        if (endpoint == null) {
            // What could not be read for want of a content type is no mistake of its own.
            return null;
        }
        withoutEffect(root);
        root.finish();
        return endpoint;
    }

    /** Says which of Magnolia's keys do nothing here. */
    private static void withoutEffect(Section root) {
        if (root.flag("bypassWorkspaceAcls", false)) {
            root.minor("bypassWorkspaceAcls", "rights cannot be bypassed", "grant the role what it is to read");
        }
        if (root.flag("personalized", false)) {
            root.minor("personalized", "variants are not chosen by visitor", null);
        }
        for (var key : List.of("sortBy", "offset")) {
            if (root.value(key).isPresent()) {
                root.minor(key, "has no effect here", "give `orderBy` or `offset` with the request");
            }
        }
        if (root.value("implementationClass").isPresent()) {
            root.minor("implementationClass", "Java classes of Magnolia have no effect here", null);
        }
    }

    private enum Kind {
        MAGNOLIA,
        NEPHELE,
        SEARCH,
        OTHER
    }

    private static Kind kind(Section root) {
        var type = root.text("$type");
        var className = root.text("class");
        if (type == null && className == null) {
            if (root.value("workspace").isEmpty()) {
                root.severe("", "is no endpoint: it has neither `$type` nor `workspace`", "$type: " + NEPHELE);
                return Kind.OTHER;
            }
            root.minor("", "has no `$type`, and is taken for a delivery endpoint", "$type: jcrDeliveryEndpoint_v2");
            return Kind.MAGNOLIA;
        }
        if (NEPHELE.equals(type)) {
            return Kind.NEPHELE;
        }
        if (SEARCH.equals(type)) {
            return Kind.SEARCH;
        }
        var written = type == null ? className : type;
        if (root.value("params").isPresent() || written.contains(".jcr.v1.") || written.endsWith("_v1")) {
            root.severe(
                    type == null ? "class" : "$type",
                    "is an endpoint of version 1, which is not supported",
                    "one file for each of its `params`, with $type: jcrDeliveryEndpoint_v2");
            return Kind.OTHER;
        }
        var known = type == null
                ? written.endsWith("DeliveryEndpointDefinition")
                : List.of(
                                "jcrDeliveryEndpoint_v2",
                                "deliveryEndpoint_v2",
                                "pagesDeliveryEndpoint_v2",
                                "deliveryEndpoint",
                                "jcrDeliveryEndpoint",
                                "norsuDeliveryEndpoint")
                        .contains(type);
        if (!known) {
            root.minor(
                    type == null ? "class" : "$type",
                    "`%s` is no delivery endpoint; it is left out".formatted(written),
                    NearestName.suggest(written, List.of(NEPHELE, SEARCH, "jcrDeliveryEndpoint_v2")));
            return Kind.OTHER;
        }
        return Kind.MAGNOLIA;
    }

    /** The file's path, its last {@code _v2} a step of its own, unless {@code endpointPath} is given. */
    private static String path(DefinitionFile file, Section root) {
        var given = root.text("endpointPath");
        var byFile = VERSION.matcher(file.path()).replaceFirst("/$1");
        if (given == null) {
            return byFile;
        }
        var path = given.replaceFirst("^/*(\\.rest/)?", "").replaceFirst("/+$", "");
        if (!PATH.matcher(path).matches()) {
            root.major("endpointPath", "`%s` is no path".formatted(given), "`%s` is used".formatted(byFile));
            return byFile;
        }
        return path;
    }

    private EndpointDefinition magnolia(DefinitionFile file, Section root, String path) {
        var workspace = root.text("workspace", "website");
        var workspaces = new TreeSet<>(List.of("website", "dam", "category", "tags"));
        contentTypes.values().forEach(type -> workspaces.add(type.workspace()));
        if (!workspaces.contains(workspace)) {
            root.minor(
                    "workspace",
                    "no content type is stored in the workspace `%s`".formatted(workspace),
                    NearestName.suggest(workspace, workspaces));
        }
        if (root.value("contentType").isPresent() || root.value("facets").isPresent()) {
            root.major("facets", "facets need a content type", "$type: " + NEPHELE);
        }
        return endpoint(
                file,
                root,
                path,
                null,
                List.of(),
                workspace,
                "/",
                List.of("mgnl:content"),
                List.of("mgnl:contentNode"),
                0,
                List.of());
    }

    private @Nullable EndpointDefinition nephele(DefinitionFile file, Section root, String path) {
        var name = root.text("contentType");
        if (name == null) {
            root.severe("contentType", "needs a `contentType`", null);
            return null;
        }
        var type = contentTypes.get(name);
        if (type == null) {
            root.severe(
                    "contentType",
                    "names the content type `%s`, which does not exist".formatted(name),
                    NearestName.suggest(name, contentTypes.keySet()));
            return null;
        }
        var shape = Shape.of(type, contentTypes);
        return endpoint(
                file,
                root,
                path,
                type,
                List.of(),
                root.text("workspace", type.workspace()),
                type.datasource().rootPath(),
                List.of(type.nodeType()),
                shape.childNodeTypes(),
                shape.depth(),
                new FacetReader(List.of(type), contentTypes).read(root));
    }

    /** Entries of several content types, each as the endpoint of its type delivers it. */
    private @Nullable EndpointDefinition search(DefinitionFile file, Section root, String path) {
        var types = new ArrayList<ContentType>();
        for (var name : root.texts("contentTypes").stream().distinct().toList()) {
            var type = contentTypes.get(name);
            if (type == null) {
                root.major(
                        "contentTypes",
                        "names the content type `%s`, which does not exist".formatted(name),
                        NearestName.suggest(name, contentTypes.keySet()));
            } else {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            root.severe("contentTypes", "needs `contentTypes`: those to search", null);
            return null;
        }
        return endpoint(
                file,
                root,
                path,
                null,
                types.stream().map(ContentType::name).toList(),
                types.getFirst().workspace(),
                "/",
                types.stream().map(ContentType::nodeType).distinct().toList(),
                List.of(),
                0,
                new FacetReader(types, contentTypes).read(root));
    }

    private static EndpointDefinition endpoint(
            DefinitionFile file,
            Section root,
            String path,
            @Nullable ContentType type,
            List<String> searched,
            String workspace,
            String rootPath,
            List<String> nodeTypes,
            List<String> childNodeTypes,
            int depth,
            List<FacetDefinition> facets) {
        var nephele = type != null || !searched.isEmpty();
        var maxLimit = root.whole("maxLimit", nephele ? 100 : 1_000, 1, 10_000);
        var limit = root.whole("limit", Math.min(10, maxLimit), 0, UNBOUND);
        if (limit > maxLimit) {
            root.major("limit", "is above `maxLimit` (%d)".formatted(maxLimit), "raise `maxLimit`");
            limit = maxLimit;
        }
        return new EndpointDefinition(
                root.text("name", file.name()),
                file.module(),
                path,
                nephele,
                type == null ? null : type.name(),
                searched,
                workspace,
                root.text("rootPath", rootPath),
                orElse(root.texts("nodeTypes"), nodeTypes),
                orElse(root.texts("childNodeTypes"), childNodeTypes),
                root.flag("strict", false),
                root.whole("depth", depth, 0, UNBOUND),
                root.flag("includeSystemProperties", false),
                root.texts("systemProperties"),
                limit,
                maxLimit,
                ReferenceReader.read(root),
                root.whole("referenceDepth", 1, -1, UNBOUND),
                root.flag("referenceRepeat", false),
                facets,
                cache(root));
    }

    private static List<String> orElse(List<String> given, List<String> fallback) {
        return given.isEmpty() ? fallback : given.stream().distinct().toList();
    }

    private static CachePolicy cache(Section root) {
        var section = root.section("cache");
        var policy = new CachePolicy(
                section.duration("maxAge", DEFAULT_CACHE.maxAge()),
                section.duration("sharedMaxAge", DEFAULT_CACHE.sharedMaxAge()),
                section.duration("staleWhileRevalidate", DEFAULT_CACHE.staleWhileRevalidate()));
        section.finish();
        return policy;
    }
}
