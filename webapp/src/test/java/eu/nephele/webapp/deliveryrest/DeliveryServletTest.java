package eu.nephele.webapp.deliveryrest;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.TestingDelivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryServletTest {

    private static final String BOAT = "/.rest/delivery/boats/swift";

    private final TestingDelivery content = new TestingDelivery();
    private TestingServer server;
    private ContentNode swift;

    @BeforeAll
    void start() throws Exception {
        server = new TestingServer(new DeliveryServlet(content.delivery, content.definitions::get));
        var story = "<p>Fast.</p>".repeat(200);
        swift = content.publish(
                "boats", "/swift", node("t:boat", Map.of("title", "Swift", "title_de", "Segler", "blurb", story)));
        content.publish("boats", "/Čoln", node("t:boat", Map.of("title", "Čoln")));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        content.close();
    }

    @Test
    void anEntryIsJsonWithEverythingThatCachesNeed() throws Exception {
        var answer = server.get(BOAT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("ETag")).matches("\"[\\w-]{16}\"");
        assertThat(answer.header("Cache-Control"))
                .isEqualTo("public, max-age=60, s-maxage=300, stale-while-revalidate=30");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding, Accept-Language, Origin");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Surrogate-Key")).isEqualTo("entry-" + swift.id() + " type-boat");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).startsWith("{\"@name\":\"swift\"");
    }

    @Test
    void theLanguageIsChosenByParameterOrByHeader() throws Exception {
        var byHeader = server.get(BOAT, "Accept-Language", "fr, de-CH;q=0.8");
        assertThat(byHeader.text()).contains("Segler");
        assertThat(byHeader.header("Content-Language")).isEqualTo("de");
        var byParameter = server.get(BOAT + "?lang=de", "Accept-Language", "en");
        assertThat(byParameter.text()).contains("Segler");
        assertThat(byParameter.header("Vary")).isEqualTo("Accept-Encoding, Origin");
    }

    @Test
    void severalLinesOfAHeaderAreOneList() throws Exception {
        assertThat(server.get(BOAT, "Accept-Language", "fr", "Accept-Language", "de;q=0.9")
                        .text())
                .contains("Segler");
        assertThat(server.get(BOAT, "Accept-Encoding", "br", "Accept-Encoding", "GZip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(server.get(BOAT, "Accept-Encoding", "GZIP;q=0, xgzip").header("Content-Encoding"))
                .isNull();
        var tag = server.get(BOAT).header("ETag");
        assertThat(server.get(BOAT, "If-None-Match", "\"other\"", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theListOfEndpointsAndTheDescriptionTakeNoParameters() throws Exception {
        assertError(server.get("/.rest/delivery?contry=IT"), 400, "badRequest", "Unknown parameter `contry`");
        assertError(server.get("/.rest/openapi.json?format=yaml"), 400, "badRequest", "Unknown parameter `format`");
        assertThat(server.get("/.rest/delivery?mgnlPreview=true&lang=de").status())
                .isEqualTo(200);
    }

    @Test
    void aKnownAnswerIsNotSentAgain() throws Exception {
        var tag = server.get(BOAT).header("ETag");

        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*", tag.replaceFirst("\"$", "-gzip\""))) {
            var answer = server.get(BOAT, "If-None-Match", known);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Cache-Control")).startsWith("public");
            assertThat(answer.header("Vary")).startsWith("Accept-Encoding");
        }
        assertThat(server.get(BOAT, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void whatIsLargeIsCompressedForWhoCanReadIt() throws Exception {
        var plain = server.get(BOAT);
        var compressed = server.get(BOAT, "Accept-Encoding", "br, gzip");

        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.header("ETag")).endsWith("-gzip\"");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(unzipped(compressed.body())).isEqualTo(plain.text());
        assertThat(server.get(BOAT, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
                .isNull();
        assertThat(server.get("/.rest/delivery/boats/%C4%8Coln", "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void theHeadOfAnAnswerHasItsHeadersAlone() throws Exception {
        var head = server.send("HEAD", BOAT);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(server.get(BOAT).header("ETag"));
        assertThat(head.header("Content-Length"))
                .isEqualTo("" + server.get(BOAT).body().length);
        assertThat(server.send("HEAD", "/.rest/delivery/boats/nothing").status())
                .isEqualTo(404);
    }

    @Test
    void filtersMayComeEncodedOrAsTheyAre() throws Exception {
        for (var query : List.of("country[eq]=IT|RS", "country%5Beq%5D=IT%7CRS", "country%5beq%5d=IT|RS")) {
            content.queries.clear();
            assertThat(server.get("/.rest/delivery/boats?" + query).status()).isEqualTo(200);
            assertThat(content.queries.getFirst().filters().getFirst().values()).containsExactly("IT", "RS");
        }
        content.queries.clear();
        server.get("/.rest/delivery/boats?q=%C4%8Coln+na+Bledu&&lang=de&");
        assertThat(content.queries.getFirst().text()).isEqualTo("Čoln na Bledu");
    }

    @Test
    void errorsHaveMagnoliasForm() throws Exception {
        assertError(server.get("/.rest/delivery/boats/nothing"), 404, "pathNotFound", "/nothing");
        assertError(server.get("/.rest/delivery/nothing"), 404, "pathNotFound", "/delivery/nothing");
        assertError(server.get("/.rest/delivery/boats?limit=99"), 400, "invalidValueFormat", "`limit` is `99`");
        assertError(server.get("/.rest/delivery/boats?contry=IT"), 400, "badRequest", "did you mean `country`?");
        assertError(server.get("/.rest/delivery/boats?country[x]=IT"), 400, "invalidQuery", "Unknown operator `x`");
        assertError(server.get("/.rest/delivery/boats?q=%ZZ"), 400, "badRequest", "not percent-encoded UTF-8");
        assertError(server.get("/.rest/delivery/boats?q=%C3"), 400, "badRequest", "not percent-encoded UTF-8");
        assertError(server.send("POST", BOAT), 405, "methodNotAllowed", "GET, HEAD, OPTIONS");
        assertError(server.send("DELETE", BOAT), 405, "methodNotAllowed", "GET, HEAD, OPTIONS");
        assertError(server.get(BOAT, "Accept", "application/json;q=0"), 406, "notAcceptable", "application/json");
        assertThat(server.get(BOAT, "Accept", "text/html").status()).isEqualTo(200);
        assertThat(server.get("/.rest/delivery/boats/nothing").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void whatIsOurFaultIsToldWithoutItsCause() throws Exception {
        content.fails = new IllegalStateException("secret");
        assertError(server.get("/.rest/delivery/boats"), 500, "unknown", "Something went wrong");
        assertThat(server.get("/.rest/delivery/boats").text()).doesNotContain("secret", "Exception");
        content.fails = new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, "https://search:9200 does not answer");
        var answer = server.get("/.rest/delivery/boats");
        assertError(answer, 503, "unavailable", "try again");
        assertThat(answer.text())
                .as("visitors are not told where the engine is")
                .doesNotContain("search:9200");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        content.fails = new PlatformException(ErrorCode.NOT_SHOWN_YET, "The change of revision 7 is not shown yet");
        var early = server.get("/.rest/delivery/boats");
        assertError(early, 503, "unavailable", "revision 7 is not shown yet");
        assertThat(early.header("Retry-After")).isEqualTo("2");
        content.fails = null;
        assertThat(server.get(BOAT).status()).isEqualTo(200);
    }

    @Test
    void pagesOfAllowedOriginsMayRead() throws Exception {
        var allowed = server.get(BOAT, "Origin", "https://site.example");
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://site.example");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isNull();
        var other = server.get(BOAT, "Origin", "https://site.example.evil");
        assertThat(other.header("Access-Control-Allow-Origin")).isNull();
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Vary")).contains("Origin");
        assertThat(server.get("/.rest/delivery/boats/nothing", "Origin", "https://site.example")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://site.example");
    }

    @Test
    void browsersMayAskFirst() throws Exception {
        var preflight =
                server.send("OPTIONS", BOAT, "Origin", "https://site.example", "Access-Control-Request-Method", "GET");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://site.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("Accept, If-None-Match");
        assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("600");
        var refused =
                server.send("OPTIONS", BOAT, "Origin", "https://evil.example", "Access-Control-Request-Method", "GET");
        assertThat(refused.header("Access-Control-Allow-Methods")).isNull();
        assertThat(server.send("OPTIONS", BOAT).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.rest/delivery//boats/swift",
                "/.rest//delivery/boats/swift",
                "//.rest/delivery/boats/swift",
                "/.rest/delivery/boats//swift",
                "/.rest/delivery/boats/./swift",
                "/.rest/delivery/boats/x/../swift",
                "/.rest/delivery/yards/../boats/swift",
                "/.rest/delivery/boats/%2e/swift",
                "/.rest/delivery/boats/x/%2e%2e/swift",
                "/.rest/delivery/boats/x/%2E./swift",
                "/.rest/delivery/boats/%252e%252e/boats/swift",
                "/.rest/delivery/boats;x/swift",
                "/.rest/delivery/boats/swift;x=1",
                "/.rest/delivery/boats/swift%3bx",
                "/.rest;/delivery/boats/swift",
                "/%2erest/delivery/boats/swift",
                "/.rest/delivery/boats%2fswift",
                "/.rest/delivery/boats%5cswift",
                "/.rest/delivery/boats/x%5c..%5cswift",
                "/.rest/delivery/boats/%c0%ae%c0%ae/swift",
                "/.rest/delivery/boats/swift%00",
                "/.rest/delivery/boats/swift%0a",
                "/.rest/delivery/boats/swift.json",
                "/.rest/delivery/boats/Swift",
                "/.rest/delivery/BOATS/swift",
                "/.rest/delivery/boats/swift%20",
                "/.rest/delivery/boats/swift/",
                "/.rest/delivery/boats/swift//",
                "/.rest/delivery/boats/%ef%bd%93wift",
                "/.rest/delivery/boats/*",
                "/.rest/delivery/boats/[1]",
                "/.rest/delivery/boats/%zz",
            })
    void aHostilePathNeverLeadsToAnotherAnswer(String path) throws Exception {
        var answer = server.raw(path);

        if (path.endsWith("swift/")) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.text()).doesNotContain("@name", "Exception");
        }
    }

    @Test
    void theEndpointsAreListed() throws Exception {
        assertThat(server.get("/.rest/delivery").text()).startsWith("{\"endpoints\":[");
        assertThat(server.get("/.rest/delivery/").status()).isEqualTo(200);
    }

    private static void assertError(TestingServer.Answer answer, int status, String code, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text())
                .startsWith("{\"error\":{\"code\":\"" + code + "\",\"message\":\"")
                .contains(message);
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
