package eu.nephele.platform.delivery;

import eu.nephele.platform.search.Highlighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Marks what a search found in the texts of an answer, in its language or one that it falls back to. */
final class Highlighter {

    private static final int MAX_READ = 20_000;

    private final List<Highlighting> languages;

    /** @param mistyped whether the search found words with typos */
    Highlighter(String text, boolean mistyped, Language language, Endpoints endpoints) {
        var site = endpoints.definitions.site();
        languages = Stream.concat(
                        language.locales().stream()
                                .flatMap(id -> site.locale(id).stream())
                                .map(locale -> Highlighting.of(locale, text, endpoints.synonyms, mistyped)),
                        Stream.of(Highlighting.neutral(text, mistyped)))
                .toList();
    }

    /** The part of a rendered item's property with the most finds; empty when there are none. */
    Optional<String> highlight(Item item, String property) {
        var value = JsonMapper.shared().readTree(item.body().json()).get(property);
        return value == null
                ? Optional.empty()
                : texts(value).stream()
                        .map(text -> text.substring(0, Math.min(text.length(), MAX_READ)))
                        .flatMap(text -> languages.stream().flatMap(language -> language.snippet(text).stream()))
                        .findFirst();
    }

    /** The part of a text with the most finds; empty when there are none. */
    Optional<String> snippet(String text) {
        return languages.stream()
                .flatMap(language -> language.snippet(text).stream())
                .findFirst();
    }

    private static List<String> texts(JsonNode value) {
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.values().forEach(one -> texts.addAll(texts(one)));
        }
        return texts;
    }
}
