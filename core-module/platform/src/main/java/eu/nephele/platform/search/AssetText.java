package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import java.util.List;
import java.util.Map;

/** What is written in documents (PDF, text, office files) that entries have as assets, and what is known of all files. */
@FunctionalInterface
public interface AssetText {

    AssetText NONE = (perspective, asset) -> List.of();

    /**
     * The pages of a document, at the index one less than their number; empty for what has no text or is not there.
     *
     * @param asset as properties hold it: {@code jcr:} and an id
     */
    List<String> pages(Perspective perspective, String asset);

    /** What is known of a file, under the names of {@link eu.nephele.api.contenttype.Property#inFile}; empty for one that is not there. */
    default Map<String, Value> facts(Perspective perspective, String asset) {
        return Map.of();
    }
}
