package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Datasource;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.platform.definition.internal.Located.Scalar;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code contentTypes/<name>.yaml}. */
final class ContentTypeReader {

    private static final Pattern NAME = Pattern.compile("([A-Za-z]{1,20}:)?[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}");
    private static final Pattern LOCALE_SUFFIX = Pattern.compile("_[a-z]{2,3}(_[A-Z][A-Za-z]+)?$");
    static final int MAX_ENTRIES = 1_000;
    private static final String ENTRY_NODE_TYPE = "mgnl:content";
    static final String CHILD_NODE_TYPE = "mgnl:contentNode";

    private final Set<String> contentTypes;
    private final Set<String> vocabularies;

    /** @param contentTypes names of all content types, to be referred to */
    ContentTypeReader(Set<String> contentTypes, Set<String> vocabularies) {
        this.contentTypes = contentTypes;
        this.vocabularies = vocabularies;
    }

    @Nullable
    ContentType read(DefinitionFile file, Section root) {
        root.ignore("class", "$type", "name");
        var label = root.text("label");
        root.text("description");
        var datasource = datasource(root);
        var model = root.value("model");
        if (model.isEmpty()) {
            root.severe("model", "needs a `model` with `properties`", null);
        }
        var entry = entry(file.name(), root.section("model"));
        root.finish();
        if (datasource == null || model.isEmpty()) {
            return null;
        }
        return new ContentType(file.name(), file.module(), label, datasource, entry);
    }

    private static @Nullable Datasource datasource(Section root) {
        var section = root.section("datasource");
        section.ignore("class", "$type", "name");
        var workspace = section.text("workspace");
        var rootPath = section.text("rootPath", "/");
        if (!rootPath.startsWith("/")) {
            section.major("rootPath", "must start with a slash, not be `%s`".formatted(rootPath), null);
            rootPath = "/" + rootPath;
        }
        var autoCreate = section.flag("autoCreate", false);
        var spread = section.flag("spread", false);
        var namespaces = namespaces(section);
        section.finish();
        if (workspace == null || workspace.isBlank()) {
            root.severe("datasource", "needs a `datasource` with a `workspace`", "datasource: {workspace: ...}");
            return null;
        }
        var path = rootPath.length() > 1 && rootPath.endsWith("/")
                ? rootPath.substring(0, rootPath.length() - 1)
                : rootPath;
        return new Datasource(workspace, path, autoCreate, namespaces, spread);
    }

    private static Map<String, String> namespaces(Section datasource) {
        var namespaces = new LinkedHashMap<String, String>();
        for (var entry : datasource.named("namespaces")) {
            if (entry.value() instanceof Scalar uri) {
                namespaces.put(entry.name(), uri.text());
            } else {
                var uri = entry.section().text("uri");
                if (uri != null) {
                    namespaces.put(entry.name(), uri);
                }
                entry.section().finish();
            }
        }
        return namespaces;
    }

    private Model entry(String name, Section section) {
        var declared = limited(section, "subModels");
        var subModelNames = new ArrayList<String>();
        declared.forEach(entry -> subModelNames.add(entry.name()));
        var properties = new PropertyReader(subModelNames, contentTypes, vocabularies);
        var subModels = new ArrayList<Model>();
        var seen = new HashSet<String>();
        for (var entry : declared) {
            if (!seen.add(entry.name().toLowerCase(java.util.Locale.ROOT))) {
                section.problems()
                        .major(
                                entry.place(),
                                entry.section().path(),
                                "has the sub-model `%s` twice".formatted(entry.name()),
                                "the first one is used");
                continue;
            }
            if (entry.section().value("subModels").isPresent()) {
                entry.section()
                        .major(
                                "subModels",
                                "a sub-model cannot hold sub-models",
                                "declare them beside `%s`; sub-models may name each other".formatted(entry.name()));
            }
            subModels.add(model(entry.name(), entry.section(), CHILD_NODE_TYPE, properties));
        }
        var model = model(name, section, ENTRY_NODE_TYPE, properties);
        return new Model(model.name(), model.nodeType(), model.properties(), subModels);
    }

    private static Model model(String name, Section section, String nodeType, PropertyReader reader) {
        section.ignore("class", "$type", "name", "label", "description");
        var type = section.text("nodeType", nodeType);
        var properties = new ArrayList<Property>();
        var seen = new HashSet<String>();
        for (var entry : limited(section, "properties")) {
            if (!seen.add(entry.name())) {
                section.problems()
                        .major(
                                entry.place(),
                                entry.section().path(),
                                "has the property `%s` twice".formatted(entry.name()),
                                "the first one is used");
                continue;
            }
            var property = reader.read(entry);
            if (NAME.matcher(entry.name()).matches()) {
                properties.add(property);
            } else {
                section.problems()
                        .major(
                                entry.place(),
                                entry.section().path(),
                                "`%s` is no name of a property".formatted(entry.name()),
                                "use letters, digits, _ and -");
            }
        }
        section.finish();
        checkLocalized(section, properties);
        return new Model(name, type, properties, List.of());
    }

    /** The German {@code title} is stored as {@code title_de}: no other property may be called so. */
    private static void checkLocalized(Section section, List<Property> properties) {
        var localized = new HashSet<String>();
        properties.stream().filter(Property::i18n).map(Property::name).forEach(localized::add);
        for (var property : properties) {
            var suffix = LOCALE_SUFFIX.matcher(property.name());
            if (suffix.find() && localized.contains(property.name().substring(0, suffix.start()))) {
                section.minor(
                        "properties",
                        "`%s` looks like the value of another property in a locale".formatted(property.name()),
                        "rename it");
            }
        }
    }

    /** The entries of a collection, no more than a model may have. */
    private static List<Section.Named> limited(Section section, String key) {
        var entries = section.named(key);
        if (entries.size() <= MAX_ENTRIES) {
            return entries;
        }
        section.major(key, "has more than %d entries".formatted(MAX_ENTRIES), "the others are left out");
        return entries.subList(0, MAX_ENTRIES);
    }
}
