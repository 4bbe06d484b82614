package eu.nephele.platform.authoring;

import java.util.List;

/**
 * What a deed answers: where the entry is now, and the revision that the next save must name.
 *
 * @param cleaned the rich texts of which something was taken out
 */
public record SavedEntry(String id, String contentType, String path, long revision, List<CleanedText> cleaned) {

    public SavedEntry {
        cleaned = List.copyOf(cleaned);
    }

    public SavedEntry(String id, String contentType, String path, long revision) {
        this(id, contentType, path, revision, List.of());
    }

    SavedEntry with(List<CleanedText> texts) {
        return new SavedEntry(id, contentType, path, revision, texts);
    }
}
