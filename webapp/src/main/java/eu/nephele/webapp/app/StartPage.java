package eu.nephele.webapp.app;

import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What somebody sees who opens the server's address in a browser. */
@RestController
final class StartPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Nephele</title>
            <style>
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1c2733; background: #fff }
            h1 { margin-bottom: 0 } a { color: #0b5394 } li { margin: .2rem 0 }
            @media (prefers-color-scheme: dark) { body { color: #dde5ec; background: #14191f } a { color: #8ec5ff } }
            </style>
            </head>
            <body>
            <h1>Nephele</h1>
            <p>A headless content platform. State: <strong>%s</strong>.</p>
            <h2>Delivery</h2>
            <ul>
            <li><a href="/.rest/delivery">All endpoints</a> and their description in <a href="/.rest/openapi.json">OpenAPI</a></li>
            %s
            </ul>
            <h2>For administrators</h2>
            <ul>
            <li><a href="/.rest/ops/status">Status</a></li>
            <li><a href="/.rest/definitions/problems">Problems in the light modules</a></li>
            </ul>
            </body>
            </html>
            """;

    private final Readiness readiness;
    private final CurrentDefinitions definitions;

    StartPage(Readiness readiness, CurrentDefinitions definitions) {
        this.readiness = readiness;
        this.definitions = definitions;
    }

    @GetMapping("/")
    ResponseEntity<String> page() {
        var endpoints = definitions.get().endpoints().keySet().stream()
                .sorted()
                .map(HtmlUtils::htmlEscape)
                .map(path -> "<li><a href=\"/.rest/%s?limit=3\">%s</a></li>".formatted(path, path))
                .collect(Collectors.joining("\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(PAGE.formatted(HtmlUtils.htmlEscape(readiness.phase()), endpoints));
    }
}
