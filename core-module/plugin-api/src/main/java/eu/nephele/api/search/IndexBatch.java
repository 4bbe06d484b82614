package eu.nephele.api.search;

import java.util.List;

/**
 * Changes to one index, applied together.
 *
 * @param deletions with the revision of the deletion: a document of a higher revision stays
 * @param position the place in the change log up to which the index is then complete
 */
public record IndexBatch(List<IndexDocument> documents, List<Deletion> deletions, long position) {

    public record Deletion(String id, long revision) {}

    public IndexBatch {
        documents = List.copyOf(documents);
        deletions = List.copyOf(deletions);
    }
}
