package eu.nephele.webapp.app;

import eu.nephele.webapp.http.LocalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code index verify [--repair]}: asks the server that runs on the data folder; 1 when an index differs and was not repaired. */
final class IndexCommand {

    private static final JsonMapper JSON = JsonMapper.shared();

    private IndexCommand() {}

    static int run(String[] arguments) {
        try {
            var settings = ImportArguments.settingsOf(arguments);
            var server = ServerFile.running(settings.dataFolder())
                    .orElseThrow(() -> new IOException(
                            "no server runs on %s; start it with ./nephele run".formatted(settings.dataFolder())));
            var repair = Arrays.asList(arguments).contains("--repair");
            return tell(ask(server, repair), repair);
        } catch (IOException failure) {
            System.err.println("nephele: " + failure.getMessage());
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static JsonNode ask(ServerFile server, boolean repair) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/.rest/ops/index/verify?repair=%s".formatted(server.port(), repair));
        var credentials = (LocalToken.NAME + ":" + server.token()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .POST(BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IOException(answer.path("detail").asString("the server refused"));
            }
            return answer;
        }
    }

    private static int tell(JsonNode answer, boolean repair) {
        System.out.printf(
                "%-28s %-6s %10s %10s %8s %8s %8s%n",
                "content type", "", "repository", "index", "missing", "outdated", "surplus");
        for (var index : answer.path("indexes")) {
            System.out.printf(
                    "%-28s %-6s %10d %10d %8d %8d %8d  %s%n",
                    index.path("contentType").asString(),
                    index.path("perspective").asString().toLowerCase(java.util.Locale.ROOT),
                    index.path("inRepository").asLong(),
                    index.path("inIndex").asLong(),
                    index.path("missing").asLong(),
                    index.path("outdated").asLong(),
                    index.path("surplus").asLong(),
                    index.path("outcome").asString().toLowerCase(java.util.Locale.ROOT));
            var examples = List.copyOf(index.path("examples").values());
            examples.forEach(id -> System.out.println("    " + id.asString()));
        }
        var whole = answer.path("whole").asBoolean();
        System.out.println(
                whole ? "The index is whole." : "The index differs from the repository; --repair puts it right.");
        return whole || repair ? 0 : 1;
    }
}
