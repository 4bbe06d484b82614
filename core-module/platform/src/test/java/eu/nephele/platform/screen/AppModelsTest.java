package eu.nephele.platform.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.TestingModules;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppModelsTest {

    private static final String BOAT = """
            datasource: { workspace: boats }
            model:
              properties:
                title: { required: true, i18n: true, validation: { minLength: 3, maxLength: 80 } }
                built: { type: LocalDate, search: [ sort, range ] }
                land: { vocabulary: lands, search: facet }
                yard: { type: 'reference:boat' }
                photos: { type: asset, multiple: true }
                home: { type: GeoPoint }
                length: { type: Double, validation: { min: 1 } }
                price: { type: money }
                blurb: { type: richText, i18n: true }
                afloat: { type: Boolean, $type: checkBoxField, buttonLabel: Afloat }
                level: { options: { easy: { label: Easy }, hard: { value: h } } }
                names: { multiple: true }
                parts: { type: part, multiple: true }
              subModels:
                money: { properties: { amount: { type: Decimal }, currency: { } } }
                part: { properties: { name: { i18n: true }, parts: { type: part, multiple: true } } }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestingModules modules;

    @BeforeEach
    void boats() {
        modules = new TestingModules(folder)
                .write("m/contentTypes/boat.yaml", BOAT)
                .write("m/vocabularies/lands.yaml", "terms: { EU: {}, IT: { broader: EU } }");
    }

    private AppModel app(String name, String language) {
        var definitions = modules.definitions();
        return new AppModels(() -> definitions).find(name, language).orElseThrow();
    }

    private static AppModel.Detail detail(AppModel app) {
        return Objects.requireNonNull(app.detail());
    }

    private static Field field(AppModel app, String... path) {
        var fields = detail(app).fields();
        Field found = null;
        for (var name : path) {
            found = fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var item = found.item();
            fields = Objects.requireNonNullElse(item == null ? found.fields() : item.fields(), List.of());
        }
        return Objects.requireNonNull(found);
    }

    @Test
    void aContentTypeWithoutAnAppHasAGeneratedOneWithAFieldForEachType() {
        var app = app("boat-app", "en");

        assertThat(detail(app).fields())
                .extracting(Field::name, Field::type, Field::valueType, Field::multiple)
                .containsExactly(
                        tuple("title", "textField", "string", false),
                        tuple("built", "localDateField", "day", false),
                        tuple("land", "vocabularyField", "string", false),
                        tuple("yard", "linkField", "reference", false),
                        tuple("photos", "damLinkField", "asset", true),
                        tuple("home", "geoPointField", "geoPoint", false),
                        tuple("length", "numberField", "number", false),
                        tuple("price", "moneyField", "object", false),
                        tuple("blurb", "richTextField", "html", false),
                        tuple("afloat", "checkBoxField", "boolean", false),
                        tuple("level", "comboBoxField", "string", false),
                        tuple("names", "multiField", "string", true),
                        tuple("parts", "multiField", "object", true));
        assertThat(field(app, "title").required()).isTrue();
        assertThat(field(app, "title").i18n()).isTrue();
        assertThat(field(app, "title").validators().getFirst().parameters()).containsEntry("max", 80);
        assertThat(field(app, "land").datasource()).isEqualTo(Datasource.vocabulary("lands", true));
        assertThat(Objects.requireNonNull(field(app, "yard").datasource()).contentTypes())
                .containsExactly("boat");
        assertThat(field(app, "afloat").attributes()).containsEntry("buttonLabel", "Afloat");
        assertThat(Objects.requireNonNull(field(app, "level").datasource()).options())
                .extracting(Datasource.Choice::value)
                .containsExactly("easy", "h");
    }

    @Test
    void aModelThatHoldsItselfEndsInJson() {
        var app = app("boat-app", "en");

        assertThat(field(app, "parts", "parts").item()).extracting(Field::type).isEqualTo("compositeField");
        assertThat(field(app, "parts", "parts", "parts").item())
                .extracting(Field::type)
                .isEqualTo("jsonField");
    }

    @Test
    void everyFieldIsInOneTabAndTheTabsAreLabelled() {
        var app = app("boat-app", "de");

        assertThat(detail(app).layout().type()).isEqualTo("tabs");
        assertThat(detail(app).layout().tabs())
                .extracting(AppModel.Tab::name, tab -> tab.label().text(), AppModel.Tab::fields)
                .contains(tuple("links", "Verknüpfungen und Medien", List.of("yard", "photos")));
        assertThat(detail(app).layout().tabs().stream().flatMap(tab -> tab.fields().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        detail(app).fields().stream().map(Field::name).toList());
    }

    @Test
    void aMissingLabelNamesTheKeysThatWereLookedFor() {
        var label = field(app("boat-app", "de"), "parts", "name").label();

        assertThat(label.missing()).isTrue();
        assertThat(label.text()).isEqualTo("Name");
        assertThat(label.keys())
                .startsWith(
                        "boat-app.parts.name.label",
                        "boat-app.parts.field.name.label",
                        "boat-app.parts.value.name.label")
                .contains("boat.parts.name.label", "fields.name.label");
    }

    @Test
    void labelsAreFoundByAnyOfTheirKeysInTheAskedLanguageAndItsFallbacks() {
        modules.write(
                "m/i18n/m-messages_en.properties",
                "boat.title.label=Name of the boat\nboat-app.parts.value.name.label=Part\nfields.home.label=Harbour\nboat.plural.label=Boats");
        modules.write("m/i18n/m-messages_de.properties", "boat.title.label=Name des Bootes");

        assertThat(field(app("boat-app", "de-AT"), "title").label().text()).isEqualTo("Name des Bootes");
        assertThat(field(app("boat-app", "fr"), "title").label().text()).isEqualTo("Name of the boat");
        assertThat(field(app("boat-app", "de"), "parts", "name").label().text()).isEqualTo("Part");
        assertThat(field(app("boat-app", "en"), "home").label().text()).isEqualTo("Harbour");
        assertThat(app("boat-app", "en").label())
                .isEqualTo(new Label("Boats", app("boat-app", "en").label().keys(), false));
    }

    @Test
    void whatAnAppSaysIsLaidOverWhatIsGenerated() {
        modules.write("m/apps/fleet.yaml", """
                !content-type:boat
                name: fleet
                label: The fleet
                subApps:
                  browser:
                    workbench: { contentViews: { list: { columns: [ { name: length, label: Length, width: 90 } ] } } }
                    actions: { sail: { $type: jcrCommandAction, command: sail, availability: { multiple: true } } }
                  detail:
                    form:
                      properties:
                        title: { rows: 2, readOnly: true, validators: { mail: { $type: emailValidator, errorMessage: No address } } }
                        land: { $type: radioButtonGroupField, options: { a: { label: A } } }
                        gone: { $type: textField }
                """);
        var app = app("fleet", "en");
        var browser = Objects.requireNonNull(app.browser());
        var list = browser.views().getFirst();

        assertThat(app.label().text()).isEqualTo("The fleet");
        assertThat(list.columns())
                .extracting(AppModel.Column::name)
                .startsWith("title")
                .contains("length", "state");
        assertThat(list.columns().getLast().attributes()).containsEntry("width", 90L);
        assertThat(browser.actions()).extracting(AppModel.Action::name).contains("publish", "sail");
        assertThat(field(app, "title").attributes()).containsEntry("rows", 2L);
        assertThat(field(app, "title").readOnly()).isTrue();
        assertThat(field(app, "title").validators())
                .extracting(Field.Validator::type, Field.Validator::enforced)
                .containsExactly(tuple("lengthValidator", true), tuple("emailValidator", false));
        assertThat(field(app, "land").type()).isEqualTo("radioButtonGroupField");
        assertThat(field(app, "gone").stored()).isFalse();
        assertThat(modules.problems())
                .containsExactly(
                        "MINOR m/apps/fleet.yaml:13:15 subApps.detail.form.properties.gone: the content type `boat` has no property `gone`: the field cannot be saved");
        assertThat(modules.definitions().apps()).containsOnlyKeys("fleet");
    }

    @Test
    void fieldsInFieldsAreReadToAnyDepth() {
        modules.write("m/apps/deep.yaml", """
                !content-type:boat
                name: deep
                subApps: { detail: { form: { properties: { link: {
                  $type: switchableField,
                  field: { $type: radioButtonGroupField, datasource: { $type: optionListDatasource, options: [ { name: in, value: in }, { name: out, value: out } ] } },
                  itemProvider: { $type: jcrChildNodeProvider },
                  forms: [
                    { name: in, properties: { page: { $type: pageLinkField } } },
                    { name: out, properties: { many: { $type: jcrMultiField, field: { $type: compositeField, itemProvider: { $type: jcrChildNodeProvider },
                      properties: { url: { $type: textField }, deeper: { $type: jcrMultiValueField, field: { $type: sliderField, max: 5 } } } } } } } ] },
                  side: { $type: compositeField, itemProvider: { $type: currentItemProvider }, properties: { afloat: { $type: checkBoxField } } } } } } }
                """);
        var app = app("deep", "en");
        var link = field(app, "link");
        var forms = Objects.requireNonNull(link.forms());

        assertThat(Objects.requireNonNull(link.selector()).property()).isEqualTo("field");
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(link.selector()).datasource())
                        .options())
                .hasSize(2);
        assertThat(forms).extracting(Field.Form::name).containsExactly("in", "out");
        var composite =
                Objects.requireNonNull(forms.getLast().fields().getFirst().item());
        assertThat(composite.storage()).isEqualTo("child");
        var deeper = Objects.requireNonNull(
                Objects.requireNonNull(composite.fields()).getLast().item());
        assertThat(deeper.type()).isEqualTo("sliderField");
        assertThat(deeper.attributes()).containsEntry("max", 5L);
        assertThat(field(app, "side").property()).isNull();
        assertThat(field(app, "side", "afloat").property()).isEqualTo("afloat");
    }

    @Test
    void fieldsOfTheFiveUiAreTranslated() {
        modules.write("m/apps/old.yaml", """
                class: info.magnolia.ui.contentapp.ContentAppDescriptor
                name: old
                subApps:
                  browser:
                    class: info.magnolia.ui.contentapp.browser.BrowserSubAppDescriptor
                    workbench:
                      workspace: boats
                      contentViews: [ { name: tree, class: info.magnolia.ui.workbench.tree.TreePresenterDefinition, columns: [ { name: built, class: info.magnolia.ui.workbench.column.definition.PropertyColumnDefinition } ] } ]
                  detail:
                    class: info.magnolia.ui.contentapp.detail.DetailSubAppDescriptor
                    editor:
                      form:
                        tabs:
                          - name: first
                            fields:
                              - { name: title, class: info.magnolia.ui.form.field.definition.TextFieldDefinition, rows: 3 }
                              - { name: level, class: info.magnolia.ui.form.field.definition.SelectFieldDefinition, options: [ { name: a, value: a, label: A } ] }
                          - { name: second, fields: [ { name: blurb, fieldType: richText }, { name: odd, class: info.magnolia.ui.form.field.definition.OddFieldDefinition } ] }
                """);
        var app = app("old", "en");

        assertThat(app.contentType()).isEqualTo("boat");
        assertThat(detail(app).fields())
                .extracting(Field::name, Field::type)
                .containsExactly(
                        tuple("title", "textField"),
                        tuple("level", "comboBoxField"),
                        tuple("blurb", "richTextField"),
                        tuple("odd", "unknownField"));
        assertThat(detail(app).layout().tabs()).extracting(AppModel.Tab::name).containsExactly("first", "second");
        assertThat(Objects.requireNonNull(app.browser()).views().getFirst().type())
                .isEqualTo("tree");
        assertThat(modules.problems())
                .containsExactly(
                        "MINOR m/apps/old.yaml:18:97 subApps.detail.editor.form.tabs.fields.class: `info.magnolia.ui.form.field.definition.OddFieldDefinition` is of Magnolia's 5-UI and has no counterpart (write a field with `$type`, such as `textField`)");
    }

    @Test
    void theLaunchersGroupsAreThoseOfItsConfiguration() {
        modules.write(
                "m/decorations/ui-admincentral/config.yaml",
                "appLauncherLayout: { groups: { ships: { apps: [ { name: boat-app } ] } } }");
        var definitions = modules.definitions();

        assertThat(new AppModels(() -> definitions).list("en"))
                .extracting(AppModel.Summary::name, AppModel.Summary::group)
                .containsExactly(tuple("boat-app", "ships"));
    }

    @Test
    void theLauncherTellsAppsOfFilesByTheirWorkspace() {
        modules.write(
                        "m/contentTypes/photo.yaml",
                        "{ datasource: { workspace: dam }, model: { nodeType: 'mgnl:asset' } }")
                .write("m/apps/photos.yaml", "!content-type:photo\nname: photos")
                .write("m/apps/old-photos.yaml", "subApps: { browser: { workbench: { workspace: dam } } }");
        var definitions = modules.definitions();

        assertThat(new AppModels(() -> definitions).list("en"))
                .extracting(AppModel.Summary::name, AppModel.Summary::workspace)
                .contains(tuple("photos", "dam"), tuple("old-photos", "dam"), tuple("boat-app", "boats"));
    }

    @Test
    void whatIsNoLanguageIsRefused() {
        assertThatThrownBy(() -> app("boat-app", "../x"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("is no language");
    }
}
