package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RichTextFieldsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final String PAGE = """
            datasource: { workspace: pages }
            model:
              properties:
                title: { }
                text: { type: String }
                own: { $type: richTextField }
                kind: { vocabulary: kinds }
                seoText: { }
                parts: { type: part, multiple: true }
              subModels:
                part: { properties: { body: { }, note: { } } }
            """;

    private String richIn(String app) {
        var modules = new TestingModules(folder)
                .write("m/contentTypes/page.yaml", PAGE)
                .write("m/vocabularies/kinds.yaml", "terms: { a: {} }")
                .write("m/apps/pages.yaml", app);
        var model = modules.definitions().contentType("page").orElseThrow().model();
        var part = model.subModel("part").orElseThrow();
        var rich = java.util.stream.Stream.concat(model.properties().stream(), part.properties().stream())
                .filter(property -> property.type() == Scalar.RICH_TEXT)
                .map(Property::name)
                .toList();
        return String.join(" ", rich);
    }

    @Test
    void aStringWithARichTextFieldIsARichText() {
        assertThat(richIn("""
                !content-type:page
                subApps:
                  detail:
                    form:
                      properties:
                        text: { $type: richTextField }
                        title: { $type: textField }
                        kind: { $type: richTextField }
                """)).isEqualTo("text own");
    }

    @Test
    void soItIsInsideCompositesAndListsOfThem() {
        assertThat(richIn("""
                !content-type:page
                subApps:
                  detail:
                    form:
                      properties:
                        - name: seo
                          $type: compositeField
                          properties: { text: { $type: richTextField } }
                        - name: parts
                          $type: jcrMultiField
                          field: { $type: compositeField, properties: { body: { $type: richTextField } } }
                """)).isEqualTo("own seoText body");
    }

    @Test
    void soItIsInTheTabsOfTheFiveUi() {
        assertThat(richIn("""
                !content-type:page
                subApps:
                  detail:
                    editor:
                      form:
                        tabs:
                          - { name: main, fields: [ { name: text, class: info.magnolia.ui.form.field.definition.RichTextFieldDefinition } ] }
                """)).isEqualTo("text own");
    }
}
