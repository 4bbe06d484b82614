package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions.AppDefinition;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code apps/**.yaml}: what is written there, over what is generated from the content type that it names. */
final class AppReader {

    static final String CONTENT_TYPE = "!content-type:";

    /** Fields that hold other fields, or show something that is not stored. */
    private static final Set<String> UNSTORED = Set.of("compositeField", "switchableField", "staticField");

    private final Map<String, ContentType> contentTypes;
    private final Map<String, Located> written;
    private final Map<String, String> groups;

    /**
     * @param written the files of content types by their names
     * @param groups of the launcher, by the name of an app
     */
    AppReader(Map<String, ContentType> contentTypes, Map<String, Located> written, Map<String, String> groups) {
        this.contentTypes = contentTypes;
        this.written = written;
        this.groups = groups;
    }

    AppDefinition read(DefinitionFile file, Located.Fields root, Problems problems) {
        var tag = root.tag();
        var named = tag != null && tag.startsWith(CONTENT_TYPE) ? tag.substring(CONTENT_TYPE.length()) : null;
        var contentType = named == null ? null : contentTypes.get(named);
        if (named != null && contentType == null) {
            problems.major(
                    root.place(),
                    "",
                    "is made from the content type `%s`, which does not exist".formatted(named),
                    NearestName.suggest(named, contentTypes.keySet()));
        }
        var name =
                root.value("name") instanceof Located.Scalar scalar && !scalar.isNull() ? scalar.text() : file.name();
        var translated = ClassNames.translated(root);
        new UserInterface(problems).check(translated, "");
        if (contentType == null) {
            return app(name, file.module(), named, translated);
        }
        checkFields(translated, contentType, problems);
        var base = new GeneratedApp(contentType, contentTypes, written.get(named)).definition(root.place());
        return app(name, file.module(), named, Merge.over(base, translated.withTag(null)));
    }

    /** The app of a content type that no file makes one for. */
    AppDefinition generated(ContentType type) {
        var place = Place.wholeFile("%s/contentTypes/%s.yaml".formatted(type.module(), type.name()));
        var app = new GeneratedApp(type, contentTypes, written.get(type.name())).definition(place);
        return app(type.name() + "-app", type.module(), type.name(), app);
    }

    private AppDefinition app(String name, String module, @Nullable String contentType, Located root) {
        @SuppressWarnings("unchecked")
        var plain = new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(Merge.plain(root)));
        if (groups.containsKey(name)) {
            plain.put("group", groups.get(name));
        }
        return new AppDefinition(name, module, contentType, java.util.Collections.unmodifiableMap(plain));
    }

    private static void checkFields(Located root, ContentType type, Problems problems) {
        var path = "subApps.detail.form.properties";
        Located properties = root;
        for (var key : path.split("\\.")) {
            properties = properties instanceof Located.Fields fields ? fields.value(key) : null;
        }
        for (var field : properties == null ? java.util.List.<Located.Fields>of() : Merge.entries(properties)) {
            var name = field.value("name") instanceof Located.Scalar scalar ? scalar.text() : "";
            var unstored = field.value("$type") instanceof Located.Scalar scalar && UNSTORED.contains(scalar.text());
            if (type.property(name).isEmpty() && !unstored) {
                var names = type.model().properties().stream()
                        .map(property -> property.name())
                        .toList();
                problems.minor(
                        field.place(),
                        path + "." + name,
                        "the content type `%s` has no property `%s`: the field cannot be saved"
                                .formatted(type.name(), name),
                        NearestName.suggest(name, names));
            }
        }
    }
}
