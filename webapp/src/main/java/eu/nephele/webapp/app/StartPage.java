package eu.nephele.webapp.app;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.EndpointDefinition;
import eu.nephele.platform.definition.EndpointDefinition.FacetDefinition;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** What somebody sees who opens the server's address in a browser. */
@RestController
final class StartPage {

    /** Enough to tell what one can ask for. */
    private static final int FACETS = 4;

    private final Readiness readiness;
    private final CurrentDefinitions definitions;
    private final String page;

    StartPage(Readiness readiness, CurrentDefinitions definitions) throws IOException {
        this.readiness = readiness;
        this.definitions = definitions;
        this.page =
                new ClassPathResource("start-page.html", StartPage.class).getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/")
    ResponseEntity<String> page() {
        var current = definitions.get();
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var type = current.contentTypes().keySet().stream().findFirst().orElse("TYPE");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(page.replace("{{state}}", HtmlUtils.htmlEscape(readiness.phase()))
                        .replace("{{endpoints}}", endpoints(current))
                        .replace("{{type}}", HtmlUtils.htmlEscape(type))
                        .replace("{{base}}", HtmlUtils.htmlEscape(base)));
    }

    private static String endpoints(Definitions current) {
        if (current.endpoints().isEmpty()) {
            return "<p>There is no endpoint yet: a file in a light module's <code>restEndpoints/</code> makes one.</p>";
        }
        return current.endpoints().values().stream()
                .sorted(Comparator.comparing(EndpointDefinition::path))
                .map(StartPage::endpoint)
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String endpoint(EndpointDefinition endpoint) {
        var type = Optional.ofNullable(endpoint.contentType()).orElse(endpoint.workspace());
        var facets = endpoint.facets().stream()
                .map(FacetDefinition::name)
                .limit(FACETS)
                .collect(Collectors.joining(", "));
        var line = facets.isEmpty() ? type : "%s by %s".formatted(type, facets);
        return "<li><a href=\"/.rest/%1$s?limit=3\">%1$s</a><span>%2$s</span></li>"
                .formatted(HtmlUtils.htmlEscape(endpoint.path()), HtmlUtils.htmlEscape(line));
    }
}
