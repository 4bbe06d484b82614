package eu.nephele.platform.media;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the library is wanted.
 *
 * @param text words that must all be said of an asset, or be in its name
 * @param folder null for all
 * @param below also what lies in the folders below it
 * @param trash what was thrown away, instead of what is there
 * @param wanted of each facet one of these values
 */
public record AssetQuery(
        String text,
        @Nullable String folder,
        boolean below,
        boolean trash,
        Map<AssetFacet, Set<String>> wanted,
        Order order,
        boolean descending,
        int offset,
        int limit) {

    /** What assets are sorted by. */
    public enum Order {
        TITLE(Comparator.comparing(asset -> CataloguedAsset.fold(asset.title()))),
        MODIFIED(Comparator.comparing(asset -> asset.asset().lastModified())),
        SIZE(Comparator.comparing(asset -> asset.asset().size())),
        FORMAT(Comparator.comparing(asset -> asset.asset().mimeType()));

        final Comparator<CataloguedAsset> comparator;

        Order(Comparator<CataloguedAsset> comparator) {
            this.comparator = comparator.thenComparing(asset -> asset.asset().path());
        }
    }

    public AssetQuery {
        wanted = wanted.isEmpty() ? Map.of() : new EnumMap<>(wanted);
        if (folder != null) {
            Assets.folder(folder);
        }
    }

    /** @param sort {@code title}, {@code -modified}: with a minus from the greatest to the least */
    public static AssetQuery of(
            String text,
            @Nullable String folder,
            boolean below,
            boolean trash,
            Map<AssetFacet, Set<String>> wanted,
            String sort,
            int offset,
            int limit) {
        var name = sort.startsWith("-") ? sort.substring(1) : sort;
        var order = Arrays.stream(Order.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknownOrder(name));
        return new AssetQuery(text, folder, below, trash, wanted, order, sort.startsWith("-"), offset, limit);
    }

    private static PlatformException unknownOrder(String name) {
        var message = "is `%s`; assets are sorted by %s"
                .formatted(
                        name,
                        Arrays.stream(Order.values())
                                .map(order -> order.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
        return new PlatformException(
                ErrorCode.BAD_REQUEST, "sort " + message, List.of(new FieldError("sort", "unknown", message)));
    }

    Comparator<CataloguedAsset> comparator() {
        return descending ? order.comparator.reversed() : order.comparator;
    }

    List<String> words() {
        return Arrays.stream(CataloguedAsset.fold(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the asset lies where it is looked for, whatever it is. */
    boolean isAround(CataloguedAsset asset) {
        return asset.isTrash() == trash && (folder == null || asset.isIn(folder, below));
    }

    boolean hasOneOf(CataloguedAsset asset, AssetFacet facet) {
        var values = wanted.get(facet);
        return values == null
                || asset.facets().getOrDefault(facet, Set.of()).stream().anyMatch(values::contains);
    }
}
