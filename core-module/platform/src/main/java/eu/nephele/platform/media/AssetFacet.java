package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the library is narrowed by, and counted. */
public enum AssetFacet {
    KIND,
    /** The type of the file: {@code image/png}. */
    FORMAT,
    ORIENTATION,
    LICENCE,
    /** Of a document. */
    LANGUAGE,
    /** Whose it is. */
    ORGANISATION,
    /** What is still to be said of it: {@code alt} of a picture, {@code licence}, {@code creator}. */
    MISSING;

    private static final String OWNER = "nph:organisation";

    /** As it is written: {@code orientation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AssetFacet> of(String key) {
        return Arrays.stream(values()).filter(facet -> facet.key().equals(key)).findFirst();
    }

    /** @param node with its children */
    static Map<AssetFacet, Set<String>> of(ContentNode node, Asset asset) {
        var known = AssetNodes.metadata(node).values();
        var values = new EnumMap<AssetFacet, Set<String>>(AssetFacet.class);
        for (var facet : values()) {
            values.put(
                    facet,
                    switch (facet) {
                        case KIND -> Set.of(AssetKind.of(asset.mimeType()).code());
                        case FORMAT -> Set.of(asset.mimeType());
                        case ORIENTATION -> texts(known.get("orientation"));
                        case LANGUAGE -> texts(known.get("language"));
                        case LICENCE -> texts(node.value(AssetProperty.LICENCE.key()));
                        case ORGANISATION -> texts(node.value(OWNER));
                        case MISSING -> missing(node, asset);
                    });
        }
        return values;
    }

    private static Set<String> missing(ContentNode node, Asset asset) {
        var wanted = AssetKind.of(asset.mimeType()) == AssetKind.IMAGE
                ? Stream.of(AssetProperty.ALT, AssetProperty.LICENCE, AssetProperty.CREATOR)
                : Stream.of(AssetProperty.LICENCE, AssetProperty.CREATOR);
        return wanted.map(AssetProperty::key)
                .filter(key -> node.value(key) == null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(@Nullable Value value) {
        return value == null
                ? Set.of()
                : value.each().stream().map(Value::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
