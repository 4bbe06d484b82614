package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value that was translated, with what it was translated from.
 *
 * @param path where it is: {@code segments/segments3/text_de}
 * @param list the same for all items of a list: {@code segments/#/text_de}
 * @param source the text of now in the language that the value is translated from; empty where there is none
 */
record TranslatedText(String path, String list, Value value, String source) {

    private static final Pattern ITEM = Pattern.compile("([^/]+)/\\1\\d+/");

    /** All of an entry, in the order in which they lie there. */
    static List<TranslatedText> in(Definitions definitions, ContentType type, ContentNode entry) {
        var site = definitions.site();
        var spoken = TimedShapes.sourceLocale(definitions, type, entry);
        var found = new ArrayList<TranslatedText>();
        EntryWalk.through(definitions, type, entry, (path, model, node) -> {
            var source = TimedShapes.isSegment(model) ? spoken : site.defaultLocale();
            node.properties()
                    .forEach((name, value) -> StoredProperty.of(name, model, site)
                            .filter(stored ->
                                    stored.property().i18n() && !stored.locale().equals(source))
                            .ifPresent(stored -> {
                                var text = node.text(
                                        site.storedName(stored.property().name(), source));
                                var list = ITEM.matcher(path).replaceAll("$1/#/") + name;
                                found.add(new TranslatedText(path + name, list, value, text == null ? "" : text));
                            }));
        });
        return found;
    }

    String key() {
        return list + "\n" + value.asText();
    }

    String plainKey() {
        return list + "\n" + plain(value.asText());
    }

    /** What {@link #plainKey} is of the text that this and the next one are when they are joined. */
    String keyWith(TranslatedText next) {
        return list + "\n" + plain(value.asText() + " " + next.value().asText());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
