package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.SortKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an entry its index document: one for each entry and perspective. Properties keep their stored names, nested ones have
 * slashes ({@code markets/country} for all nodes of {@code markets}). Safe for many threads.
 */
final class DocumentBuilder {

    private final Definitions definitions;
    private final SiteDefinition site;
    private final ContentType type;
    private final Perspective perspective;
    private final IndexSchema schema;
    private final AnalyzedTexts analyzed;
    private final AssetText assetText;
    private final SpokenText spokenText;
    private final Map<String, SortKeys> sortKeys = new HashMap<>();

    DocumentBuilder(Definitions definitions, ContentType type, Perspective perspective) {
        this(definitions, type, perspective, new AnalyzedTexts(), AssetText.NONE, SpokenText.NONE);
    }

    /** @param analyzed what this and other builders have analyzed */
    DocumentBuilder(
            Definitions definitions,
            ContentType type,
            Perspective perspective,
            AnalyzedTexts analyzed,
            AssetText assetText,
            SpokenText spokenText) {
        this.assetText = assetText;
        this.spokenText = spokenText;
        this.definitions = definitions;
        this.site = definitions.site();
        this.type = type;
        this.perspective = perspective;
        this.analyzed = analyzed;
        this.schema = new EntryFields(definitions, type, perspective).schema();
        site.locales().forEach(locale -> sortKeys.put(locale.id(), SortKeys.in(locale.collationLocale())));
    }

    IndexSchema schema() {
        return schema;
    }

    IndexDocument build(ContentNode entry) {
        var fields = new DocumentFields(schema);
        var texts = new DocumentTexts(site);
        fields.add(FieldNames.TYPE, type.name());
        identity(entry, fields);
        if (perspective == Perspective.DRAFT) {
            fields.add(FieldNames.STATE, EntryState.of(entry).code());
            new TranslationState(definitions, type, entry)
                    .byLocale()
                    .forEach((locale, state) -> fields.add(FieldNames.TRANSLATION, locale + ":" + state));
        }
        systemProperties(entry, fields);
        node("", "", type.model(), type, entry, fields, texts);
        ownPages(entry, texts);
        texts.addTo(fields, analyzed);
        var revision = entry.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
        return new IndexDocument(entry.id(), revision, fields.values());
    }

    /** The texts of the entry that are searched. */
    DocumentTexts texts(ContentNode entry) {
        var texts = new DocumentTexts(site);
        node("", "", type.model(), type, entry, new DocumentFields(schema), texts);
        ownPages(entry, texts);
        return texts;
    }

    /** What is written in a file that is found itself. */
    private void ownPages(ContentNode entry, DocumentTexts texts) {
        if (type.isOfFiles()) {
            texts.addDocument(assetText.pages(perspective, "jcr:" + entry.id()));
        }
    }

    private static void identity(ContentNode entry, DocumentFields fields) {
        fields.add(FieldNames.ID, entry.id());
        fields.add(FieldNames.NAME, entry.name());
        fields.add(FieldNames.PATH, entry.path());
        fields.add(FieldNames.NODE_TYPE, entry.nodeType());
        fields.add(FieldNames.ANCESTOR, "/");
        for (var slash = entry.path().indexOf('/', 1);
                slash > 0;
                slash = entry.path().indexOf('/', slash + 1)) {
            fields.add(FieldNames.ANCESTOR, entry.path().substring(0, slash));
        }
    }

    private static void systemProperties(ContentNode entry, DocumentFields fields) {
        entry.properties().forEach((name, value) -> {
            if (SystemProperties.isSystem(name)) {
                fields.addAsDeclared(name, value);
            }
        });
    }

    private void node(
            String path,
            String unlocalized,
            Model model,
            ContentType scope,
            ContentNode node,
            DocumentFields fields,
            DocumentTexts texts) {
        for (var property : model.properties()) {
            if (!EntryFields.isSearched(property)) {
                continue;
            }
            if (property.type() instanceof PropertyType.Nested nested) {
                definitions
                        .nested(scope, nested)
                        .ifPresent(found -> EntryFields.storedNames(property, site)
                                .forEach(name -> node.child(name)
                                        .ifPresent(child -> items(property, child)
                                                .forEach(item -> node(
                                                        path + name + "/",
                                                        unlocalized + property.name() + "/",
                                                        found.model(),
                                                        found.owner(),
                                                        item,
                                                        fields,
                                                        texts)))));
            } else {
                EntryFields.storedNames(property, site).forEach(name -> {
                    var value = node.value(name);
                    if (value != null) {
                        fields.add(path + name, property, EntryFields.tree(property, definitions), value);
                    }
                });
                sortKey(unlocalized, property, node, fields);
                if (property.type() == PropertyType.Scalar.ASSET) {
                    documents(property, node, texts);
                    facts(path, property, node, fields);
                }
                if (property.type() instanceof PropertyType.Reference) {
                    spoken(property, node, texts);
                }
                if (EntryFields.isFullText(property)) {
                    texts.add(unlocalized, property, node);
                }
            }
        }
    }

    private void documents(Property property, ContentNode node, DocumentTexts texts) {
        EntryFields.storedNames(property, site).forEach(name -> {
            var value = node.value(name);
            if (value != null) {
                value.each().forEach(asset -> texts.addDocument(assetText.pages(perspective, asset.asText())));
            }
        });
    }

    private void facts(String path, Property property, ContentNode node, DocumentFields fields) {
        if (property.inFile().isEmpty()) {
            return;
        }
        for (var name : EntryFields.storedNames(property, site)) {
            var value = node.value(name);
            for (var asset : value == null ? List.<Value>of() : value.each()) {
                var facts = assetText.facts(perspective, asset.asText());
                property.inFile().forEach(known -> {
                    var fact = facts.get(known.name());
                    if (fact != null) {
                        fields.add(path + name + "/" + known.name(), known, null, fact);
                    }
                });
            }
        }
    }

    private void spoken(Property property, ContentNode node, DocumentTexts texts) {
        var id = node.text(property.name());
        if (id != null) {
            SpokenText.of(property, definitions)
                    .ifPresent(transcript -> spokenText
                            .segments(transcript, perspective, id)
                            .forEach(segment -> texts.addSpoken(transcript.text(), segment)));
        }
    }

    private static List<ContentNode> items(Property property, ContentNode child) {
        return property.multiple() ? child.children() : List.of(child);
    }

    private void sortKey(String unlocalized, Property property, ContentNode node, DocumentFields fields) {
        if (!EntryField.collated(property)) {
            return;
        }
        var name = unlocalized + property.name();
        for (var locale : site.locales()) {
            var field = FieldNames.sortKey(name, locale.suffix());
            if (fields.isEmptyAndDeclared(field)) {
                var text = resolved(property, node, locale);
                if (text != null) {
                    fields.add(
                            field,
                            Objects.requireNonNull(sortKeys.get(locale.id())).of(text));
                }
            }
        }
    }

    private @Nullable String resolved(Property property, ContentNode node, LocaleDefinition locale) {
        if (!property.i18n()) {
            return node.text(property.name());
        }
        return Stream.concat(Stream.of(locale.id()), locale.fallbacks().stream())
                .map(id -> node.text(site.storedName(property.name(), id)))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
