package eu.nephele.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.definition.LightModules;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final Path CATALOGUE =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("light-modules");

    private final String document = document(new Endpoints(TestingDelivery.boats()));

    @Test
    void aPublicValidatorFindsNothingWrong() {
        assertThat(problems(document)).isEmpty();
    }

    @Test
    void theValidatorWouldFindAMistake() {
        assertThat(problems(document.replaceFirst("\"in\":\"path\"", "\"in\":\"nowhere\"")))
                .isNotEmpty();
        assertThat(problems(document.replaceFirst("\"openapi\":\"3.1.0\",", "")))
                .isNotEmpty();
    }

    @Test
    void theCatalogueIsValidToo() {
        try (var modules = LightModules.load(List.of(CATALOGUE))) {
            var catalogue = document(new Endpoints(modules.current()));

            assertThat(problems(catalogue)).isEmpty();
            assertThat(parsed(catalogue).getPaths()).containsKey("/.rest/delivery/champions/{path}");
        }
    }

    @Test
    void everyEndpointCanBeQueriedAndReadAndListed() {
        assertThat(parsed(document).getPaths().keySet())
                .contains(
                        "/.rest/delivery",
                        "/.rest/delivery/boats",
                        "/.rest/delivery/boats/{path}",
                        "/.rest/delivery/boats/{path}/@nodes",
                        "/.rest/delivery/boats/v2",
                        "/.rest/delivery/yards");
    }

    @Test
    void parametersAreFiltersFacetsAndTheirLimits() {
        var parameters = parsed(document)
                .getPaths()
                .get("/.rest/delivery/boats")
                .getGet()
                .getParameters();

        assertThat(parameters)
                .extracting(Parameter::getName)
                .contains(
                        "orderBy",
                        "limit",
                        "facets",
                        "facet.country.size",
                        "country",
                        "trips/km",
                        "fields",
                        "highlight")
                .doesNotContain("owner", "title_de", "trips/skipper", "ledger/sum");
        var limit = parameters.stream()
                .filter(parameter -> "limit".equals(parameter.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(limit.getSchema().getMaximum().intValue()).isEqualTo(20);
        assertThat(limit.getSchema().getDefault()).hasToString("5");
    }

    @Test
    void schemasFollowTheTypes() {
        var schemas = parsed(document).getComponents().getSchemas();

        assertThat(schemas).containsKeys("Boat", "Boat_trip", "Boat_engine", "Yard", "Vocabulary_countries", "Error");
        var boat = schemas.get("Boat").getProperties();
        assertThat(boat)
                .containsKeys("@id", "title", "country", "home", "yard", "trips", "@nodes")
                .doesNotContainKeys("owner", "ledger");
        assertThat(schemas.get("Vocabulary_countries").getEnum()).hasToString("[IT, RS]");
        assertThat(schemas.get("Boat_trip").getProperties()).doesNotContainKey("skipper");
    }

    @Test
    void theSameDefinitionsHaveTheSameDocument() {
        assertThat(document(new Endpoints(TestingDelivery.boats()))).isEqualTo(document);
    }

    private static String document(Endpoints endpoints) {
        return new String(endpoints.openApi("").body().json(), StandardCharsets.UTF_8);
    }

    private static OpenAPI parsed(String document) {
        return new OpenAPIV3Parser()
                .readContents(document, null, new ParseOptions())
                .getOpenAPI();
    }

    private static List<String> problems(String document) {
        return new OpenAPIV3Parser()
                .readContents(document, null, new ParseOptions())
                .getMessages();
    }
}
