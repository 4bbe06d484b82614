package eu.nephele.platform.media;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All assets that somebody may read: searched, narrowed, counted and sorted. */
public final class AssetLibrary {

    /**
     * An asset as a list shows it.
     *
     * @param isLive whether readers can get it
     * @param missing see {@link AssetFacet#MISSING}
     */
    public record Row(
            Asset asset,
            String title,
            AssetKind kind,
            boolean isTrash,
            boolean isLive,
            AssetMetadata.Extraction extraction,
            Set<String> missing) {}

    /** How many assets have a value; of a facet that is narrowed, as if it were not. */
    public record Count(String value, long count) {}

    public record Page(long total, List<Row> rows, Map<AssetFacet, List<Count>> facets) {}

    private final ContentRepository repository;
    private final AssetCatalogue catalogue;

    public AssetLibrary(ContentRepository repository) {
        this.repository = repository;
        this.catalogue = new AssetCatalogue(repository);
    }

    public Page find(Actor actor, AssetQuery query) {
        var words = query.words();
        var found = new ArrayList<CataloguedAsset>();
        var counts = new EnumMap<AssetFacet, Map<String, Long>>(AssetFacet.class);
        for (var facet : AssetFacet.values()) {
            counts.put(facet, new TreeMap<>());
        }
        for (var asset : catalogue.all()) {
            if (!query.isAround(asset)
                    || !words.stream().allMatch(asset.words()::contains)
                    || !actor.may(Action.READ, asset.subject())) {
                continue;
            }
            var failing = Arrays.stream(AssetFacet.values())
                    .filter(facet -> !query.hasOneOf(asset, facet))
                    .toList();
            if (failing.isEmpty()) {
                found.add(asset);
            }
            for (var facet : AssetFacet.values()) {
                if (failing.isEmpty() || failing.equals(List.of(facet))) {
                    asset.facets().get(facet).forEach(value -> counts.get(facet).merge(value, 1L, Long::sum));
                }
            }
        }
        found.sort(query.comparator());
        var page = found.stream().skip(query.offset()).limit(query.limit()).toList();
        var facets = new EnumMap<AssetFacet, List<Count>>(AssetFacet.class);
        counts.forEach((facet, values) -> facets.put(facet, sorted(values)));
        return new Page(found.size(), rows(actor, page), facets);
    }

    /** How many assets lie directly in each folder, outside of the trash. */
    Map<String, Long> countByFolder(Actor actor) {
        return catalogue.all().stream()
                .filter(asset -> !asset.isTrash() && actor.may(Action.READ, asset.subject()))
                .collect(Collectors.groupingBy(asset -> asset.at().parent().path(), Collectors.counting()));
    }

    private List<Row> rows(Actor actor, List<CataloguedAsset> page) {
        return repository.read(
                actor,
                reader -> page.stream()
                        .map(asset -> new Row(
                                asset.asset(),
                                asset.title(),
                                AssetKind.of(asset.asset().mimeType()),
                                asset.isTrash(),
                                reader.locate(Perspective.LIVE, asset.asset().id())
                                        .isPresent(),
                                asset.extraction(),
                                asset.facets().get(AssetFacet.MISSING)))
                        .toList());
    }

    private static List<Count> sorted(Map<String, Long> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(value -> new Count(value.getKey(), value.getValue()))
                .toList();
    }
}
