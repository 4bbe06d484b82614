package eu.nephele.platform.screen;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where the choices of a field come from, in a form that an editor can ask for. */
final class Datasources {

    private static final Set<String> CHOOSING = Set.of(
            "checkBoxGroupField",
            "radioButtonGroupField",
            "comboBoxField",
            "listSelectField",
            "twinColSelectField",
            "tokenField",
            "vocabularyField",
            "linkField",
            "pageLinkField",
            "damLinkField",
            "resourceLinkField");
    private static final Set<String> COMMON = Set.of("$type", "class", "options");

    private final Scope scope;

    Datasources(Scope scope) {
        this.scope = scope;
    }

    /** Null for a type of field that offers no choices. */
    @Nullable
    Datasource forField(String type, Keys keys, @Nullable Property property, List<String> labelKeys) {
        if (!CHOOSING.contains(type)) {
            return null;
        }
        if (type.equals("damLinkField")) {
            return Datasource.assets(keys.at("datasource").without(COMMON));
        }
        return of(keys, property, labelKeys);
    }

    /** What the field says, else what its property says. */
    @Nullable
    Datasource of(Keys keys, @Nullable Property property, List<String> labelKeys) {
        var vocabulary = keys.text("vocabulary");
        if (vocabulary != null) {
            return vocabulary(vocabulary);
        }
        var comboBox = keys.at("comboBox");
        var source = keys.has("datasource") ? keys.at("datasource") : comboBox.at("datasource");
        if (keys.has("options") || source.has("options")) {
            return options(keys.has("options") ? keys : source, labelKeys);
        }
        var written = source == Keys.NONE || source.map().isEmpty() ? null : written(source);
        if (written != null) {
            return written;
        }
        var contentType = keys.text("contentType", keys.at("chooser").text("contentType"));
        if (contentType != null) {
            return entries(List.of(contentType), Map.of());
        }
        var app = keys.at("chooser", "workbenchChooser").text("appName", keys.text("appName", keys.text("chooserId")));
        var chosen = app == null ? null : ofApp(app);
        return chosen != null ? chosen : property == null ? null : ofProperty(property, labelKeys);
    }

    private @Nullable Datasource written(Keys source) {
        var parameters = source.without(COMMON);
        var type = source.text("$type", "");
        var contentType = source.text("contentType");
        if (contentType != null) {
            return entries(List.of(contentType), parameters);
        }
        if (type.equals("jsonDatasource")) {
            return Datasource.unavailable(
                    "choices from the REST client `%s` are not fetched".formatted(source.text("restClient", "?")),
                    parameters);
        }
        var workspace = source.text("workspace");
        return workspace == null ? null : inWorkspace(workspace, source.texts("allowedNodeTypes"), parameters);
    }

    private Datasource inWorkspace(String workspace, List<String> nodeTypes, Map<String, Object> parameters) {
        if (workspace.equals("dam")) {
            return Datasource.assets(parameters);
        }
        var types = scope.definitions().contentTypesIn(workspace).stream()
                .filter(type -> nodeTypes.isEmpty() || nodeTypes.contains(type.nodeType()))
                .map(ContentType::name)
                .toList();
        return types.isEmpty()
                ? Datasource.unavailable(
                        "no content type is stored in the workspace `%s`".formatted(workspace), parameters)
                : Datasource.entries(types, parameters);
    }

    private Datasource entries(List<String> contentTypes, Map<String, Object> parameters) {
        for (var type : contentTypes) {
            if (scope.definitions().contentType(type).isEmpty()) {
                return Datasource.unavailable("there is no content type `%s`".formatted(type), parameters);
            }
        }
        return Datasource.entries(contentTypes, parameters);
    }

    private @Nullable Datasource ofApp(String app) {
        var definition = scope.definitions().apps().get(app.replaceFirst("^.*:", ""));
        return definition == null || definition.contentType() == null
                ? null
                : entries(List.of(definition.contentType()), Map.of());
    }

    private @Nullable Datasource ofProperty(Property property, List<String> labelKeys) {
        if (property.vocabulary() != null) {
            return vocabulary(property.vocabulary());
        }
        if (!property.options().isEmpty()) {
            var choices = property.options().stream()
                    .map(option -> choice(option, labelKeys))
                    .toList();
            return Datasource.options(choices);
        }
        if (property.type() instanceof Reference reference) {
            return entries(List.of(reference.contentType()), Map.of());
        }
        return property.type() == Scalar.ASSET ? Datasource.assets(Map.of()) : null;
    }

    private Datasource vocabulary(String name) {
        var vocabulary = scope.definitions().vocabularies().get(name);
        return vocabulary == null
                ? Datasource.unavailable("there is no vocabulary `%s`".formatted(name), Map.of())
                : Datasource.vocabulary(name, ((Vocabulary) vocabulary).isTree());
    }

    private Datasource.Choice choice(Option option, List<String> labelKeys) {
        return new Datasource.Choice(option.value(), label(option.label(), option.value(), labelKeys), false, null);
    }

    private Label label(@Nullable String given, String name, List<String> labelKeys) {
        var keys = labelKeys.stream().map(key -> key + "." + name + ".label").toList();
        return scope.labels().find(given == null || given.equals(name) ? null : given, keys, name);
    }

    private Datasource options(Keys source, List<String> labelKeys) {
        var choices = new ArrayList<Datasource.Choice>();
        for (var option : source.named("options")) {
            var keys = option.keys();
            choices.add(new Datasource.Choice(
                    keys.text("value", option.name()),
                    label(keys.text("label"), option.name(), labelKeys),
                    keys.flag("selected", false),
                    keys.text("iconSrc")));
        }
        if (source.flag("sort", false)) {
            choices.sort(java.util.Comparator.comparing(choice -> choice.label().text()));
        }
        return Datasource.options(choices);
    }
}
