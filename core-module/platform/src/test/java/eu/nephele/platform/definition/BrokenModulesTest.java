package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of mistake is in {@code broken-modules}; what is to be said of it, in {@code broken-modules.txt}. */
class BrokenModulesTest {

    @Test
    void eachMistakeIsAProblemAtItsLineAndColumn() throws IOException {
        var expected = Files.readAllLines(TestingModules.fixture("broken-modules.txt"));

        var problems = LightModules.check(TestingModules.fixture("broken-modules"));

        assertThat(problems).extracting(Problem::toString).containsExactlyElementsOf(expected);
    }

    @Test
    void aSingleModuleIsCheckedAlone() {
        var module = TestingModules.fixture("broken-modules").resolve("lists");

        assertThat(LightModules.check(module))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.file()).startsWith("lists/"));
    }

    @Test
    void aModuleIsCheckedWithTheModulesItDependsOn() {
        assertThat(LightModules.check(TestingModules.fixture("light-modules").resolve("kayaks")))
                .isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        assertThat(LightModules.check(TestingModules.fixture("broken-modules").resolve("nowhere")))
                .extracting(Problem::toString)
                .containsExactly("SEVERE nowhere:0:0 is no folder of modules");
    }

    @Test
    void whatIsRightInABrokenDefinitionStaysUsable() {
        try (var modules = LightModules.load(List.of(
                TestingModules.fixture("broken-modules").resolve("types"),
                TestingModules.fixture("broken-modules").resolve("lists")))) {
            var kayak = modules.current().contentType("kayak").orElseThrow();
            assertThat(kayak.property("title").orElseThrow().type()).isEqualTo(Scalar.STRING);
            assertThat(kayak.property("length").orElseThrow().type()).isEqualTo(Scalar.LONG);
            assertThat(kayak.model().properties()).noneMatch(property -> property.type() instanceof Reference);
            assertThat(modules.current().contentTypes()).containsOnlyKeys("kayak", "names");
            assertThat(modules.current().vocabularies()).containsKey("regions");
        }
    }
}
