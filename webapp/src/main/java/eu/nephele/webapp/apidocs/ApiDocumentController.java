package eu.nephele.webapp.apidocs;

import eu.nephele.platform.access.Actor;
import eu.nephele.webapp.http.Described;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The description of the editor API, made when it is first asked for. */
@RestController
final class ApiDocumentController {

    static final String PREFIX = "/.rest/editor/v1";

    private final RequestMappingHandlerMapping routes;
    private final JsonMapper json;
    private volatile @Nullable Map<String, Object> document;

    ApiDocumentController(RequestMappingHandlerMapping routes, JsonMapper json) {
        this.routes = routes;
        this.json = json;
    }

    @GetMapping(PREFIX + "/openapi.json")
    @Described("This document")
    Map<String, Object> document(Actor actor) {
        var known = document;
        if (known == null) {
            known = new ApiDocument(handwritten()).of(routes.getHandlerMethods(), PREFIX);
            document = known;
        }
        return known;
    }

    private Map<String, Object> handwritten() {
        try (var stream = Objects.requireNonNull(ApiDocument.class.getResourceAsStream("schemas.json"))) {
            return json.readValue(stream, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
