package eu.nephele.platform.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.nephele.platform.definition.LightModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that clients are generated from says what the models are. */
class AppSchemaTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..");
    private static final Path SCHEMAS = ROOT.resolve("docs/schemas");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyAppOfTheCatalogueIsValidInEveryLanguage() throws IOException {
        var schema = schema();
        try (var modules = LightModules.load(List.of(ROOT.resolve("light-modules")))) {
            var apps = new AppModels(modules::current);
            assertThat(apps.list("en")).hasSizeGreaterThan(20);
            for (var language : List.of("en", "de", "sr-Latn")) {
                for (var summary : apps.list(language)) {
                    var model = apps.find(summary.name(), language).orElseThrow();
                    assertThat(schema.validate(JSON.writeValueAsString(model), InputFormat.JSON))
                            .as(summary.name())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theExampleIsWhatTheCatalogueGives() throws IOException {
        var file = SCHEMAS.resolve("app-model.example.json");
        try (var modules = LightModules.load(List.of(ROOT.resolve("light-modules")))) {
            var model = new AppModels(modules::current).find("awards-app", "en").orElseThrow();
            var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n";
            if (Boolean.getBoolean("nephele.write-examples")) {
                Files.writeString(file, text);
            }
            assertThat(Files.readString(file))
                    .as("write it anew with -Dnephele.write-examples=true")
                    .isEqualTo(text);
        }
    }

    @Test
    void theSchemaKnowsEveryTypeOfField() throws IOException {
        var types = new TreeSet<String>();
        json().at("/$defs/Field/properties/type/enum").forEach(type -> types.add(type.asString()));

        assertThat(types).isEqualTo(new TreeSet<>(FieldTypes.all()));
    }

    private static JsonNode json() throws IOException {
        return JSON.readTree(Files.readString(SCHEMAS.resolve("app-model.schema.json")));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(json()), InputFormat.JSON);
    }
}
