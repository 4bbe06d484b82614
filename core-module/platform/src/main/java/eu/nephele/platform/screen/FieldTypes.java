package eu.nephele.platform.screen;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of fields, each with the attributes that mean something to it. */
public final class FieldTypes {

    static final String MULTI = "multiField";
    static final String COMPOSITE = "compositeField";
    static final String SWITCHABLE = "switchableField";
    static final String UNKNOWN = "unknownField";
    static final String MONEY = "moneyField";

    /** Names that mean the same as another. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            entry("jcrMultiField", MULTI),
            entry("jcrMultiValueField", MULTI),
            entry("jcrMultiLinkField", MULTI),
            entry("multiValueField", MULTI),
            entry("jsonMultiField", MULTI),
            entry("jsonCompositeField", COMPOSITE),
            entry("jsonComboBoxField", "comboBoxField"),
            entry("jsonLinkField", "linkField"),
            entry("pageNorsuLinkField", "pageLinkField"));

    private static final List<String> LINK = List.of(
            "chooserId",
            "editable",
            "showOptions",
            "textInputAllowed",
            "filteringMode",
            "preview",
            "buttonSelectNewLabel",
            "buttonSelectOtherLabel",
            "converterClass");

    private static final Map<String, List<String>> ATTRIBUTES = Map.ofEntries(
            entry("textField", List.of("rows", "maxLength", "type")),
            entry(
                    "richTextField",
                    List.of(
                            "height",
                            "alignment",
                            "images",
                            "lists",
                            "source",
                            "tables",
                            "colors",
                            "fonts",
                            "fontSizes",
                            "configJsFile",
                            "editorType",
                            "ckEditorVersion",
                            "linkFieldDefinitions")),
            entry("codeField", List.of("language", "height")),
            entry("hiddenField", List.of()),
            entry("staticField", List.of("value")),
            entry("passwordField", List.of()),
            entry("checkBoxField", List.of("buttonLabel")),
            entry("checkBoxGroupField", List.of()),
            entry("radioButtonGroupField", List.of()),
            entry(
                    "comboBoxField",
                    List.of(
                            "textInputAllowed",
                            "pageLength",
                            "emptySelectionAllowed",
                            "emptySelectionCaption",
                            "filteringMode",
                            "newItemProviderClass")),
            entry("listSelectField", List.of("leftColumnCaption", "rightColumnCaption")),
            entry("twinColSelectField", List.of("leftColumnCaption", "rightColumnCaption")),
            entry("tokenField", List.of("textInputAllowed", "filteringMode")),
            entry("dateField", List.of("time", "dateFormat", "timeFormat", "resolution", "type")),
            entry("localDateField", List.of("dateFormat", "resolution")),
            entry("numberField", List.of("unit", "stepSize", "type")),
            entry(MONEY, List.of()),
            entry("geoPointField", List.of("zoom", "height")),
            entry("vocabularyField", List.of("filteringMode", "leavesOnly")),
            entry("linkField", LINK),
            entry("pageLinkField", LINK),
            entry("damLinkField", LINK),
            entry("resourceLinkField", LINK),
            entry("uploadField", List.of("maxUploadSize", "allowedMimeTypePattern")),
            entry("sliderField", List.of("stepSize", "displayStepSize", "valueFormat", "min", "max")),
            entry("jsonField", List.of("height")),
            entry(COMPOSITE, List.of("propertyNameDecorator")),
            entry(SWITCHABLE, List.of("propertyNameDecorator")),
            entry(
                    MULTI,
                    List.of(
                            "minItems",
                            "maxItems",
                            "canRemoveItems",
                            "buttonSelectAddLabel",
                            "buttonSelectRemoveLabel",
                            "itemCountErrorMessage",
                            "orderHandler",
                            "entryResolution")),
            entry(UNKNOWN, List.of()));

    /** Attributes of every field. */
    static final List<String> COMMON = List.of("styleName", "width", "converterClass", "fieldBinderClass");

    /** Attributes that are texts for people, or the keys of such. */
    static final Set<String> TEXTS = Set.of(
            "buttonLabel",
            "buttonSelectNewLabel",
            "buttonSelectOtherLabel",
            "buttonSelectAddLabel",
            "buttonSelectRemoveLabel",
            "emptySelectionCaption",
            "leftColumnCaption",
            "rightColumnCaption",
            "itemCountErrorMessage");

    private FieldTypes() {}

    /** The type that a {@code $type} means; {@code unknownField} for one that nobody knows. */
    static String of(String declared) {
        var type = SYNONYMS.getOrDefault(declared, declared);
        return ATTRIBUTES.containsKey(type) ? type : UNKNOWN;
    }

    /** All types, for the schema of the model. */
    public static Set<String> all() {
        return ATTRIBUTES.keySet();
    }

    static List<String> attributes(String type) {
        return ATTRIBUTES.getOrDefault(type, List.of());
    }
}
