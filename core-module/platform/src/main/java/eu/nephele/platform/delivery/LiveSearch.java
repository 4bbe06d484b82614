package eu.nephele.platform.delivery;

import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import java.util.List;

/** What delivery asks of search. */
interface LiveSearch {

    EntryPage search(EntryQuery query);

    /** What the text of a question that finds nothing may have been meant to be. */
    List<String> respellings(EntryQuery query);
}
