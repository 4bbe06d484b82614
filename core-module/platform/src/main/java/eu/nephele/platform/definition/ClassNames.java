package eu.nephele.platform.definition;

import static java.util.Map.entry;

import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Located.Field;
import eu.nephele.platform.definition.internal.Located.Fields;
import eu.nephele.platform.definition.internal.Located.Items;
import eu.nephele.platform.definition.internal.Located.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code $type: textField} for the class names of Magnolia's 6-UI and 5-UI, and for 5-UI's {@code fieldType: text}. */
final class ClassNames {

    /** What has another name in 5-UI than its class says. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            entry("checkboxField", "checkBoxField"),
            entry("selectField", "comboBoxField"),
            entry("optionGroupField", "radioButtonGroupField"),
            entry("multiField", "jcrMultiField"),
            entry("multiValueField", "jcrMultiValueField"),
            entry("basicUploadField", "uploadField"),
            entry("damUploadField", "uploadField"),
            entry("textAreaField", "textField"),
            entry("basicTextCodeField", "codeField"),
            entry("assetLinkField", "damLinkField"),
            entry("workbenchField", "linkField"),
            entry("contentAppDescriptor", "contentApp"),
            entry("browserDescriptor", "browser"),
            entry("detailDescriptor", "detail"),
            entry("browserSubAppDescriptor", "browser"),
            entry("detailSubAppDescriptor", "detail"),
            entry("listPresenter", "listView"),
            entry("treePresenter", "treeView"),
            entry("thumbnailPresenter", "thumbnailView"),
            entry("propertyColumn", "column"),
            entry("metaDataColumn", "dateColumn"),
            entry("statusColumn", "jcrStatusColumn"),
            entry("titleColumn", "jcrTitleColumn"),
            entry("nodeNameColumn", "jcrTitleColumn"),
            entry("openEditDialogAction", "openDialogAction"),
            entry("openCreateDialogAction", "openDialogAction"),
            entry("deleteItemAction", "deleteAction"),
            entry("markNodeAsDeletedAction", "markAsDeletedAction"),
            entry("activationAction", "jcrCommandAction"),
            entry("deactivationAction", "jcrCommandAction"),
            entry("addNodeAction", "openDetailSubappAction"));

    private ClassNames() {}

    static Located translated(Located value) {
        return switch (value) {
            case Scalar scalar -> scalar;
            case Items items ->
                Items.of(
                        items.place(),
                        items.tag(),
                        items.items().stream().map(ClassNames::translated).toList());
            case Fields fields -> translated(fields);
        };
    }

    private static Fields translated(Fields fields) {
        var written = new LinkedHashMap<String, Field>();
        fields.fields().forEach((key, field) -> written.put(key, new Field(field.key(), translated(field.value()))));
        if (!written.containsKey("$type")) {
            var named = type(written, "class");
            var type = named == null ? type(written, "fieldType") : named;
            if (type != null) {
                var from = written.remove(named == null ? "fieldType" : "class");
                written.put("$type", new Field(from.key(), new Scalar(from.key(), null, type, Located.Kind.TEXT)));
                written.remove("class");
            }
        }
        return Fields.of(fields.place(), fields.tag(), written);
    }

    private static @Nullable String type(Map<String, Field> fields, String key) {
        var field = fields.get(key);
        if (field == null || !(field.value() instanceof Scalar scalar)) {
            return null;
        }
        return key.equals("class") ? ofClass(scalar.text()) : known(decapitalized(scalar.text()) + "Field");
    }

    /** The short name of {@code info.magnolia.ui.form.field.definition.TextFieldDefinition}; null for a class of no known name. */
    static @Nullable String ofClass(String className) {
        if (!className.startsWith("info.magnolia.")) {
            return null;
        }
        var simple = className.substring(className.lastIndexOf('.') + 1);
        return known(decapitalized(simple.endsWith("Definition") ? simple.substring(0, simple.length() - 10) : simple));
    }

    private static @Nullable String known(String name) {
        var type = OTHER_NAMES.getOrDefault(name, name);
        return UserInterface.isKnown(type) ? type : null;
    }

    private static String decapitalized(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
