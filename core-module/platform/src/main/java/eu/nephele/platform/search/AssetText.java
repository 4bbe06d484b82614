package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import java.util.List;

/** What is written in documents (PDF, text, office files) that entries have as assets. */
@FunctionalInterface
public interface AssetText {

    AssetText NONE = (perspective, asset) -> List.of();

    /**
     * The pages of a document, at the index one less than their number; empty for what has no text or is not there.
     *
     * @param asset as properties hold it: {@code jcr:} and an id
     */
    List<String> pages(Perspective perspective, String asset);
}
