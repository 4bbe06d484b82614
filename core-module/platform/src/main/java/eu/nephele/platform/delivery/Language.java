package eu.nephele.platform.delivery;

import eu.nephele.platform.definition.LocaleDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language of an answer.
 *
 * @param locale null for raw values, as they are stored
 * @param locales ids to take a text from, the best first; for raw values what labels are taken from
 */
record Language(@Nullable LocaleDefinition locale, List<String> locales) {

    static Language of(LocaleDefinition locale) {
        var locales = new ArrayList<String>();
        locales.add(locale.id());
        locale.fallbacks().stream().filter(id -> !locales.contains(id)).forEach(locales::add);
        return new Language(locale, List.copyOf(locales));
    }

    static Language raw(String defaultLocale) {
        return new Language(null, List.of(defaultLocale));
    }

    boolean isRaw() {
        return locale == null;
    }

    /** The id of the locale whose texts are searched and sorted. */
    String id() {
        return locales.getFirst();
    }

    /** Differs for answers that differ. */
    String key() {
        return locale == null ? "*" : locale.id();
    }

    @Nullable
    String tag() {
        return locale == null ? null : locale.languageTag();
    }
}
