package eu.nephele.platform.publishing;

import eu.nephele.api.failure.FieldError;
import java.util.List;
import java.util.Map;

/**
 * What became live, or was taken away, together.
 *
 * @param entries in the order of publication, the one asked for last
 * @param refused per entry id why it was left out; empty unless each was published for itself
 * @param warnings per entry id what could be better, such as a film without captions
 */
public record Publication(
        List<PublishedEntry> entries, Map<String, List<FieldError>> refused, Map<String, List<FieldError>> warnings) {

    /** @param revision the draft's, which the next save must name; of a published deletion, that of the removal */
    public record PublishedEntry(String id, String contentType, String path, long revision) {}

    public Publication {
        entries = List.copyOf(entries);
        refused = Map.copyOf(refused);
        warnings = Map.copyOf(warnings);
    }
}
