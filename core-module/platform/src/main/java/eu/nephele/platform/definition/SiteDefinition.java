package eu.nephele.platform.definition;

import java.util.List;
import java.util.Optional;

/**
 * The fallback site: which languages content has, and who may read it from other origins.
 *
 * @param i18nEnabled false: properties are delivered raw, as they are stored
 * @param defaultLocale its values are stored without suffix
 * @param locales the enabled ones, the default among them
 */
public record SiteDefinition(
        boolean i18nEnabled, String defaultLocale, List<LocaleDefinition> locales, List<CorsRule> cors) {

    /** @param uris path patterns such as {@code /.rest/delivery/*} */
    public record CorsRule(
            String name,
            List<String> uris,
            List<String> allowedOrigins,
            List<String> allowedMethods,
            List<String> allowedHeaders) {
        public CorsRule {
            uris = List.copyOf(uris);
            allowedOrigins = List.copyOf(allowedOrigins);
            allowedMethods = List.copyOf(allowedMethods);
            allowedHeaders = List.copyOf(allowedHeaders);
        }
    }

    public SiteDefinition {
        locales = List.copyOf(locales);
        cors = List.copyOf(cors);
    }

    public Optional<LocaleDefinition> locale(String id) {
        return locales.stream().filter(locale -> locale.id().equals(id)).findFirst();
    }

    /** The stored name of a localized property: {@code title} in the default locale, {@code title_de} in German. */
    public String storedName(String property, String localeId) {
        return localeId.equals(defaultLocale) ? property : property + "_" + localeId.replace('-', '_');
    }
}
