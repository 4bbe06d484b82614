package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one property of a model. */
final class PropertyReader {

    private static final Map<String, PropertyType> SCALARS = scalars();

    /** What people write who know other systems. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("int", "Long"),
            Map.entry("integer", "Long"),
            Map.entry("number", "Double"),
            Map.entry("float", "Double"),
            Map.entry("bool", "Boolean"),
            Map.entry("text", "String"),
            Map.entry("html", "richText"),
            Map.entry("datetime", "Date"),
            Map.entry("day", "LocalDate"),
            Map.entry("geo", "GeoPoint"),
            Map.entry("location", "GeoPoint"),
            Map.entry("image", "asset"),
            Map.entry("file", "asset"),
            Map.entry("select", "String` with `options"),
            Map.entry("enum", "String` with `options` or a `vocabulary"));

    /** Keys of Magnolia's form fields, which a property may carry for the editor. */
    private static final String[] FIELD_KEYS = {
        "$type",
        "class",
        "buttonLabel",
        "placeholder",
        "rows",
        "readOnly",
        "validators",
        "styleName",
        "converterClass",
        "height",
        "requiredErrorMessage",
        "conversionErrorMessage",
        "fieldBinderClass",
        "field",
        "datasource"
    };

    static List<String> fieldKeys() {
        return List.of(FIELD_KEYS);
    }

    private static final String REFERENCE = "reference:";

    private final List<String> subModels;
    private final Set<String> contentTypes;
    private final Set<String> vocabularies;

    PropertyReader(List<String> subModels, Set<String> contentTypes, Set<String> vocabularies) {
        this.subModels = subModels;
        this.contentTypes = contentTypes;
        this.vocabularies = vocabularies;
    }

    private static Map<String, PropertyType> scalars() {
        var scalars = new LinkedHashMap<String, PropertyType>();
        scalars.put("String", Scalar.STRING);
        scalars.put("richText", Scalar.RICH_TEXT);
        scalars.put("Boolean", Scalar.BOOLEAN);
        scalars.put("Long", Scalar.LONG);
        scalars.put("Double", Scalar.DOUBLE);
        scalars.put("Decimal", Scalar.DECIMAL);
        scalars.put("Date", Scalar.DATE);
        scalars.put("LocalDate", Scalar.LOCAL_DATE);
        scalars.put("GeoPoint", Scalar.GEO_POINT);
        scalars.put("asset", Scalar.ASSET);
        return scalars;
    }

    Property read(Section.Named entry) {
        var section = entry.section();
        if (entry.value() instanceof Located.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().equals(entry.name())) {
            section.problems()
                    .major(
                            scalar.place(),
                            section.path(),
                            "must be a map, not `%s`".formatted(scalar.text()),
                            "%s: {type: %s}".formatted(entry.name(), scalar.text()));
        }
        section.ignore(FIELD_KEYS);
        var type = type(section);
        var vocabulary = vocabulary(section, type);
        var validation = ValidationReader.read(section, type);
        var property = new Property(
                entry.name(),
                type,
                section.flag("required", false),
                section.flag("multiple", false),
                section.flag("i18n", false),
                section.text("label"),
                section.text("description"),
                vocabulary,
                options(section),
                DefaultValue.read(section, type),
                validation,
                SearchReader.read(section, type, vocabulary != null),
                section.flag("confidential", false));
        section.finish();
        return property;
    }

    private PropertyType type(Section section) {
        var written = section.text("type");
        if (written == null) {
            return Scalar.STRING;
        }
        if (written.toLowerCase(Locale.ROOT).startsWith(REFERENCE)) {
            var target = written.substring(REFERENCE.length()).strip();
            var known = ignoringCase(target, contentTypes);
            if (known != null) {
                return new PropertyType.Reference(known);
            }
            section.major(
                    "type",
                    "refers to the content type `%s`, which does not exist".formatted(target),
                    NearestName.suggest(target, contentTypes));
            return Scalar.STRING;
        }
        var scalar = ignoringCase(written, SCALARS.keySet());
        if (scalar != null) {
            return SCALARS.get(scalar);
        }
        var model = ignoringCase(written, subModels);
        var nested = model == null ? ignoringCase(written, contentTypes) : model;
        if (nested != null) {
            return new PropertyType.Nested(nested);
        }
        section.major("type", "unknown type `%s`".formatted(written), suggestion(written));
        return Scalar.STRING;
    }

    private @Nullable String suggestion(String written) {
        var word = OTHER_WORDS.get(written.toLowerCase(Locale.ROOT));
        if (word != null) {
            return "did you mean `" + word + "`?";
        }
        var names = new ArrayList<>(SCALARS.keySet());
        names.addAll(subModels);
        names.addAll(contentTypes);
        return NearestName.suggest(written, names);
    }

    private static @Nullable String ignoringCase(String written, Iterable<String> names) {
        String found = null;
        for (var name : names) {
            if (name.equals(written)) {
                return name;
            }
            if (name.equalsIgnoreCase(written)) {
                found = name;
            }
        }
        return found;
    }

    private @Nullable String vocabulary(Section section, PropertyType type) {
        var name = section.text("vocabulary");
        if (name == null) {
            return null;
        }
        if (type != Scalar.STRING) {
            section.major("vocabulary", "only a `String` can have a vocabulary", null);
            return null;
        }
        if (!vocabularies.contains(name)) {
            section.major(
                    "vocabulary",
                    "names the vocabulary `%s`, which does not exist".formatted(name),
                    NearestName.suggest(name, vocabularies));
            return null;
        }
        return name;
    }

    private static List<Option> options(Section section) {
        var options = new ArrayList<Option>();
        for (var entry : section.named("options")) {
            if (entry.value() instanceof Located.Scalar scalar) {
                options.add(new Option(entry.name(), scalar.text()));
                continue;
            }
            entry.section().ignore("selected", "iconSrc", "class", "$type");
            options.add(new Option(
                    entry.section().text("value", entry.name()), entry.section().text("label", entry.name())));
            entry.section().finish();
        }
        return options;
    }
}
