package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.vocabulary.Term;
import eu.nephele.platform.definition.Definitions;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What codes are called: from vocabularies, or the options of a property. */
final class Labels {

    private final Definitions definitions;

    Labels(Definitions definitions) {
        this.definitions = definitions;
    }

    static boolean isCoded(Property property) {
        return property.vocabulary() != null || !property.options().isEmpty();
    }

    /** In the first of the locales that has one; the code itself where there is none. */
    String of(Property property, String code, List<String> locales) {
        var vocabulary = property.vocabulary() == null
                ? null
                : definitions.vocabularies().get(property.vocabulary());
        if (vocabulary != null) {
            return vocabulary.label(code, locales);
        }
        return property.options().stream()
                .filter(option -> option.value().equals(code))
                .findFirst()
                .map(Option::label)
                .map(label -> message(label, locales))
                .orElse(code);
    }

    /** The codes that start so, or are called so, whatever the case: a reader types what is shown. */
    List<String> startingWith(Property property, String prefix, List<String> locales) {
        return codes(property)
                .filter(code -> startsWith(code, prefix) || startsWith(of(property, code, locales), prefix))
                .toList();
    }

    /** The codes that are called so, or are what was typed. */
    List<String> matching(Property property, Predicate<String> typed, List<String> locales) {
        return codes(property)
                .filter(code -> typed.test(code) || typed.test(of(property, code, locales)))
                .toList();
    }

    private Stream<String> codes(Property property) {
        var vocabulary = property.vocabulary() == null
                ? null
                : definitions.vocabularies().get(property.vocabulary());
        return vocabulary == null
                ? property.options().stream().map(Option::value)
                : vocabulary.terms().stream().map(Term::code);
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** The text of a key in a message bundle; a text that is no key is itself. */
    String message(String keyOrText, List<String> locales) {
        var texts = definitions.messages().getOrDefault(keyOrText, Map.of());
        return locales.stream()
                .filter(texts::containsKey)
                .findFirst()
                .map(texts::get)
                .orElse(keyOrText);
    }
}
