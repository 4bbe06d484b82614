package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.nephele.platform.definition.internal.Includes;
import eu.nephele.platform.definition.internal.Merge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that IDEs complete from allow what the loader allows. */
class SchemasTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"contentTypes", "restEndpoints", "vocabularies", "synonyms", "sites", "content", "roles"})
    void goodModulesAreValid(String kind) throws IOException {
        var folders = List.of(TestingModules.fixture("light-modules"), ROOT.resolve("light-modules"));

        assertThat(violations(kind, SourceTree.scan(folders))).isEmpty();
    }

    @Test
    void moduleDescriptorsAreValid() throws IOException {
        var sources = SourceTree.scan(List.of(TestingModules.fixture("light-modules"), ROOT.resolve("light-modules")));

        assertThat(sources.modules()).isNotEmpty();
        for (var module : sources.modules()) {
            assertThat(violations(schema("module"), sources, module.name() + "/" + LightModule.DESCRIPTOR))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contentTypes:requird",
                "restEndpoints:sharedMaxage",
                "vocabularies:deprecatd",
                "synonyms:form",
                "sites:langage",
                "content:publsh",
                "roles:organisaton"
            })
    void mistakesAreMarked(String kindAndMistake) throws IOException {
        var parts = kindAndMistake.split(":");

        assertThat(violations(parts[0], SourceTree.scan(List.of(TestingModules.fixture("broken-modules")))))
                .anySatisfy(violation -> assertThat(violation).contains(parts[1]));
    }

    private static List<String> violations(String kind, SourceTree sources) throws IOException {
        var schema = schema(kind);
        var violations = new ArrayList<String>();
        for (var module : sources.modules()) {
            for (var file : sources.definitions(module.name(), kind)) {
                violations.addAll(violations(schema, sources, file.file()));
            }
        }
        return violations;
    }

    private static List<String> violations(Schema schema, SourceTree sources, String file) {
        var root = new Includes(sources)
                .resolve(Objects.requireNonNull(sources.file(file)))
                .root();
        if (root == null) {
            return List.of();
        }
        var json = JSON.writeValueAsString(Merge.plain(root));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> file + " " + error)
                .toList();
    }

    private static Schema schema(String kind) throws IOException {
        var text = Files.readString(ROOT.resolve("docs/schemas").resolve(kind + ".json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
