package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads nodes in one language: {@code title_de} becomes {@code title}, a missing translation is taken from the fallbacks, and what is
 * confidential is left out. Declared properties come first, in the order of their declaration.
 */
final class Localization {

    /** Marks content made for demonstration: always shown, so that a site can say so. */
    static final String SAMPLE = "isSample";

    private final SiteDefinition site;
    private final List<String> suffixes;

    Localization(SiteDefinition site) {
        this.site = site;
        this.suffixes = !site.i18nEnabled()
                ? List.of()
                : site.locales().stream()
                        .filter(locale -> !locale.id().equals(site.defaultLocale()))
                        .map(locale -> "_" + locale.suffix())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /**
     * The properties to deliver, without system properties.
     *
     * @param declaredOnly leave out what the shape does not declare
     */
    Map<String, Value> properties(ContentNode node, @Nullable Shape shape, Language language, boolean declaredOnly) {
        var delivered = new LinkedHashMap<String, Value>();
        if (shape != null) {
            for (var property : shape.properties().values()) {
                if (!property.confidential()) {
                    add(delivered, node, property, language);
                }
            }
        }
        node.properties().forEach((stored, value) -> {
            if (!SystemProperties.isSystem(stored)) {
                var name = baseName(stored, shape);
                var declared = shape == null ? null : shape.property(name);
                var shown = shape == null || !declaredOnly || name.equals(SAMPLE);
                if (declared == null && shown) {
                    if (language.isRaw()) {
                        delivered.put(stored, value);
                    } else if (!delivered.containsKey(name)) {
                        put(delivered, name, translated(node, name, language));
                    }
                }
            }
        });
        return delivered;
    }

    /** The children by the name they are delivered under: of the variants of a localized one, the best for the language. */
    Map<String, ContentNode> children(ContentNode node, @Nullable Shape shape, Language language) {
        var stored = new LinkedHashMap<String, ContentNode>();
        node.children().forEach(child -> stored.put(child.name(), child));
        if (language.isRaw()) {
            return stored;
        }
        var delivered = new LinkedHashMap<String, ContentNode>();
        stored.keySet()
                .forEach(name ->
                        delivered.computeIfAbsent(baseName(name, shape), base -> bestVariant(stored, base, language)));
        return delivered;
    }

    /** {@code title} for {@code title_de}; a name that the shape declares is its own. */
    String baseName(String stored, @Nullable Shape shape) {
        if (shape != null && shape.property(stored) != null) {
            return stored;
        }
        for (var suffix : suffixes) {
            if (stored.length() > suffix.length() && stored.endsWith(suffix)) {
                return stored.substring(0, stored.length() - suffix.length());
            }
        }
        return stored;
    }

    private void add(Map<String, Value> delivered, ContentNode node, Property property, Language language) {
        var name = property.name();
        if (!property.i18n() || !site.i18nEnabled()) {
            put(delivered, name, node.value(name));
        } else if (language.isRaw()) {
            put(delivered, name, node.value(name));
            site.locales().stream()
                    .map(locale -> site.storedName(name, locale.id()))
                    .forEach(stored -> put(delivered, stored, node.value(stored)));
        } else {
            put(delivered, name, translated(node, name, language));
        }
    }

    private @Nullable Value translated(ContentNode node, String name, Language language) {
        for (var locale : language.locales()) {
            var value = node.value(site.storedName(name, locale));
            if (value != null && !blank(value)) {
                return value;
            }
        }
        return node.value(name);
    }

    private @Nullable ContentNode bestVariant(Map<String, ContentNode> stored, String name, Language language) {
        return language.locales().stream()
                .map(locale -> stored.get(site.storedName(name, locale)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(stored.get(name));
    }

    private static void put(Map<String, Value> delivered, String name, @Nullable Value value) {
        if (value != null) {
            delivered.put(name, value);
        }
    }

    private static boolean blank(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text.isBlank();
            case Value.Many(List<Value> values) -> values.isEmpty();
            default -> false;
        };
    }
}
