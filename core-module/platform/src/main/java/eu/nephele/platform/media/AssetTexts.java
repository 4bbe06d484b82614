package eu.nephele.platform.media;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.repository.ContentReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What search asks of assets: what is known of them, and the text of documents, page by page. It lies in the child {@code extracted/text} of the asset, property {@code pages}: far enough down that nobody reads it
 * who reads the asset.
 */
public final class AssetTexts {

    private AssetTexts() {}

    /** The pages in order, at the index one less than their number; empty for what has no text, or is not there for the reader's actor. */
    public static List<String> pages(ContentReader reader, Perspective perspective, String key) {
        var id = key.startsWith("jcr:") ? key.substring(4) : key;
        return reader.locate(perspective, id)
                .flatMap(at -> reader.node(at.child(AssetNodes.EXTRACTED).child(AssetNodes.TEXT), 0))
                .map(text -> text.value(AssetNodes.PAGES))
                .map(pages -> pages.each().stream().map(Value::asText).toList())
                .orElse(List.of());
    }

    /** What is known of a file: its metadata, and {@code format} (the media type), {@code size} in bytes and {@code licence}. */
    public static Map<String, Value> facts(ContentReader reader, Perspective perspective, String key) {
        return Assets.locate(reader, perspective, key)
                .map(node -> {
                    var asset = AssetNodes.asset(node);
                    var facts = new HashMap<>(AssetNodes.metadata(node).values());
                    facts.put("format", Value.of(asset.mimeType()));
                    facts.put("size", Value.of(asset.size()));
                    var licence = node.value(AssetProperty.LICENCE.key());
                    if (licence != null) {
                        facts.put("licence", licence);
                    }
                    return (Map<String, Value>) facts;
                })
                .orElse(Map.of());
    }
}
