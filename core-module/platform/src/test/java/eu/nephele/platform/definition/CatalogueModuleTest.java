package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.ContentType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The product's own light module, as it ships. */
class CatalogueModuleTest {

    private static final Path LIGHT_MODULES = Path.of("../../light-modules");

    @Test
    void theCatalogueHasNoProblems() {
        try (var modules = LightModules.load(List.of(LIGHT_MODULES))) {
            assertThat(modules.current().problems()).isEmpty();
        }
    }

    @Test
    void everyContentTypeHasAnEndpointAndEveryOneOfEntriesAnApp() {
        try (var modules = LightModules.load(List.of(LIGHT_MODULES))) {
            var definitions = modules.current();
            var types = definitions.contentTypes().keySet();
            assertThat(types).hasSizeGreaterThan(20);
            assertThat(definitions.endpoints().values().stream()
                            .map(EndpointDefinition::contentType)
                            .collect(Collectors.toSet()))
                    .containsAll(types);
            assertThat(definitions.apps().values().stream()
                            .map(Definitions.AppDefinition::contentType)
                            .collect(Collectors.toSet()))
                    .containsAll(definitions.contentTypes().values().stream()
                            .filter(type -> !type.isOfFiles())
                            .map(ContentType::name)
                            .toList())
                    .doesNotContain("asset");
        }
    }

    @Test
    void aStrategyIsADocumentAndNoPictureOrProgram() {
        try (var modules = LightModules.load(List.of(LIGHT_MODULES))) {
            var file = modules.current()
                    .contentType("strategyDocument")
                    .flatMap(type -> type.model().subModel("document"))
                    .flatMap(model -> model.property("file"))
                    .orElseThrow()
                    .validation()
                    .files();

            assertThat(List.of(
                            "application/pdf",
                            "application/msword",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "application/vnd.oasis.opendocument.text"))
                    .allMatch(file::allows);
            assertThat(List.of("image/png", "video/mp4", "application/zip", "text/html"))
                    .noneMatch(file::allows);
        }
    }

    @Test
    void theEndpointsLieWhereScriptsExpectThem() {
        try (var modules = LightModules.load(List.of(LIGHT_MODULES))) {
            assertThat(modules.current().endpoints())
                    .containsKeys(
                            "delivery/champions",
                            "delivery/clusters",
                            "delivery/companies",
                            "delivery/interviews",
                            "delivery/videos",
                            "delivery/strategy-documents",
                            "delivery/organisations",
                            "delivery/projects");
        }
    }

    @Test
    void everyPropertyHasALabel() {
        try (var modules = LightModules.load(List.of(LIGHT_MODULES))) {
            var definitions = modules.current();
            var unlabelled = definitions.contentTypes().values().stream()
                    .flatMap(type -> type.model().properties().stream()
                            .filter(property -> property.label() == null)
                            .map(property -> type.name() + "." + property.name() + ".label")
                            .filter(key -> !definitions.messages().containsKey(key)))
                    .toList();
            assertThat(unlabelled).isEmpty();
        }
    }
}
