package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of the dialect: includes, inheritance, overriding, merge keys, lists and maps. */
class YamlDialectTest {

    @TempDir
    Path folder;

    private TestingModules modules;

    @BeforeEach
    void modules() {
        modules = new TestingModules(folder);
    }

    @Test
    void aTagOnAnEmptyScalarIncludesAFile() {
        modules.write("m/includes/tab.yaml", "name: content\nlabel: Content\n");
        modules.write("m/apps/a.yaml", "tabs:\n  - !include:/m/includes/tab.yaml\n  - { name: meta }\n");

        assertThat(app()).isEqualTo(Map.of("tabs", List.of(content("Content"), Map.of("name", "meta"))));
    }

    @Test
    void aTagOnAMapIncludesAndOverridesDeeply() {
        modules.write("m/includes/tab.yaml", "name: content\nlabel: Content\nform: { rows: 1, wide: true }\n");
        modules.write("m/apps/a.yaml", "tab: !include:/m/includes/tab.yaml\n  label: Words\n  form:\n    rows: 2\n");

        assertThat(app())
                .isEqualTo(Map.of(
                        "tab", Map.of("name", "content", "label", "Words", "form", Map.of("rows", 2L, "wide", true))));
    }

    @Test
    void aTagAtTheRootOfADocumentIncludesBelowTheRest() {
        modules.write("m/includes/base.yaml", "label: Base\nicon: book\n");
        modules.write("m/apps/a.yaml", "!include:/m/includes/base.yaml\nlabel: Mine\n");

        assertThat(app()).isEqualTo(Map.of("label", "Mine", "icon", "book"));
    }

    @Test
    void theOldFormWithASpaceIncludes() {
        modules.write("m/includes/tab.yaml", "name: content\nlabel: Content\n");
        modules.write("m/apps/a.yaml", "tab: !include /m/includes/tab.yaml\n");

        assertThat(app()).isEqualTo(Map.of("tab", content("Content")));
    }

    @Test
    void includedFilesMayIncludeAndLieInOtherModules() {
        modules.write("other/includes/label.yaml", "Content");
        modules.write("m/includes/tab.yaml", "name: content\nlabel: !include:/other/includes/label.yaml\n");
        modules.write("m/apps/a.yaml", "tab: !include:/m/includes/tab.yaml\n");

        assertThat(app()).isEqualTo(Map.of("tab", content("Content")));
    }

    @Test
    void aDefinitionInheritsFromAnotherByItsReference() {
        modules.write("base/apps/chooser.yaml", "label: Choose\nsize: { width: 10, height: 20 }\n");
        modules.write("m/apps/a.yaml", "!inherit:base:chooser\nsize:\n  width: 30\n");

        assertThat(app()).isEqualTo(Map.of("label", "Choose", "size", Map.of("width", 30L, "height", 20L)));
    }

    @Test
    void overrideReplacesTheWholeSubtree() {
        modules.write("m/includes/base.yaml", "parameters: { a: 1, b: 2 }\n");
        modules.write("m/apps/a.yaml", "!include:/m/includes/base.yaml\nparameters: !override\n  c: 3\n");

        assertThat(app()).isEqualTo(Map.of("parameters", Map.of("c", 3L)));
    }

    @Test
    void anchorsAndMergeKeysAreResolvedAndOwnKeysWin() {
        modules.write("m/apps/a.yaml", """
                first: &source { workspace: kayaks, limit: 1 }
                second: { <<: *source, limit: 2 }
                third: { <<: [ { limit: 3 }, *source ] }
                """);

        var source = Map.of("workspace", "kayaks", "limit", 1L);
        assertThat(app())
                .isEqualTo(Map.of(
                        "first", source,
                        "second", Map.of("workspace", "kayaks", "limit", 2L),
                        "third", Map.of("workspace", "kayaks", "limit", 3L)));
    }

    @Test
    void listsWithNamesAndMapsMeanTheSame() {
        modules.write("m/contentTypes/list.yaml", """
                datasource: { workspace: w }
                model:
                  subModels: [ { name: part, properties: [ { name: size, type: Long } ] } ]
                  properties: [ { name: title }, { name: level, options: [ { name: low, label: Low } ] } ]
                """);
        modules.write("m/contentTypes/map.yaml", """
                datasource: { workspace: w }
                model:
                  subModels: { part: { properties: { size: { type: Long } } } }
                  properties: { title: , level: { options: { low: { label: Low } } } }
                """);

        var types = modules.definitions().contentTypes();

        assertThat(modules.problems()).isEmpty();
        assertThat(type(types, "list").model().properties())
                .isEqualTo(type(types, "map").model().properties());
        assertThat(type(types, "list").model().subModels())
                .isEqualTo(type(types, "map").model().subModels());
    }

    @Test
    void entriesOfOneNameInAListDoNotCollapse() {
        modules.write("base/restEndpoints/e.yaml", """
                $type: jcrDeliveryEndpoint_v2
                references:
                  - { name: image, propertyName: cover, referenceResolver: { $type: assetReferenceResolver } }
                  - { name: image, propertyName: photo, referenceResolver: { $type: assetReferenceResolver } }
                """);
        modules.write("deco/decorations/base/restEndpoints/e.yaml", """
                references:
                  - { name: image, propertyName: front }
                  - { name: maker, referenceResolver: { $type: jcrReferenceResolver, targetWorkspace: makers } }
                """);

        assertThat(Objects.requireNonNull(modules.definitions().endpoints().get("e"))
                        .references())
                .extracting(rule -> rule.name() + "=" + rule.propertyName().pattern())
                .containsExactly("image=front", "image=photo", "maker=maker");
    }

    @Test
    void decorationsApplyInTheOrderOfDependencies() {
        modules.write("z-base/contentTypes/t.yaml", """
                datasource: { workspace: w }
                model: { properties: { title: { i18n: true }, old: } }
                """);
        modules.write("m-first/module.yaml", "version: 1.0\ndependencies: { z-base: { version: '*' } }\n");
        modules.write("m-first/decorations/z-base/contentTypes/t.yaml", """
                model: { properties: [ { name: title, label: First }, { name: added, type: Long } ] }
                """);
        modules.write("a-second/module.yaml", "version: 1.0\ndependencies: { m-first: { version: '*' } }\n");
        modules.write("a-second/decorations/z-base/contentTypes/t.model.properties.title.yaml", "label: Second\n");

        var type = type(modules.definitions().contentTypes(), "t");

        assertThat(modules.problems()).isEmpty();
        assertThat(type.property("title").orElseThrow().label()).isEqualTo("Second");
        assertThat(type.property("title").orElseThrow().i18n()).isTrue();
        assertThat(type.property("added").orElseThrow().type()).isEqualTo(Scalar.LONG);
        assertThat(type.model().properties()).extracting(Property::name).containsExactly("title", "old", "added");
    }

    @Test
    void aFileOfALaterFolderReplacesTheSameFileOfAnEarlierOne() {
        new TestingModules(folder.resolve("fix")).write("m/vocabularies/v.yaml", "terms: { fixed: { } }");
        new TestingModules(folder.resolve("shipped"))
                .write("m/vocabularies/v.yaml", "terms: { broken: { } }")
                .write("m/vocabularies/w.yaml", "terms: { kept: { } }");

        try (var loaded = LightModules.load(List.of(folder.resolve("shipped"), folder.resolve("fix")))) {
            var vocabularies = loaded.current().vocabularies();
            assertThat(Objects.requireNonNull(vocabularies.get("v")).term("fixed"))
                    .isPresent();
            assertThat(vocabularies).containsOnlyKeys("v", "w");
        }
    }

    @Test
    void withoutSiteFilesContentIsInEnglish() {
        modules.write("m/vocabularies/v.yaml", "terms: { a: { } }");

        var site = modules.definitions().site();

        assertThat(site.i18nEnabled()).isTrue();
        assertThat(site.defaultLocale()).isEqualTo("en");
        assertThat(site.locales()).extracting(LocaleDefinition::id).containsExactly("en");
    }

    @Test
    void theFallbackSiteOfMultisiteIsDecoratedLikeTheSite() {
        modules.write("m/decorations/multisite/config.sites.fallback.yaml", """
                i18n:
                  defaultLocale: it
                  locales:
                    '0': { language: it }
                    '1': { language: de, country: CH }
                cors: { open: { allowedOrigins: [ https://one.example, https://two.example ] } }
                """);

        var site = modules.definitions().site();

        assertThat(modules.problems()).isEmpty();
        assertThat(site.defaultLocale()).isEqualTo("it");
        assertThat(site.locales()).extracting(LocaleDefinition::id).containsExactly("it", "de-CH");
        assertThat(site.locale("de-CH").orElseThrow().analyzer()).isEqualTo("german");
        assertThat(site.storedName("title", "de-CH")).isEqualTo("title_de_CH");
        assertThat(site.cors().getFirst().allowedOrigins())
                .containsExactly("https://one.example", "https://two.example");
    }

    @Test
    void aModelThatHoldsItselfOrAnotherContentTypeIsFollowed() {
        modules.write("m/contentTypes/tree.yaml", """
                datasource: { workspace: w }
                model:
                  nodeType: tree
                  properties: { root: { type: branch } }
                  subModels: { branch: { nodeType: branch, properties: { branches: { type: branch, multiple: true } } } }
                """);
        modules.write("m/contentTypes/garden.yaml", """
                datasource: { workspace: w }
                model: { properties: { best: { type: tree } } }
                """);
        modules.write("m/restEndpoints/garden.yaml", "$type: nepheleDeliveryEndpoint\ncontentType: garden\n");

        var endpoint = Objects.requireNonNull(modules.definitions().endpoints().get("garden"));

        assertThat(modules.problems()).isEmpty();
        assertThat(endpoint.childNodeTypes()).containsExactlyInAnyOrder("tree", "branch", "mgnl:contentNode");
        assertThat(endpoint.depth()).isEqualTo(EndpointReader.MAX_DEPTH);
    }

    private Map<String, Object> app() {
        assertThat(modules.problems()).isEmpty();
        return Objects.requireNonNull(modules.definitions().apps().get("a")).definition();
    }

    private static Map<String, Object> content(String label) {
        return Map.of("name", "content", "label", label);
    }

    private static eu.nephele.api.contenttype.ContentType type(
            Map<String, eu.nephele.api.contenttype.ContentType> types, String name) {
        return Objects.requireNonNull(types.get(name));
    }
}
