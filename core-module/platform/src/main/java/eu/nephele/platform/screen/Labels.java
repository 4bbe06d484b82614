package eu.nephele.platform.screen;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds labels in the message bundles of all modules, then in those of the platform, in one language. */
final class Labels {

    private static final Pattern KEY = Pattern.compile("[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final List<String> OWN_LANGUAGES = List.of("en", "de", "it", "sr", "sr-Latn");
    private static final Map<String, Map<String, String>> OWN = own();

    private final Map<String, Map<String, String>> messages;
    private final List<String> languages;

    /** @param language a BCP 47 tag, such as {@code de-AT} */
    Labels(Definitions definitions, String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, "`%s` is no language; write it as in `de` or `sr-Latn`".formatted(language));
        }
        this.messages = definitions.messages();
        this.languages = List.copyOf(chain(definitions, language));
    }

    /** The language, what the site falls back to from it, its shorter forms, the site's default, English. */
    private static Set<String> chain(Definitions definitions, String language) {
        var chain = new LinkedHashSet<String>();
        var tag = Locale.forLanguageTag(language).toLanguageTag();
        chain.add(tag);
        definitions.site().locale(tag).ifPresent(locale -> chain.addAll(locale.fallbacks()));
        if (Locale.forLanguageTag(tag).getScript().isEmpty()) {
            chain.add(Locale.forLanguageTag(tag).getLanguage());
        }
        chain.add(definitions.site().defaultLocale());
        chain.add("en");
        return chain;
    }

    List<String> languages() {
        return languages;
    }

    /** @param given a text, or a key; null where nothing is given */
    Label find(@Nullable String given, List<String> keys, String name) {
        var tried = new LinkedHashSet<String>();
        var givenIsKey = given != null
                && (messages.containsKey(given) || KEY.matcher(given).matches());
        if (given != null && givenIsKey) {
            tried.add(given);
        } else if (given != null && !given.isBlank()) {
            return new Label(given, List.of(), false);
        }
        tried.addAll(keys);
        for (var key : tried) {
            var text = text(key);
            if (text != null) {
                return new Label(text, List.copyOf(tried), false);
            }
        }
        var readable = given != null && given.contains(" ") ? given : readable(name);
        return new Label(readable, List.copyOf(tried), true);
    }

    /** A label that need not be there: null instead of one that is missing. */
    @Nullable
    Label optional(@Nullable String given, List<String> keys) {
        var found = find(given, keys, "");
        return found.missing() ? null : found;
    }

    /** The text of a key in the first of the languages that has it. */
    private @Nullable String text(String key) {
        return languages.stream()
                .map(language -> text(key, language))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String text(String key, String language) {
        var text = messages.getOrDefault(key, Map.of()).get(language);
        return text == null ? OWN.getOrDefault(language, Map.of()).get(key) : text;
    }

    /** {@code shortPresentation} as {@code Short presentation}. */
    static String readable(String name) {
        UnaryOperator<String> apart =
                text -> text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[-_.:]+", " ");
        var words = apart.apply(name).strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, Map<String, String>> own() {
        var all = new HashMap<String, Map<String, String>>();
        for (var language : OWN_LANGUAGES) {
            var file = "labels_%s.properties".formatted(language.replace('-', '_'));
            try (var stream = Objects.requireNonNull(Labels.class.getResourceAsStream(file), file)) {
                var properties = new Properties();
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                var labels = new HashMap<String, String>();
                properties.stringPropertyNames().forEach(key -> labels.put(key, properties.getProperty(key)));
                all.put(language, labels);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
