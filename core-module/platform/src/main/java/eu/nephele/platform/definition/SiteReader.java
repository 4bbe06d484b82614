package eu.nephele.platform.definition;

import eu.nephele.platform.definition.SiteDefinition.CorsRule;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fallback site: {@code sites/fallback.yaml} and what decorates it. */
final class SiteReader {

    private static final String DEFAULT_LOCALE = "en";
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

    private final LocaleTable table;

    SiteReader(LocaleTable table) {
        this.table = table;
    }

    /** The site of an installation without site files: content in English. */
    SiteDefinition builtIn() {
        return new SiteDefinition(true, DEFAULT_LOCALE, List.of(table.locale(DEFAULT_LOCALE)), List.of());
    }

    SiteDefinition read(Section root) {
        root.ignore(
                "name",
                "$type",
                "class",
                "theme",
                "templates",
                "domains",
                "mappings",
                "parameters",
                "variations",
                "enabled",
                "label",
                "uriMappings",
                "extends");
        var i18n = root.section("i18n");
        i18n.ignore("class", "$type", "authoringLocales");
        var enabled = i18n.flag("enabled", true);
        var locales = locales(i18n);
        var defaultLocale = defaultLocale(i18n, locales);
        i18n.finish();
        var cors = cors(root);
        root.finish();
        var withFallbacks = locales.values().stream()
                .map(locale -> withFallbacks(locale, defaultLocale, locales))
                .toList();
        return new SiteDefinition(enabled, defaultLocale, withFallbacks, cors);
    }

    private Map<String, LocaleDefinition> locales(Section i18n) {
        var locales = new LinkedHashMap<String, LocaleDefinition>();
        for (var entry : i18n.named("locales")) {
            var section = entry.section();
            if (entry.value() instanceof Located.Scalar scalar
                    && !scalar.isNull()
                    && !scalar.text().equals(entry.name())) {
                section.problems()
                        .major(scalar.place(), section.path(), "must be a map, not %s".formatted(scalar.form()), null);
            }
            section.ignore("class", "$type", "label");
            var enabled = section.flag("enabled", true);
            var id = id(entry.name(), section);
            var locale = LocaleTable.overridden(table.locale(id), section);
            section.finish();
            if (enabled && locales.putIfAbsent(id, locale) != null) {
                section.problems()
                        .major(entry.place(), section.path(), "has the locale `%s` twice".formatted(id), null);
            }
        }
        return locales;
    }

    /** The key, unless {@code language} and {@code country} say otherwise, as they do with Magnolia's numbered keys. */
    private String id(String key, Section section) {
        var normalized = key.replace('_', '-');
        var language = section.text("language");
        var country = section.text("country");
        var tag = section.text("languageTag");
        if (language != null && !language.isBlank()) {
            var written = country == null || country.isBlank() ? language : language + "-" + country;
            var refined = normalized.startsWith(language + "-") && table.knows(normalized);
            return refined ? normalized : written;
        }
        return table.knows(normalized) || tag == null ? normalized : tag;
    }

    private String defaultLocale(Section i18n, Map<String, LocaleDefinition> locales) {
        var fallback = i18n.text("fallbackLocale");
        var given = i18n.text("defaultLocale", fallback == null ? "" : fallback).replace('_', '-');
        if (given.isEmpty()) {
            var first = locales.containsKey(DEFAULT_LOCALE) || locales.isEmpty()
                    ? DEFAULT_LOCALE
                    : locales.keySet().iterator().next();
            locales.computeIfAbsent(first, table::locale);
            return first;
        }
        if (!locales.containsKey(given)) {
            if (!locales.isEmpty()) {
                i18n.minor(
                        fallback == null ? "defaultLocale" : "fallbackLocale",
                        "the default locale `%s` is not among the enabled locales".formatted(given),
                        "it is added");
            }
            locales.put(given, table.locale(given));
        }
        return given;
    }

    private static LocaleDefinition withFallbacks(
            LocaleDefinition locale, String defaultLocale, Map<String, LocaleDefinition> locales) {
        var fallbacks = new ArrayList<String>();
        for (var id : locale.fallbacks()) {
            if (locales.containsKey(id) && !id.equals(locale.id()) && !id.equals(defaultLocale)) {
                fallbacks.add(id);
            }
        }
        if (!locale.id().equals(defaultLocale)) {
            fallbacks.add(defaultLocale);
        }
        return new LocaleDefinition(
                locale.id(),
                locale.languageTag(),
                locale.formatLocale(),
                locale.collationLocale(),
                locale.analyzer(),
                fallbacks.stream().distinct().toList());
    }

    private static List<CorsRule> cors(Section root) {
        var rules = new ArrayList<CorsRule>();
        for (var entry : root.named("cors")) {
            var section = entry.section();
            section.ignore("class", "$type", "allowCredentials", "exposedHeaders", "maxAge", "enabled");
            var uris = uris(section);
            var origins = section.texts("allowedOrigins");
            var methods = section.texts("allowedMethods");
            var headers = section.texts("allowedHeaders");
            section.finish();
            if (origins.isEmpty()) {
                section.major("allowedOrigins", "needs `allowedOrigins`", "allowedOrigins: ['*']");
                continue;
            }
            rules.add(new CorsRule(
                    entry.name(),
                    uris.isEmpty() ? List.of("/.rest/delivery/*") : uris,
                    origins,
                    methods.isEmpty() ? METHODS : methods,
                    headers));
        }
        return rules;
    }

    /** Plain patterns, or Magnolia's voters with a {@code pattern}. */
    private static List<String> uris(Section rule) {
        var value = rule.value("uris").orElse(null);
        if (!(value instanceof Located.Fields map)) {
            return rule.texts("uris");
        }
        var uris = new ArrayList<String>();
        for (var field : map.fields().values()) {
            var pattern = pattern(field.value());
            if (pattern != null) {
                uris.add(pattern);
            }
        }
        return uris;
    }

    private static @Nullable String pattern(Located value) {
        return switch (value) {
            case Located.Scalar scalar -> scalar.text();
            case Located.Fields voter when voter.value("pattern") instanceof Located.Scalar scalar -> scalar.text();
            default -> null;
        };
    }
}
