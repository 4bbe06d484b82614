package eu.nephele.platform.delivery;

import java.time.Duration;

/**
 * The limits of delivery, and where links start.
 *
 * @param linkBase what precedes the paths of links, such as {@code /magnoliaPublic}; empty at the root of a host
 * @param cacheBytes how many bytes of rendered entries are kept
 * @param maxParameters in one request
 * @param maxParameterLength characters of one name or value
 * @param maxValues of one filter, parted by {@code |}, and names in one of {@code facets}, {@code fields}, {@code orderBy}
 * @param maxPathDepth segments of a path
 * @param maxOffset the furthest page without a cursor
 * @param maxReferenceDepth hops, where an endpoint sets no bound
 * @param longestWait for {@code minRevision}
 * @param maxNodes nodes in one rendered entry; references beyond it keep their value
 */
public record DeliverySettings(
        String linkBase,
        long cacheBytes,
        int maxParameters,
        int maxParameterLength,
        int maxValues,
        int maxPathDepth,
        int maxOffset,
        int maxReferenceDepth,
        int maxNodes,
        Duration longestWait) {

    public static final DeliverySettings DEFAULT =
            new DeliverySettings("", 64L * 1024 * 1024, 60, 2_000, 50, 32, 10_000, 5, 2_000, Duration.ofSeconds(2));

    public DeliverySettings withLinkBase(String newLinkBase) {
        return new DeliverySettings(
                newLinkBase,
                cacheBytes,
                maxParameters,
                maxParameterLength,
                maxValues,
                maxPathDepth,
                maxOffset,
                maxReferenceDepth,
                maxNodes,
                longestWait);
    }
}
