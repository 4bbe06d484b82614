package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the editor API over HTTP. */
class EditorDocumentTest extends ServerTest {

    private static final String DOCUMENT = "/.rest/editor/v1/openapi.json";

    /** What the editor's own client is made from. */
    private static final Path COMMITTED = Path.of("editor/src/api/openapi.json");

    @Test
    void aPublicValidatorFindsNothingWrong() throws Exception {
        var parsed = new OpenAPIV3Parser()
                .readContents(server.admin("GET", DOCUMENT, "").text(), null, new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(parsed.getOpenAPI().getComponents().getSchemas())
                .containsKeys("AppModel", "Field", "Entry", "Problem");
    }

    @Test
    void everyRouteOfTheEditorIsDescribed() throws Exception {
        var described = new TreeSet<String>();
        var operations = new TreeSet<String>();
        server.admin("GET", DOCUMENT, "")
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    described.add(operation.getKey().toUpperCase() + " " + path.getKey());
                    assertThat(operations.add(
                                    operation.getValue().get("operationId").asString()))
                            .as("%s %s has a name of its own", operation.getKey(), path.getKey())
                            .isTrue();
                }));
        var real = new TreeSet<String>();
        server.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, method) -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/.rest/editor/"))
                        .forEach(path ->
                                route.getMethodsCondition().getMethods().forEach(verb -> real.add(verb + " " + path))));

        assertThat(real).hasSizeGreaterThan(15);
        assertThat(described).isEqualTo(real);
    }

    /** With -Dnephele.write it is written anew; then `npm run client` in webapp/editor makes the types of it. */
    @Test
    void theEditorsClientIsMadeFromThisDocument() throws Exception {
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        var document =
                mapper.readValue(server.admin("GET", DOCUMENT, "").text(), new TypeReference<Map<String, Object>>() {});
        var text = mapper.writeValueAsString(document) + "\n";
        if (System.getProperty("nephele.write") != null) {
            Files.writeString(COMMITTED, text);
        }

        assertThat(Files.readString(COMMITTED))
                .as(
                        "%s is not what the server answers: mvn test -Dtest=EditorDocumentTest -Dnephele.write, then npm run client",
                        COMMITTED)
                .isEqualTo(text);
    }

    @Test
    void parametersAndBodiesAreThoseOfTheRoutes() throws Exception {
        var paths = server.admin("GET", DOCUMENT, "").json().get("paths");

        var list = paths.get("/.rest/editor/v1/entries/{type}").get("get").get("parameters");
        assertThat(list.findValuesAsString("name")).contains("type", "offset", "limit", "q");
        var create = paths.get("/.rest/editor/v1/entries/{type}").get("post");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/EntryInput");
        assertThat(create.get("parameters").findValuesAsString("name")).contains("Idempotency-Key");
    }
}
