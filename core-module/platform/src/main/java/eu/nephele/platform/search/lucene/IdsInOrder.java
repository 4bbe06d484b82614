package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.SearchEngine.IdAndRevision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;

/** Goes through the documents of a reader by rising id. */
final class IdsInOrder {

    private IdsInOrder() {}

    static List<IdAndRevision> after(IndexReader reader, String afterId, int limit) throws IOException {
        var found = new ArrayList<IdAndRevision>();
        var terms = MultiTerms.getTerms(reader, StoredFields.ID);
        if (terms == null) {
            return found;
        }
        var revisions = new RevisionLookup(reader);
        var ids = terms.iterator();
        var after = new BytesRef(afterId);
        var status = ids.seekCeil(after);
        var term = status == SeekStatus.END ? null : status == SeekStatus.FOUND ? ids.next() : ids.term();
        while (term != null && found.size() < limit) {
            var id = term.utf8ToString();
            var revision = revisions.revision(id);
            if (revision != RevisionLookup.NONE) {
                found.add(new IdAndRevision(id, revision));
            }
            term = ids.next();
        }
        return found;
    }
}
