package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what of an app's or dialog's user interface is not understood: types of no known name, and Magnolia's 5-UI. */
final class UserInterface {

    private static final Set<String> TYPES = new TreeSet<>(List.of(
            "contentApp",
            "jcrContentApp",
            "app",
            "browser",
            "detail",
            "browserSubApp",
            "detailSubApp",
            "dialog",
            "formDialog",
            "treeView",
            "listView",
            "thumbnailView",
            "jcrTreeView",
            "jcrListView",
            "jcrThumbnailView",
            "jcrDropConstraint",
            "alwaysFalseDropConstraint",
            "alwaysTrueDropConstraint",
            "jcrTitleColumn",
            "jcrStatusColumn",
            "dateColumn",
            "iconColumn",
            "jcrPathColumn",
            "column",
            "jcrNodeFromLocationProvider",
            "openDetailSubappAction",
            "openDialogAction",
            "confirmationAction",
            "markAsDeletedAction",
            "jcrCommandAction",
            "chainedAction",
            "moveAction",
            "jcrExportAction",
            "exportAction",
            "importAction",
            "closeAction",
            "commitAction",
            "saveAction",
            "deleteAction",
            "duplicateNodeAction",
            "copyContentAction",
            "pasteContentAction",
            "moveNodeAction",
            "renameAction",
            "openPreviewAction",
            "showVersionsAction",
            "restoreVersionAction",
            "restorePreviousVersionAction",
            "jcrIsDeletedRule",
            "jcrPublishableRule",
            "jcrPublishedRule",
            "jcrHasVersionsRule",
            "tabbedLayout",
            "horizontal",
            "vertical",
            "stacked",
            "tabbedForm",
            "form",
            "textField",
            "richTextField",
            "codeField",
            "hiddenField",
            "staticField",
            "passwordField",
            "checkBoxField",
            "checkBoxGroupField",
            "radioButtonGroupField",
            "comboBoxField",
            "listSelectField",
            "twinColSelectField",
            "tokenField",
            "dateField",
            "linkField",
            "pageLinkField",
            "damLinkField",
            "resourceLinkField",
            "pageNorsuLinkField",
            "uploadField",
            "sliderField",
            "compositeField",
            "switchableField",
            "jcrMultiField",
            "jcrMultiValueField",
            "jcrMultiLinkField",
            "multiValueField",
            "jsonMultiField",
            "jsonCompositeField",
            "jsonComboBoxField",
            "jsonLinkField",
            "currentItemProvider",
            "jcrChildNodeProvider",
            "emailValidator",
            "regexpValidator",
            "nodeNameValidator",
            "safeHtmlValidator",
            "svgUploadValidator",
            "optionListDatasource",
            "jcrDatasource",
            "jsonDatasource",
            "contentDatasource",
            "contentTypeDatasource",
            "jcrContentTypeDatasource",
            // Nephele's own.
            "numberField",
            "moneyField",
            "localDateField",
            "geoPointField",
            "vocabularyField",
            "jsonField",
            "addFolderAction",
            "publishAction",
            "unpublishAction",
            "scheduleAction",
            "setFieldAction",
            "showReferencesAction"));

    private static final List<String> FIVE_UI = List.of(
            "info.magnolia.ui.contentapp.browser.",
            "info.magnolia.ui.contentapp.ContentSubAppDescriptor",
            "info.magnolia.ui.form.",
            "info.magnolia.ui.workbench.",
            "info.magnolia.ui.dialog.setup.",
            "FieldDefinition");

    private final Problems problems;

    UserInterface(Problems problems) {
        this.problems = problems;
    }

    static boolean isKnown(String type) {
        return TYPES.contains(type);
    }

    void check(Located value, String path) {
        switch (value) {
            case Located.Scalar ignored -> {}
            case Located.Items items -> items.items().forEach(item -> check(item, path));
            case Located.Fields map ->
                map.fields().forEach((key, field) -> {
                    var below = path.isEmpty() ? key : path + "." + key;
                    if (field.value() instanceof Located.Scalar scalar) {
                        named(key, scalar, below);
                    } else {
                        check(field.value(), below);
                    }
                });
        }
    }

    private void named(String key, Located.Scalar scalar, String path) {
        if (key.equals("$type") && !TYPES.contains(scalar.text())) {
            problems.minor(
                    scalar.place(),
                    path,
                    "unknown type `%s`".formatted(scalar.text()),
                    NearestName.suggest(scalar.text(), TYPES));
        }
        var old = key.equals("fieldType")
                || key.equals("class") && FIVE_UI.stream().anyMatch(scalar.text()::contains);
        if (old) {
            problems.minor(
                    scalar.place(),
                    path,
                    "`%s` is of Magnolia's 5-UI and has no counterpart".formatted(scalar.text()),
                    "write a field with `$type`, such as `textField`");
        }
    }
}
