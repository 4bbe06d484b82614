package eu.nephele.webapp.editorui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorServletTest {

    private static final Tomcat TOMCAT = new Tomcat();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        TOMCAT.setBaseDir(Files.createTempDirectory("nephele-editor").toString());
        TOMCAT.setPort(0);
        TOMCAT.getConnector().setProperty("address", "127.0.0.1");
        var context = TOMCAT.addContext("", null);
        Tomcat.addServlet(context, "built", new EditorServlet(new EditorFiles("/eu/nephele/webapp/editorui")));
        Tomcat.addServlet(context, "unbuilt", new EditorServlet(new EditorFiles("/nothing-here")));
        context.addServletMappingDecoded("/admin/*", "built");
        context.addServletMappingDecoded("/unbuilt/*", "unbuilt");
        TOMCAT.start();
    }

    @AfterAll
    static void stop() throws Exception {
        TOMCAT.stop();
        TOMCAT.destroy();
    }

    @Test
    void thePageIsNeverKeptAndAllowsNothingFromElsewhere() throws Exception {
        var page = get("/admin/");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        var nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(page.body()).contains("content=\"%s\"".formatted(nonce)).doesNotContain("__NONCE__");
        assertThat(get("/admin/").body()).isNotEqualTo(page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/apps/champions-app", "/admin/apps/x/123?locale=de", "/admin/assetsx"})
    void everyAddressThatIsNoAssetIsThePage(String path) throws Exception {
        assertThat(get(path).body()).contains("/admin/assets/main-abc.js");
    }

    @Test
    void assetsAreKeptForEverAndComePackedAsTheClientUnderstands() throws Exception {
        var plain = get("/admin/assets/main-abc.js");
        assertThat(plain.body()).contains("plain");
        assertThat(plain.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        var packed = get("/admin/assets/main-abc.js", "Accept-Encoding", "gzip, br");
        assertThat(packed.body()).isEqualTo("packed with brotli");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(get("/admin/assets/main-abc.js", "Accept-Encoding", "br;q=0").body())
                .contains("plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/assets/missing-1.js",
                "/admin/assets/EditorServlet.class",
                "/admin/assets/sub/main-abc.js",
                "/admin/assets/.js",
                "/admin/assets/..%5cindex.html"
            })
    void nothingElseOnTheClassPathCanBeAskedFor(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void theBareAddressLeadsToTheFolder() throws Exception {
        assertThat(get("/admin").headers().firstValue("Location")).contains("/admin/");
    }

    @Test
    void aServerBuiltWithoutTheEditorSaysHowToHaveIt() throws Exception {
        var page = get("/unbuilt/");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("./nephele build");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var port = TOMCAT.getConnector().getLocalPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
