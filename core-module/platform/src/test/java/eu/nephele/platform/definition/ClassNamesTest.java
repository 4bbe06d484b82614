package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Magnolia's 5-UI in light modules that are moved here as they are. */
class ClassNamesTest {

    @ParameterizedTest
    @CsvSource({
        "form.field.definition.TextFieldDefinition, textField",
        "form.field.definition.RichTextFieldDefinition, richTextField",
        "form.field.definition.CheckboxFieldDefinition, checkBoxField",
        "form.field.definition.CompositeFieldDefinition, compositeField",
        "form.field.definition.DateFieldDefinition, dateField",
        "form.field.definition.HiddenFieldDefinition, hiddenField",
        "form.field.definition.LinkFieldDefinition, linkField",
        "form.field.definition.MultiValueFieldDefinition, jcrMultiValueField",
        "form.field.definition.OptionGroupFieldDefinition, radioButtonGroupField",
        "form.field.definition.PasswordFieldDefinition, passwordField",
        "form.field.definition.SelectFieldDefinition, comboBoxField",
        "form.field.definition.StaticFieldDefinition, staticField",
        "form.field.definition.SwitchableFieldDefinition, switchableField",
        "form.field.definition.TwinColSelectFieldDefinition, twinColSelectField",
        "form.field.definition.BasicTextCodeFieldDefinition, codeField",
        "form.field.definition.BasicUploadFieldDefinition, uploadField",
        "contentapp.browser.BrowserSubAppDescriptor, browser",
        "contentapp.detail.DetailSubAppDescriptor, detail",
    })
    void aClassOfTheFiveUiIsTheFieldThatTookItsPlace(String className, String type) {
        assertThat(ClassNames.ofClass("info.magnolia.ui." + className)).isEqualTo(type);
        assertThat(UserInterface.isKnown(type)).isTrue();
    }

    @Test
    void aClassWithoutACounterpartIsReportedWithItsPlace(@TempDir Path folder) {
        var modules = new TestingModules(folder).write("m/apps/old.yaml", """
                class: info.magnolia.ui.contentapp.configuration.ContentAppDescriptor
                subApps:
                  detail:
                    editor:
                      form:
                        tabs:
                          - name: a
                            fields:
                              - { name: one, class: info.magnolia.ui.form.field.definition.TextFieldDefinition }
                              - { name: two, class: info.magnolia.ui.form.field.definition.SecretMapFieldDefinition }
                              - { name: three, fieldType: secretMap }
                              - { name: four, class: com.example.OwnFieldDefinition }
                """);

        assertThat(modules.problems())
                .hasSize(3)
                .allMatch(problem -> problem.contains("is of Magnolia's 5-UI and has no counterpart")
                        && problem.contains("write a field with `$type`"))
                .anyMatch(problem -> problem.startsWith("MINOR m/apps/old.yaml:10:"))
                .anyMatch(problem -> problem.startsWith("MINOR m/apps/old.yaml:11:"))
                .anyMatch(problem -> problem.startsWith("MINOR m/apps/old.yaml:12:"));
    }
}
