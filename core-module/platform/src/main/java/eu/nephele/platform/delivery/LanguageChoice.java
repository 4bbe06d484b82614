package eu.nephele.platform.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language of an answer: what {@code lang} says, else what the reader accepts, else the site's default. A language
 * that the site has not is answered in the closest one it has: the tag is shortened from its end while the script stays the same, then
 * another locale of the same language will do.
 */
final class LanguageChoice {

    private static final String ALL = "all";
    private static final int MAX_LIST_LENGTH = 500;

    private final Map<String, Language> languages = new HashMap<>();
    private final List<LocaleDefinition> locales;
    private final Language raw;
    private final Language fallback;
    private final Cache<String, Language> accepted =
            Caffeine.newBuilder().maximumSize(1_000).build();

    LanguageChoice(SiteDefinition site) {
        locales = site.i18nEnabled() ? site.locales() : List.of();
        locales.forEach(locale -> languages.put(locale.id(), Language.of(locale)));
        raw = Language.raw(site.defaultLocale());
        fallback =
                languages.getOrDefault(site.defaultLocale(), locales.isEmpty() ? raw : Language.of(locales.getFirst()));
    }

    Language choose(@Nullable String lang, @Nullable String acceptedLanguages) {
        if (locales.isEmpty() || ALL.equals(lang)) {
            return raw;
        }
        if (lang != null) {
            return closest(lang).orElse(fallback);
        }
        if (acceptedLanguages == null || acceptedLanguages.length() > MAX_LIST_LENGTH) {
            return fallback;
        }
        return accepted.get(acceptedLanguages, this::best);
    }

    private Language best(String acceptedLanguages) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptedLanguages);
        } catch (IllegalArgumentException e) {
            return fallback;
        }
        for (var range : ranges) {
            if (range.getWeight() > 0) {
                var language = range.getRange().equals("*") ? Optional.of(fallback) : closest(range.getRange());
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return fallback;
    }

    private Optional<Language> closest(String requested) {
        var tag = requested.replace('_', '-');
        var wanted = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        if (ULocale.forLanguageTag(tag).getLanguage().isEmpty()) {
            return Optional.empty();
        }
        for (var part = tag; !part.isEmpty(); part = shortened(part)) {
            for (var locale : locales) {
                var named = locale.id().equalsIgnoreCase(part)
                        || locale.languageTag().equalsIgnoreCase(part);
                if (named && (part.equals(tag) || !otherScript(locale, wanted))) {
                    return Optional.of(languages.get(locale.id()));
                }
            }
        }
        return locales.stream()
                .filter(locale -> likely(locale).getLanguage().equals(wanted.getLanguage()))
                .min((one, other) -> Boolean.compare(otherScript(one, wanted), otherScript(other, wanted)))
                .map(locale -> languages.get(locale.id()));
    }

    private static String shortened(String tag) {
        return tag.substring(0, Math.max(tag.lastIndexOf('-'), 0));
    }

    private static boolean otherScript(LocaleDefinition locale, ULocale wanted) {
        return !likely(locale).getScript().equals(wanted.getScript());
    }

    private static ULocale likely(LocaleDefinition locale) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(locale.id()));
    }
}
