package eu.nephele.platform.media;

import eu.nephele.api.content.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset as editors see it.
 *
 * @param properties what editors say of it, by stored name: {@code title}, {@code alt_sl}, {@code licence}
 * @param isLive whether readers can get it
 * @param scanNote why a virus scan holds it back, in words for an editor
 */
public record AssetDetails(
        Asset asset,
        AssetMetadata metadata,
        Map<String, Value> properties,
        boolean isLive,
        @Nullable String scanNote) {

    public AssetDetails {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
