package eu.nephele.platform.media;

import eu.nephele.api.content.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An asset as editors see it.
 *
 * @param properties what editors say of it, by stored name: {@code title}, {@code alt_sl}, {@code licence}
 * @param isLive whether readers can get it
 */
public record AssetDetails(Asset asset, AssetMetadata metadata, Map<String, Value> properties, boolean isLive) {

    public AssetDetails {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
