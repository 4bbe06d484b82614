package eu.nephele.platform.definition;

import java.util.List;

/**
 * Words of a language that are searched together. An expression is a word or several.
 *
 * @param from who searches for one of these
 * @param to also finds these; in a group both are the same
 */
public record SynonymRule(List<String> from, List<String> to) {

    public SynonymRule {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    static SynonymRule group(List<String> expressions) {
        return new SynonymRule(expressions, expressions);
    }
}
