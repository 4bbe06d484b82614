package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aModuleIsCheckedWithTheModulesItIsUsedWithButTheyAreNot(@TempDir Path folder) {
        new TestingModules(folder)
                .write(
                        "mine/contentTypes/mine.yaml",
                        "datasource: { workspace: mine }\nmodel: { properties: { a: { type: 'reference:river' }, b: { type: Strin } } }\n");

        assertThat(LightModules.check(folder, List.of(TestingModules.fixture("light-modules"))))
                .extracting(Problem::toString)
                .containsExactly(
                        "MAJOR mine/contentTypes/mine.yaml:2:67 model.properties.b.type: unknown type `Strin` (did you mean `String`?)");
    }

    @Test
    void aFileOfALaterFolderReplacesTheSameOfAnEarlier(@TempDir Path folder) {
        var replaced = new TestingModules(folder.resolve("first"))
                .write("m/vocabularies/v.yaml", "terms: { a: { } }")
                .write("m/vocabularies/w.yaml", "terms: { a: { } }");
        var replacing =
                new TestingModules(folder.resolve("second")).write("m/vocabularies/v.yaml", "terms: { b: { } }");

        try (var modules = LightModules.load(List.of(replaced.folder(), replacing.folder()))) {
            assertThat(modules.current().problems()).isEmpty();
            assertThat(modules.current().vocabularies()).containsOnlyKeys("v", "w");
            assertThat(modules.current().vocabularies().get("v").term("b")).isPresent();
        }
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
