package eu.nephele.platform.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.vocabulary.Term;
import eu.nephele.api.vocabulary.Vocabulary;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A vocabulary as a picker shows it: its terms in their tree, labelled in one language. */
public record VocabularyTree(String name, boolean tree, int size, List<Node> terms) {

    /** @param replacedBy the code to use instead of a deprecated one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            String code,
            String label,
            boolean deprecated,
            @Nullable String replacedBy,
            List<Node> children) {}

    /** @param text only terms whose code or label holds it, with all above them; null for all */
    public static VocabularyTree of(
            Definitions definitions, Vocabulary vocabulary, String language, @Nullable String text) {
        var languages = new Labels(definitions, language).languages();
        var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        var terms = below(vocabulary, null, languages, wanted);
        return new VocabularyTree(
                vocabulary.name(), vocabulary.isTree(), vocabulary.terms().size(), terms);
    }

    private static List<Node> below(
            Vocabulary vocabulary, @Nullable String code, List<String> languages, String wanted) {
        var nodes = new ArrayList<Node>();
        for (var term : vocabulary.terms()) {
            if (java.util.Objects.equals(term.broader(), code)) {
                var children =
                        vocabulary.isTree() ? below(vocabulary, term.code(), languages, wanted) : List.<Node>of();
                var label = vocabulary.label(term.code(), languages);
                if (!children.isEmpty() || matches(term, label, wanted)) {
                    nodes.add(new Node(term.code(), label, term.deprecated(), term.replacedBy(), children));
                }
            }
        }
        return nodes;
    }

    private static boolean matches(Term term, String label, String wanted) {
        return term.code().toLowerCase(Locale.ROOT).contains(wanted)
                || label.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
