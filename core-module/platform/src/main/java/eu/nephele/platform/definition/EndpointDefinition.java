package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.search.Facet;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery endpoint, from {@code <module>/restEndpoints/**.yaml}; keys and defaults are Magnolia's.
 *
 * @param path below {@code /.rest/}, such as {@code delivery/champions}
 * @param nephele whether it is a {@code nepheleDeliveryEndpoint}: typed references and assets resolve without rules
 * @param contentType the content type of a Nephele endpoint; null on Magnolia's, and where there are several
 * @param searched the content types of a {@code searchEndpoint}, which only answers queries; empty on others
 * @param referenceDepth -1 for no bound
 * @param maxLimit a larger limit is refused
 */
public record EndpointDefinition(
        String name,
        String module,
        String path,
        boolean nephele,
        @Nullable String contentType,
        List<String> searched,
        String workspace,
        String rootPath,
        List<String> nodeTypes,
        List<String> childNodeTypes,
        boolean strict,
        int depth,
        boolean includeSystemProperties,
        List<String> systemProperties,
        int limit,
        int maxLimit,
        List<ReferenceRule> references,
        int referenceDepth,
        boolean referenceRepeat,
        List<FacetDefinition> facets,
        CachePolicy cache) {

    /**
     * Properties whose values are resolved.
     *
     * @param propertyName a regular expression for the whole name
     * @param nodeType only on nodes of this type, if given
     */
    public record ReferenceRule(
            String name, Pattern propertyName, @Nullable String nodeType, Resolver resolver) {

        /** Patterns are equal when they are written alike, so that a reload without change is seen as one. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ReferenceRule rule
                    && name.equals(rule.name)
                    && propertyName.pattern().equals(rule.propertyName.pattern())
                    && Objects.equals(nodeType, rule.nodeType)
                    && resolver.equals(rule.resolver);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, propertyName.pattern(), nodeType, resolver);
        }
    }

    /** How a value is resolved. */
    public sealed interface Resolver {

        /** A UUID of a node in the workspace: expanded in place, or with a link. */
        record Node(String targetWorkspace, boolean expand, boolean generateLink) implements Resolver {}

        /** {@code jcr:<uuid>} of an asset. */
        record Asset(
                boolean expand, boolean includeAssetMetadata, boolean includeDownloadLink, List<String> assetRenditions)
                implements Resolver {
            public Asset {
                assetRenditions = List.copyOf(assetRenditions);
            }
        }
    }

    /**
     * A facet that the endpoint offers.
     *
     * @param property of the content type; nested ones with a slash: {@code ictIntroduced/year}; or {@link #TYPE}
     * @param ranges bounds of a range facet, in metres for rings around a point; empty for a facet of terms
     * @param automatic whether ranges or an interval are made to suit what there is
     * @param within whether the facet counts within its own selection
     */
    public record FacetDefinition(
            String name,
            String property,
            int size,
            int maxSize,
            Facet.Order order,
            List<Facet.Range> ranges,
            Facet.@Nullable Interval interval,
            boolean automatic,
            boolean within) {
        public FacetDefinition {
            ranges = List.copyOf(ranges);
        }

        public FacetDefinition(
                String name,
                String property,
                int size,
                int maxSize,
                Facet.Order order,
                List<Facet.Range> ranges,
                Facet.@Nullable Interval interval) {
            this(name, property, size, maxSize, order, ranges, interval, false, false);
        }
    }

    /** What {@code Cache-Control} says: for browsers, for shared caches, and how long a stale answer may serve while a new one is fetched. */
    public record CachePolicy(Duration maxAge, Duration sharedMaxAge, Duration staleWhileRevalidate) {}

    /** The name that a facet on the content type has as its property. */
    public static final String TYPE = "@type";

    /** The endpoint that a search endpoint delivers entries of a type by when there is none for it. */
    public EndpointDefinition of(ContentType type) {
        return new EndpointDefinition(
                type.name(),
                module,
                path + "/" + type.name(),
                true,
                type.name(),
                List.of(),
                type.workspace(),
                type.datasource().rootPath(),
                List.of(type.nodeType()),
                List.of(),
                false,
                0,
                false,
                List.of(),
                limit,
                maxLimit,
                references,
                referenceDepth,
                referenceRepeat,
                List.of(),
                cache);
    }

    public EndpointDefinition {
        searched = List.copyOf(searched);
        nodeTypes = List.copyOf(nodeTypes);
        childNodeTypes = List.copyOf(childNodeTypes);
        systemProperties = List.copyOf(systemProperties);
        references = List.copyOf(references);
        facets = List.copyOf(facets);
    }
}
