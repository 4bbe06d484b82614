package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {

    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "content-types.md");

    private static final Path SEARCH = PAGE.resolveSibling("search.md");

    /** An example starts with a comment that names its file. */
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n# (\\S+\\.yaml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExamplesTogetherAreModulesWithoutProblems(@TempDir Path folder) throws IOException {
        var modules = new TestingModules(folder);
        var examples = EXAMPLE.matcher(Files.readString(PAGE));
        while (examples.find()) {
            modules.write(examples.group(1), examples.group(2));
        }

        assertThat(modules.problems()).isEmpty();
        assertThat(modules.definitions().contentTypes()).containsOnlyKeys("kayak", "river");
        assertThat(modules.definitions().endpoints()).containsOnlyKeys("delivery/kayaks", "delivery/rivers/v1");
    }

    @Test
    void theExampleOfSynonymsHasNoProblems(@TempDir Path folder) throws IOException {
        var modules = new TestingModules(folder);
        var examples = EXAMPLE.matcher(Files.readString(SEARCH));
        while (examples.find()) {
            modules.write(examples.group(1), examples.group(2));
        }

        assertThat(modules.problems()).isEmpty();
        assertThat(modules.definitions().synonyms().get("en")).hasSize(4);
    }
}
