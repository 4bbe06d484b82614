package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a document being built: each is analyzed once, in the language it is in. That a text is missing in a language and
 * where it is taken from is kept beside it, so that a search in that language goes on to the text it falls back to.
 */
final class DocumentTexts {

    /** The profile of texts that are in no particular language, such as names. */
    static final String NEUTRAL_PROFILE = "folding";

    /** What words in documents weigh beside those of the entry itself. */
    static final double DOCUMENT_BOOST = 0.5;

    /** In explanations: the pages of documents. */
    static final String DOCUMENTS = "@documents";

    /** In explanations: transcripts of films. */
    static final String SPOKEN = "@spoken";

    private static final int MAX_DOCUMENT_CHARACTERS = 1_000_000;

    /**
     * @param property with those it is nested in: {@code sections/heading}
     * @param locale null for texts of no particular language
     */
    record Text(String property, double boost, @Nullable LocaleDefinition locale, String text) {}

    private int documentCharacters;
    private final SiteDefinition site;
    private final List<Text> texts = new ArrayList<>();
    private final Set<String> languages = new TreeSet<>();
    private final Set<String> fallbacks = new TreeSet<>();

    DocumentTexts(SiteDefinition site) {
        this.site = site;
    }

    List<Text> texts() {
        return texts;
    }

    /** Whether some text is missing in the locale and taken from the other. */
    boolean falls(LocaleDefinition locale, LocaleDefinition back) {
        return fallbacks.contains(FieldNames.fallback(locale.id(), back.id()));
    }

    /** Of the pages of all documents of an entry the first million characters are searched. */
    void addDocument(List<String> pages) {
        for (var page : pages) {
            var room = MAX_DOCUMENT_CHARACTERS - documentCharacters;
            if (!page.isBlank() && room > 0) {
                var text = page.substring(0, Math.min(page.length(), room));
                texts.add(new Text(DOCUMENTS, DOCUMENT_BOOST, null, text));
                documentCharacters += text.length();
            }
        }
    }

    /** @param path of the node that the property is in, {@code sections/} */
    void add(String path, Property property, ContentNode node) {
        add(path + property.name(), property.search().textBoost(), property, node);
    }

    /** What is said in a transcript that the entry refers to. */
    void addSpoken(Property text, ContentNode segment) {
        add(SPOKEN, DOCUMENT_BOOST, text, segment);
    }

    private void add(String name, double boost, Property property, ContentNode node) {
        if (property.i18n()) {
            site.locales().forEach(locale -> addLocalized(name, boost, property, locale, node));
        } else {
            var value = node.value(property.name());
            if (value != null) {
                add(name, boost, property, null, value);
            }
        }
    }

    private void addLocalized(String name, double boost, Property property, LocaleDefinition locale, ContentNode node) {
        var value = value(property, locale.id(), node);
        if (value != null) {
            add(name, boost, property, locale, value);
            languages.add(locale.id());
            return;
        }
        for (var fallback : locale.fallbacks()) {
            if (value(property, fallback, node) != null) {
                fallbacks.add(FieldNames.fallback(locale.id(), fallback));
                return;
            }
        }
    }

    private @Nullable Value value(Property property, String locale, ContentNode node) {
        var value = node.value(site.storedName(property.name(), locale));
        return value == null || value.asText().isBlank() ? null : value;
    }

    private void add(String name, double boost, Property property, @Nullable LocaleDefinition locale, Value value) {
        var rich = property.type() == PropertyType.Scalar.RICH_TEXT;
        for (var each : value.each()) {
            var text = rich ? PlainText.of(each.asText()) : each.asText();
            texts.add(new Text(name, boost, locale, text));
        }
    }

    void addTo(DocumentFields fields, AnalyzedTexts analyzed) {
        languages.forEach(language -> fields.add(FieldNames.LANGUAGES, language));
        fallbacks.forEach(fallback -> fields.add(FieldNames.FALLBACK, fallback));
        for (var text : texts) {
            var locale = text.locale();
            var names = TextFields.of(text.boost(), locale == null ? "" : locale.suffix());
            var tokens = locale == null
                    ? analyzed.tokens(NEUTRAL_PROFILE, "", text.text())
                    : analyzed.tokens(locale.analyzer(), locale.id(), text.text());
            addTokens(fields, names.exact(), tokens.exact());
            addTokens(fields, names.stem(), tokens.stem());
            addTokens(fields, names.transliterated(), tokens.transliterated());
        }
    }

    private static void addTokens(DocumentFields fields, String field, String tokens) {
        if (!tokens.isEmpty()) {
            fields.add(field, tokens);
        }
    }
}
