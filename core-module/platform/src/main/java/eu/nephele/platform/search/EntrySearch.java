package eu.nephele.platform.search;

import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import java.util.function.Supplier;

/** Answers questions about entries from the index. */
public final class EntrySearch {

    private final SearchEngine engine;
    private final Supplier<Definitions> definitions;

    public EntrySearch(SearchEngine engine, Supplier<Definitions> definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /**
     * @throws eu.nephele.api.failure.PlatformException INVALID_QUERY with the parameters and the allowed ones; SEARCH_UNAVAILABLE
     */
    public EntryPage search(EntryQuery query) {
        throw new UnsupportedOperationException("being built");
    }
}
