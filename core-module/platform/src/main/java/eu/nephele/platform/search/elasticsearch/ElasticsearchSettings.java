package eu.nephele.platform.search.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster, as whom, and how long to wait for it.
 *
 * @param uris of nodes of one cluster, or of what stands before it; at least one
 * @param apiKey encoded, as Elasticsearch hands it out; instead of a user
 * @param caCertificate in PEM, of the authority that signed the cluster's certificate; null trusts those the JDK trusts
 * @param indexPrefix of all indexes; two installations on one cluster need different ones
 * @param searchTimeout after which a search is given up
 */
public record ElasticsearchSettings(
        List<URI> uris,
        @Nullable String apiKey,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path caCertificate,
        String indexPrefix,
        Duration searchTimeout) {

    public static final Duration DEFAULT_SEARCH_TIMEOUT = Duration.ofMillis(1_500);

    public ElasticsearchSettings {
        uris = List.copyOf(uris);
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("At least one URI of the cluster is needed");
        }
    }

    /** A cluster without security. */
    public static ElasticsearchSettings of(URI uri, String indexPrefix) {
        return new ElasticsearchSettings(List.of(uri), null, null, null, null, indexPrefix, DEFAULT_SEARCH_TIMEOUT);
    }

    @Override
    public String toString() {
        return "ElasticsearchSettings[%s, %s]".formatted(uris, indexPrefix);
    }
}
