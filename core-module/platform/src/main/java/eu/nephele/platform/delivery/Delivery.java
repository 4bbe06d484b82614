package eu.nephele.platform.delivery;

import eu.nephele.api.content.Change;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.EntrySearch;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers what readers ask of the endpoints, as an anonymous reader of what is live. Follows the change log: hand
 * {@link #apply} to the feed, from the repository's last revision on.
 */
public final class Delivery {

    public Delivery(
            Supplier<Definitions> definitions,
            ContentRepository repository,
            EntrySearch search,
            DeliverySettings settings) {}

    /** Whether the path (below {@code /.rest/}, decoded) is an endpoint's or lies below one. */
    public boolean serves(String path) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * @throws eu.nephele.api.failure.PlatformException PATH_NOT_FOUND with the path as message; INVALID_QUERY, INVALID_VALUE and BAD_REQUEST with
     *     the parameters and what is allowed; TOO_LARGE; SEARCH_UNAVAILABLE
     */
    public DeliveryAnswer answer(DeliveryRequest request) {
        throw new UnsupportedOperationException("being built");
    }

    /** The list of endpoints: name, path, content type, facets. */
    public DeliveryAnswer endpoints() {
        throw new UnsupportedOperationException("being built");
    }

    /** All endpoints in OpenAPI 3.1. */
    public DeliveryAnswer openApi() {
        throw new UnsupportedOperationException("being built");
    }

    /** Drops what the changed entries were part of. When it returns, no later answer shows their former state. */
    public void apply(List<Change> changes) {}
}
