package eu.nephele.platform.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says sentences in the language of the work that is being done. English is what stands in the code; other languages are in sentences.json. */
public final class Wording {

    /** The languages of the editor; English is the first, and stands in for all others. */
    public static final List<String> LANGUAGES = List.of("en", "de", "it", "sr");

    private static final List<Locale> LOCALES =
            LANGUAGES.stream().map(Locale::forLanguageTag).toList();
    private static final ScopedValue<Locale> SPOKEN = ScopedValue.newInstance();
    private static final Map<String, Map<String, String>> SENTENCES = read();

    private Wording() {}

    /**
     * The sentence in the language of {@link #in}. A literal, so that a test finds the sentences that have no translation.
     *
     * @param english with places for the values, as {@link String#format} has them; a translation names them by number where their order differs
     */
    public static String say(String english, Object... values) {
        var locale = SPOKEN.isBound() ? SPOKEN.get() : Locale.ENGLISH;
        var sentence = SENTENCES.getOrDefault(english, Map.of()).getOrDefault(locale.getLanguage(), english);
        return values.length == 0 ? sentence : String.format(locale, sentence, values);
    }

    /** A sentence that was said in English where nobody's language was known, and is kept so; a literal, as of {@link #say}. */
    public static Kept kept(String english) {
        return new Kept(english);
    }

    /** A sentence by which what is kept of it is recognised, to be said in another language. */
    public static final class Kept {

        private final String english;
        private final Pattern form;

        private Kept(String english) {
            this.english = english;
            this.form = Pattern.compile(
                    Arrays.stream(english.split("%s", -1)).map(Pattern::quote).collect(Collectors.joining("(.*)")),
                    Pattern.DOTALL);
        }

        /** The values in a text that is this sentence; empty where it is another. */
        public Optional<List<String>> values(String text) {
            var matcher = form.matcher(text);
            return matcher.matches()
                    ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                            .mapToObj(matcher::group)
                            .toList())
                    : Optional.empty();
        }

        /** As {@link Wording#say}. */
        public String said(Object... values) {
            return say(english, values);
        }
    }

    /** Does something whose sentences are in a language: a tag such as {@code de}; in English where it is none of {@link #LANGUAGES}. */
    public static <T extends @Nullable Object, X extends Throwable> T in(
            String language, ScopedValue.CallableOp<? extends T, X> work) throws X {
        var locale = Locale.lookup(List.of(new Locale.LanguageRange(language)), LOCALES);
        return ScopedValue.where(SPOKEN, locale == null ? Locale.ENGLISH : locale)
                .call(work);
    }

    /** What a header {@code Accept-Language} asks for, among {@link #LANGUAGES}. */
    public static String asked(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return LANGUAGES.getFirst();
        }
        try {
            var locale = Locale.lookup(Locale.LanguageRange.parse(header), LOCALES);
            return locale == null ? LANGUAGES.getFirst() : locale.getLanguage();
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.getFirst();
        }
    }

    private static Map<String, Map<String, String>> read() {
        try (var file = Wording.class.getResourceAsStream("sentences.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
