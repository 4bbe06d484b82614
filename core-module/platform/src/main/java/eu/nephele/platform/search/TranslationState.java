package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.TranslationMark;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.TimedShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a draft is translated into each locale of the site, of the localized properties that have a value in the default locale (or, where
 * none has, in any): {@code none} is,
 * {@code partial}, {@code outdated} (all, but of some the source has changed since) or {@code complete}. Nothing for an entry
 * without such values.
 */
final class TranslationState {

    private static final class Count {
        private int missing;
        private int outdated;
    }

    private final Definitions definitions;
    private final Map<String, String> marks;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final String spoken;
    private int values;
    private boolean withoutSource;

    TranslationState(Definitions definitions, ContentType type, ContentNode entry) {
        this.definitions = definitions;
        this.marks = TranslationMark.of(entry);
        this.spoken = TimedShapes.sourceLocale(definitions, type, entry);
        definitions.site().locales().forEach(locale -> counts.put(locale.id(), new Count()));
        // A note on a translation has no source: it is nothing to be translated, unless nothing else is there.
        node("", type.model(), type, entry);
        if (values == 0) {
            withoutSource = true;
            node("", type.model(), type, entry);
        }
    }

    Map<String, String> byLocale() {
        var states = new LinkedHashMap<String, String>();
        if (values > 0) {
            counts.forEach((locale, count) -> states.put(locale, state(count)));
        }
        return states;
    }

    private String state(Count count) {
        if (count.missing == values) {
            return "none";
        }
        return count.missing > 0 ? "partial" : count.outdated > 0 ? "outdated" : "complete";
    }

    private void node(String path, Model model, ContentType scope, ContentNode node) {
        for (var property : model.properties()) {
            if (property.type() instanceof PropertyType.Nested nested) {
                definitions
                        .nested(scope, nested)
                        .ifPresent(found -> EntryFields.storedNames(property, definitions.site())
                                .forEach(name -> node.child(name)
                                        .ifPresent(child -> items(property, child)
                                                .forEach(item -> node(
                                                        path + name + "/" + (item == child ? "" : item.name() + "/"),
                                                        found.model(),
                                                        found.owner(),
                                                        item)))));
            } else if (property.i18n()) {
                var source = TimedShapes.isSegment(model)
                        ? spoken
                        : definitions.site().defaultLocale();
                value(path, property, node, source);
            }
        }
    }

    private static List<ContentNode> items(Property property, ContentNode child) {
        return property.multiple() ? child.children() : List.of(child);
    }

    private void value(String path, Property property, ContentNode node, String sourceLocale) {
        var locales = definitions.site().locales();
        var sourceName = definitions.site().storedName(property.name(), sourceLocale);
        var isCounted = withoutSource
                ? locales.stream().anyMatch(locale -> isThere(node, stored(property, locale)))
                : isThere(node, sourceName);
        if (!isCounted) {
            return;
        }
        values++;
        var source = node.text(sourceName);
        for (var locale : locales) {
            var name = stored(property, locale);
            var count = counts.get(locale.id());
            if (!isThere(node, name)) {
                count.missing++;
            } else if (!name.equals(sourceName)
                    && source != null
                    && !TranslationMark.hash(source).equals(marks.get(path + name))) {
                count.outdated++;
            }
        }
    }

    private String stored(Property property, LocaleDefinition locale) {
        return definitions.site().storedName(property.name(), locale.id());
    }

    private static boolean isThere(ContentNode node, String name) {
        var text = node.text(name);
        return text != null && !text.isBlank();
    }
}
