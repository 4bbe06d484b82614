package eu.nephele.webapp.app;

import eu.nephele.platform.search.analysis.Dictionaries;
import eu.nephele.platform.search.elasticsearch.ElasticsearchSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param engine embedded, with its index in the data folder, or a cluster that any number of nodes share
 * @param hunspell a folder of dictionaries, {@code <locale>.aff} and {@code .dic}; empty for none
 */
record SearchSettings(
        @DefaultValue("lucene") Engine engine,
        @DefaultValue("") String hunspell,
        @DefaultValue Elasticsearch elasticsearch) {

    enum Engine {
        LUCENE,
        ELASTICSEARCH
    }

    /**
     * @param uris of nodes of one cluster
     * @param apiKey encoded; instead of user and password
     * @param caCertificate file in PEM; empty trusts the authorities that the JDK trusts
     * @param indexPrefix of the names of all indexes
     * @param timeout of one search
     * @param developmentServer the folder of a server to start where no URI is given; the launcher fills it in
     */
    record Elasticsearch(
            @DefaultValue List<String> uris,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String caCertificate,
            @DefaultValue("nephele") String indexPrefix,
            @DefaultValue("1500ms") Duration timeout,
            @DefaultValue("") String developmentServer) {

        private static final String KEY = "nephele.search.elasticsearch.";
        private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
        private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

        Elasticsearch {
            uris = uris.stream()
                    .map(String::strip)
                    .filter(uri -> !uri.isEmpty())
                    .toList();
            uris.forEach(Elasticsearch::uri);
            if (!apiKey.isBlank() && !user.isBlank()) {
                throw new IllegalArgumentException(KEY + "api-key and " + KEY + "user exclude each other");
            }
            if (user.isBlank() != password.isBlank()) {
                throw new IllegalArgumentException(
                        "%suser and %spassword are given together or not at all".formatted(KEY, KEY));
            }
            if (!PREFIX.matcher(indexPrefix).matches()) {
                throw new IllegalArgumentException(
                        "%sindex-prefix must be 1 to 40 small letters, digits, - and _, beginning with a letter or digit, not `%s`"
                                .formatted(KEY, indexPrefix));
            }
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new IllegalArgumentException(KEY + "timeout must lie between 1ms and 30s");
            }
            if (!caCertificate.isBlank() && !Files.isReadable(Path.of(caCertificate))) {
                throw new IllegalArgumentException(
                        "%sca-certificate: there is no readable file %s".formatted(KEY, caCertificate));
            }
        }

        private static URI uri(String text) {
            try {
                var uri = new URI(text);
                if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                    return uri;
                }
            } catch (URISyntaxException malformed) {
                // Told below.
            }
            throw new IllegalArgumentException(
                    "%suris: `%s` is no address such as https://search.example.org:9200".formatted(KEY, text));
        }

        ElasticsearchSettings at(List<URI> cluster) {
            return new ElasticsearchSettings(
                    cluster,
                    filled(apiKey),
                    filled(user),
                    filled(password),
                    caCertificate.isBlank() ? null : Path.of(caCertificate),
                    indexPrefix,
                    timeout);
        }

        List<URI> addresses() {
            return uris.stream().map(Elasticsearch::uri).toList();
        }

        private static @Nullable String filled(String text) {
            return text.isBlank() ? null : text;
        }

        @Override
        public String toString() {
            return "Elasticsearch[%s, %s]".formatted(uris, indexPrefix);
        }
    }

    SearchSettings {
        if (engine == Engine.ELASTICSEARCH
                && elasticsearch.uris().isEmpty()
                && elasticsearch.developmentServer().isBlank()) {
            throw new IllegalArgumentException(
                    "nephele.search.elasticsearch.uris must name the cluster; for a server to try with, start with --search elasticsearch");
        }
    }

    /** Refuses what is no dictionary. */
    Dictionaries dictionaries() {
        return hunspell.isBlank() ? Dictionaries.NONE : Dictionaries.in(Path.of(hunspell));
    }
}
