package eu.nephele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The question of {@link SearchDocuments#request} as somebody would write it for Elasticsearch, sent as it is. */
final class BareElasticsearch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI search;

    BareElasticsearch(URI server) {
        this.search = server.resolve("/bench-champion-live/_search");
    }

    long ask(int number) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(search)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body(number))))
                .build();
        var answer = JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        return answer.at("/hits/total/value").asLong();
    }

    private static Map<String, Object> body(int number) {
        var first = chosen(0, number);
        var second = chosen(1, number);
        var rest = new LinkedHashMap<String, Object>();
        for (var facet = 2; facet < SearchDocuments.FACETS; facet++) {
            rest.put("f" + facet, terms(facet));
        }
        return Map.of(
                "query", Map.of("term", Map.of("tokens:text", SearchDocuments.queried(number))),
                "post_filter", Map.of("bool", Map.of("filter", List.of(first, second))),
                "size", SearchDocuments.HITS,
                "_source", false,
                "track_total_hits", true,
                "sort", List.of("_score", Map.of("id", "asc")),
                "aggs",
                        Map.of(
                                "a", Map.of("filter", second, "aggs", Map.of("f0", terms(0))),
                                "b", Map.of("filter", first, "aggs", Map.of("f1", terms(1))),
                                "c",
                                        Map.of(
                                                "filter",
                                                Map.of("bool", Map.of("filter", List.of(first, second))),
                                                "aggs",
                                                rest)));
    }

    private static Map<String, Object> chosen(int facet, int number) {
        return Map.of("terms", Map.of(field(facet), SearchDocuments.chosenValues(number)));
    }

    private static Map<String, Object> terms(int facet) {
        return Map.of("terms", Map.of("field", field(facet), "size", SearchDocuments.BUCKETS));
    }

    private static String field(int facet) {
        return "keyword:" + SearchDocuments.facet(facet);
    }

    @Override
    public void close() {
        client.close();
    }
}
