package eu.nephele.platform.screen;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.definition.TestingModules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theBundlesAreAskedFirstAndTheFileIsWhatIsLeft() {
        var definitions = new TestingModules(folder)
                .write("m/roles/sailor.yaml", """
                        label: Sailor
                        description: Goes out.
                        rights: [ { allow: read } ]
                        """)
                .write("m/roles/cook.yaml", """
                        label: crew.cook
                        rights: [ { allow: read } ]
                        """)
                .write("m/i18n/m-messages_de.properties", "roles.sailor.label = Matrose\ncrew.cook = Smutje")
                .definitions();

        assertThat(RoleModel.of(definitions, "sailor", "de-AT")).isEqualTo(new RoleModel("Matrose", "Goes out."));
        assertThat(RoleModel.of(definitions, "sailor", "it")).isEqualTo(new RoleModel("Sailor", "Goes out."));
        assertThat(RoleModel.of(definitions, "cook", "de")).isEqualTo(new RoleModel("Smutje", ""));
    }

    @Test
    void everyRoleThatShipsIsCalledInTheLanguagesOfTheEditor() {
        try (var modules = LightModules.load(
                List.of(Path.of("").toAbsolutePath().getParent().getParent().resolve("light-modules")))) {
            var definitions = modules.current();

            assertThat(definitions.roles()).isNotEmpty().allSatisfy((name, role) -> {
                var asWritten = new RoleModel(role.label(), role.description());
                assertThat(RoleModel.of(definitions, name, "en")).isEqualTo(asWritten);
                for (var language : List.of("de", "it", "sr")) {
                    assertThat(definitions.messages().get("roles." + name + ".label"))
                            .as(name)
                            .containsKey(language);
                    var texts = RoleModel.of(definitions, name, language);
                    assertThat(texts.label()).isNotBlank();
                    assertThat(texts.description()).isNotBlank().isNotEqualTo(role.description());
                }
            });
            assertThat(RoleModel.of(definitions, "superuser", "de"))
                    .isEqualTo(new RoleModel("Superuser", "Darf alles."));
        }
    }
}
