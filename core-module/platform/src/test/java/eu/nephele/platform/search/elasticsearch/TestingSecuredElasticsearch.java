package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Elasticsearch server with its own security: TLS, users and API keys. Made for one class of tests. */
final class TestingSecuredElasticsearch implements AutoCloseable {

    private static final String OPERATOR = "operator";
    private static final String PASSWORD = "of-the-operator";
    private static final int ROUNDS = 1_000;

    private final DevelopmentServer server;
    private final HttpClient client;

    /** @param authority that signs its certificate */
    TestingSecuredElasticsearch(Path data, TestingAuthority authority) throws Exception {
        var config = Files.createDirectories(data.resolve("config"));
        authority.writeIdentity("ip:127.0.0.1", config.resolve("http.crt"), config.resolve("http.key"));
        Files.writeString(config.resolve("elasticsearch.yml"), """
                xpack.security.enabled: true
                xpack.security.authc.password_hashing.algorithm: pbkdf2_1000
                xpack.security.http.ssl.enabled: true
                xpack.security.http.ssl.certificate: http.crt
                xpack.security.http.ssl.key: http.key
                """);
        Files.writeString(config.resolve("users"), "%s:%s%n".formatted(OPERATOR, hash(PASSWORD)));
        Files.writeString(config.resolve("users_roles"), "superuser:%s%n".formatted(OPERATOR));
        server = DevelopmentServer.start(TestingElasticsearch.home(), data);
        client = HttpClient.newBuilder().sslContext(authority.trust()).build();
    }

    private static String hash(String password) throws GeneralSecurityException {
        var salt = "salt of 32 bytes, as it has to be".substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
                .getEncoded();
        var base64 = Base64.getEncoder();
        return "{PBKDF2}%d$%s$%s".formatted(ROUNDS, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + server.uri().getPort());
    }

    /** As docs/operations.md asks for: everything on indices of these names, and nothing else. */
    String newApiKey(String... indices) throws Exception {
        return ask(
                        "POST",
                        "/_security/api_key",
                        "{\"name\":\"nephele\",\"role_descriptors\":{\"nephele\":%s}}".formatted(privileges(indices)))
                .get("encoded")
                .asString();
    }

    void putUser(String name, String password, String... indices) throws Exception {
        ask("PUT", "/_security/role/" + name, privileges(indices));
        ask("PUT", "/_security/user/" + name, "{\"password\":\"%s\",\"roles\":[\"%s\"]}".formatted(password, name));
    }

    private static String privileges(String... indices) {
        return "{\"indices\":[{\"names\":[\"%s\"],\"privileges\":[\"all\"]}]}".formatted(String.join("\",\"", indices));
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((OPERATOR + ":" + PASSWORD).getBytes());
        var request = HttpRequest.newBuilder(uri().resolve(path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
