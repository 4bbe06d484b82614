package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.vocabulary.Vocabulary;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.TextAnalysis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What entries of a content type can be asked about in a perspective, and the index schema that follows from it. */
final class EntryFields {

    /** Rises when this room builds documents in another way, so that indexes are rebuilt. */
    private static final int VERSION = 5;

    private final Definitions definitions;
    private final ContentType type;
    private final Perspective perspective;
    private final Map<String, EntryField> byName = new TreeMap<>();
    private final TreeSet<Double> localizedBoosts = new TreeSet<>();
    private final TreeSet<Double> plainBoosts = new TreeSet<>();
    private final List<String> texts = new ArrayList<>();

    EntryFields(Definitions definitions, ContentType type, Perspective perspective) {
        this.definitions = definitions;
        this.type = type;
        this.perspective = perspective;
        systemFields();
        if (type.isOfFiles()) {
            plainBoosts.add(DocumentTexts.DOCUMENT_BOOST);
        }
        collect("", "", type.model(), type, List.of());
    }

    /** Whether the index knows the property at all. What is confidential is in none: not all who search may know it. */
    static boolean isSearched(Property property) {
        return !property.search().is(SearchUse.Kind.NONE) && !property.confidential();
    }

    static boolean isFullText(Property property) {
        var text = property.type() == PropertyType.Scalar.STRING || property.type() == PropertyType.Scalar.RICH_TEXT;
        return text && property.search().textBoost() > 0 && property.vocabulary() == null;
    }

    @Nullable
    EntryField field(String name) {
        return byName.get(name);
    }

    /** The names to offer when one is unknown: without the variants per locale. */
    List<String> names() {
        return byName.values().stream()
                .map(EntryField::unlocalized)
                .distinct()
                .sorted()
                .toList();
    }

    TreeSet<Double> localizedBoosts() {
        return localizedBoosts;
    }

    TreeSet<Double> plainBoosts() {
        return plainBoosts;
    }

    IndexSchema schema() {
        var fields = new LinkedHashMap<String, FieldKind>();
        for (var name : List.of(FieldNames.ANCESTOR, FieldNames.FALLBACK, FieldNames.FILLED)) {
            fields.put(name, FieldKind.KEYWORD);
        }
        byName.values().forEach(field -> declare(field, fields));
        var locales = definitions.site().locales();
        localizedBoosts.forEach(boost ->
                locales.forEach(locale -> TextFields.of(boost, locale.suffix()).declare(fields)));
        plainBoosts.forEach(boost -> TextFields.of(boost, "").declare(fields));
        return new IndexSchema(FieldNames.index(type.name(), perspective), fields, fingerprint());
    }

    /** Changes with everything that makes other documents of the same entries, even where the fields stay. */
    private int fingerprint() {
        var crc = new CRC32();
        var parts = new ArrayList<Object>(
                List.of(VERSION, type.nodeType(), texts, definitions.site().locales()));
        definitions.site().locales().stream()
                .flatMap(locale -> TextAnalysis.dictionary(locale.id()).stream())
                .forEach(parts::add);
        for (var field : byName.values()) {
            parts.add(field.name() + " " + field.kind());
            if (field.tree() != null) {
                field.tree().terms().forEach(term -> parts.add(term.code() + "<" + term.broader()));
            }
        }
        parts.forEach(part -> crc.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    private void declare(EntryField field, Map<String, FieldKind> fields) {
        switch (field.kind()) {
            case TEXT, FLAG -> fields.put(field.name(), FieldKind.KEYWORD);
            case WHOLE, INSTANT -> fields.put(field.name(), FieldKind.LONG);
            case NUMBER -> fields.put(field.name(), FieldKind.DOUBLE);
            case POINT -> fields.put(field.name(), FieldKind.GEO);
            case RICH_TEXT -> {}
            case DAY -> {
                fields.put(field.name(), FieldKind.KEYWORD);
                fields.put(FieldNames.day(field.name()), FieldKind.LONG);
            }
        }
        if (field.tree() != null) {
            fields.put(FieldNames.tree(field.name()), FieldKind.KEYWORD);
        }
        if (field.countedByValue()
                && (field.kind() == EntryField.Kind.WHOLE || field.kind() == EntryField.Kind.NUMBER)) {
            fields.put(FieldNames.value(field.name()), FieldKind.KEYWORD);
        }
        if (field.collated()) {
            for (var locale : definitions.site().locales()) {
                fields.put(FieldNames.sortKey(field.unlocalized(), locale.suffix()), FieldKind.SORT);
            }
        }
    }

    private void systemFields() {
        for (var name : List.of(
                FieldNames.ID,
                FieldNames.NAME,
                FieldNames.PATH,
                FieldNames.ANCESTOR,
                FieldNames.NODE_TYPE,
                FieldNames.TYPE,
                FieldNames.LANGUAGES,
                SystemProperties.CREATED_BY,
                SystemProperties.LAST_MODIFIED_BY,
                SystemProperties.LAST_ACTIVATED_BY,
                SystemProperties.LAST_ACTIVATED_VERSION,
                SystemProperties.REFERENCES,
                SystemProperties.EXTERNAL_IDS)) {
            add(EntryField.system(name, EntryField.Kind.TEXT));
        }
        if (perspective == Perspective.DRAFT) {
            add(EntryField.system(FieldNames.STATE, EntryField.Kind.TEXT));
            add(EntryField.system(FieldNames.TRANSLATION, EntryField.Kind.TEXT));
        }
        for (var name : List.of(SystemProperties.ACTIVATION_STATUS, SystemProperties.DELETED)) {
            add(EntryField.system(name, EntryField.Kind.FLAG));
        }
        for (var name : List.of(
                SystemProperties.CREATED,
                SystemProperties.LAST_MODIFIED,
                SystemProperties.LAST_ACTIVATED,
                SystemProperties.LAST_ACTIVATED_VERSION_CREATED)) {
            add(EntryField.system(name, EntryField.Kind.INSTANT));
        }
        for (var name : List.of(SystemProperties.REVISION, SystemProperties.PUBLISHED_REVISION)) {
            add(EntryField.system(name, EntryField.Kind.WHOLE));
        }
    }

    private void add(EntryField field) {
        byName.putIfAbsent(field.name(), field);
    }

    private void collect(String path, String unlocalized, Model model, ContentType scope, List<Model> above) {
        if (above.contains(model)) {
            return;
        }
        var here = new ArrayList<>(above);
        here.add(model);
        for (var property : model.properties()) {
            if (!isSearched(property)) {
                continue;
            }
            if (property.type() == PropertyType.Scalar.ASSET) {
                plainBoosts.add(DocumentTexts.DOCUMENT_BOOST);
            }
            if (SpokenText.of(property, definitions).isPresent()) {
                texts.add(unlocalized + property.name() + " spoken");
                plainBoosts.add(DocumentTexts.DOCUMENT_BOOST);
                localizedBoosts.add(DocumentTexts.DOCUMENT_BOOST);
            }
            if (isFullText(property)) {
                texts.add(
                        unlocalized + property.name() + " " + property.search().textBoost());
                (property.i18n() ? localizedBoosts : plainBoosts)
                        .add(property.search().textBoost());
            }
            for (var name : storedNames(property, definitions.site())) {
                if (property.type() instanceof PropertyType.Nested nested) {
                    var inner = definitions.nested(scope, nested);
                    inner.ifPresent(found -> collect(
                            path + name + "/",
                            unlocalized + property.name() + "/",
                            found.model(),
                            found.owner(),
                            here));
                } else {
                    add(new EntryField(
                            path + name,
                            unlocalized + property.name(),
                            kind(property),
                            property,
                            tree(property, definitions)));
                    property.inFile()
                            .forEach(known -> add(new EntryField(
                                    path + name + "/" + known.name(),
                                    unlocalized + property.name() + "/" + known.name(),
                                    kind(known),
                                    known,
                                    null)));
                }
            }
        }
    }

    /** The names that the values of a property are stored by: one for each locale, if it is localized. */
    static List<String> storedNames(Property property, SiteDefinition site) {
        return property.i18n()
                ? site.locales().stream()
                        .map(locale -> site.storedName(property.name(), locale.id()))
                        .toList()
                : List.of(property.name());
    }

    static @Nullable Vocabulary tree(Property property, Definitions definitions) {
        var vocabulary = property.vocabulary() == null
                ? null
                : definitions.vocabularies().get(property.vocabulary());
        return vocabulary != null && vocabulary.isTree() ? vocabulary : null;
    }

    static EntryField.Kind kind(Property property) {
        return switch (property.type()) {
            case PropertyType.Reference reference -> EntryField.Kind.TEXT;
            case PropertyType.Nested nested -> throw new IllegalArgumentException("No scalar: " + property.name());
            case PropertyType.Scalar scalar ->
                switch (scalar) {
                    case STRING, ASSET -> EntryField.Kind.TEXT;
                    case RICH_TEXT -> EntryField.Kind.RICH_TEXT;
                    case BOOLEAN -> EntryField.Kind.FLAG;
                    case LONG -> EntryField.Kind.WHOLE;
                    case DOUBLE, DECIMAL -> EntryField.Kind.NUMBER;
                    case DATE -> EntryField.Kind.INSTANT;
                    case LOCAL_DATE -> EntryField.Kind.DAY;
                    case GEO_POINT -> EntryField.Kind.POINT;
                };
        };
    }
}
