package eu.nephele.platform.search;

/** Answers questions about entries from the index. */
public final class EntrySearch {

    /**
     * @throws eu.nephele.api.failure.PlatformException INVALID_QUERY with the parameters and the allowed ones; SEARCH_UNAVAILABLE
     */
    public EntryPage search(EntryQuery query) {
        throw new UnsupportedOperationException("being built");
    }
}
