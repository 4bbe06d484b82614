package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleReaderTest {

    private static final String TYPE = "datasource: {workspace: kayaks}\nmodel: {properties: {title: {}}}\n";

    @TempDir
    private Path folder;

    @Test
    void aRoleIsReadWithTheLinesOfItsRights() {
        var role = load("""
                label: Guide
                assigns: guide
                rights:
                  - allow: [read, comment]
                  - allow: write
                    types: kayak
                    organisation: own
                    locales: [own, en]
                    fields: [title]
                    confidential: true
                  - deny: all
                    path: /closed
                    perspective: draft
                """).roles().get("guide");

        assertThat(role.label()).isEqualTo("Guide");
        assertThat(role.assigns()).containsExactly("guide");
        assertThat(role.rights()).extracting(RoleDefinition.Right::line).containsExactly(4, 5, 11);
        var write = role.rights().get(1);
        assertThat(write.types()).containsExactly("kayak");
        assertThat(write.organisations()).containsExactly("own");
        assertThat(write.locales()).containsExactly("own", "en");
        assertThat(write.fields()).containsExactly("title");
        assertThat(write.confidential()).isTrue();
        var closed = role.rights().getLast();
        assertThat(closed.allowed()).isFalse();
        assertThat(closed.actions())
                .isEqualTo(Set.copyOf(RoleReader.CONTENT_ACTIONS))
                .doesNotContain("administer");
        assertThat(closed.path()).isEqualTo("/closed");
    }

    @Test
    void aMisspeltKeyClosesTheRoleInsteadOfOpeningEverything() {
        var definitions = load("rights:\n  - allow: write\n    organisaton: own\n");

        assertThat(definitions.roles()).isEmpty();
        assertThat(definitions.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("demo/roles/guide.yaml");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(18);
            assertThat(problem.message()).contains("organisaton");
            assertThat(problem.suggestion()).contains("organisation");
        });
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(complaint("rights: all\n")).contains("must be a list of rights");
        assertThat(complaint("rights:\n  - {types: kayak}\n")).contains("either `allow` or `deny`");
        assertThat(complaint("rights:\n  - {allow: read, deny: read}\n")).contains("either `allow` or `deny`");
        assertThat(complaint("rights:\n  - {allow: reed}\n")).contains("`reed` is no action");
        assertThat(complaint("rights:\n  - {allow: read, types: kajak}\n")).contains("`kajak` is no content type");
        assertThat(complaint("rights:\n  - {allow: read, types: []}\n")).contains("names no content type");
        assertThat(complaint("rights:\n  - {allow: read, locales: xx}\n")).contains("`xx` is no locale");
        assertThat(complaint("rights:\n  - {allow: read, organisation: []}\n")).contains("names nothing");
        assertThat(complaint("rights:\n  - {allow: read, path: industry}\n")).contains("must be a path");
        assertThat(complaint("rights:\n  - {allow: read, perspective: drafts}\n"))
                .contains("must be draft or live");
        assertThat(complaint("assigns: gide\nrights:\n  - {allow: read}\n")).contains("`gide` is no role");
    }

    @Test
    void nobodyRedefinesTheSuperuser() {
        var modules = new TestingModules(folder)
                .write("demo/contentTypes/kayak.yaml", TYPE)
                .write("demo/roles/superuser.yaml", "rights:\n  - {allow: read}\n");
        try (var loaded = LightModules.load(List.of(modules.folder()))) {
            assertThat(loaded.current().roles()).isEmpty();
            assertThat(loaded.current().problems())
                    .extracting(Problem::message)
                    .anyMatch(it -> it.contains("superuser"));
        }
    }

    @Test
    void aChangedRoleIsInForceAndABrokenOneStaysAsItWas() {
        var modules = new TestingModules(folder)
                .write("demo/contentTypes/kayak.yaml", TYPE)
                .write("demo/roles/guide.yaml", "rights:\n  - {allow: read}\n");
        try (var loaded = LightModules.load(List.of(modules.folder()))) {
            modules.write("demo/roles/guide.yaml", "rights:\n  - {allow: [read, write]}\n");
            assertThat(loaded.reload().roles().get("guide").rights().getFirst().actions())
                    .contains("write");

            modules.write("demo/roles/guide.yaml", "rights:\n  - {allow: [read, publish], typs: kayak}\n");
            assertThat(loaded.reload().roles().get("guide").rights().getFirst().actions())
                    .containsExactlyInAnyOrder("read", "write");
        }
    }

    private String complaint(String role) {
        return load(role).problems().getFirst().message();
    }

    private Definitions load(String role) {
        var modules = new TestingModules(folder)
                .write("demo/contentTypes/kayak.yaml", TYPE)
                .write("demo/roles/guide.yaml", role);
        try (var loaded = LightModules.load(List.of(modules.folder()))) {
            return loaded.current();
        }
    }
}
