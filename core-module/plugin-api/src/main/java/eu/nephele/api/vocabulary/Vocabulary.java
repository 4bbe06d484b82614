package eu.nephele.api.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A controlled list or tree of terms, in the order of its file. */
public final class Vocabulary {

    private final String name;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final boolean tree;

    public Vocabulary(String name, List<Term> terms) {
        this.name = name;
        terms.forEach(term -> this.terms.putIfAbsent(term.code(), term));
        this.tree = terms.stream().anyMatch(term -> term.broader() != null);
    }

    public String name() {
        return name;
    }

    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    public Optional<Term> term(String code) {
        return Optional.ofNullable(terms.get(code));
    }

    public boolean isTree() {
        return tree;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary vocabulary && name.equals(vocabulary.name) && terms.equals(vocabulary.terms);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + terms.hashCode();
    }

    /** The code itself and all above it, nearest first; a cycle ends at its first repetition. */
    public List<String> withBroader(String code) {
        var path = new ArrayList<String>();
        var next = terms.get(code);
        while (next != null && !path.contains(next.code())) {
            path.add(next.code());
            next = next.broader() == null ? null : terms.get(next.broader());
        }
        return path.isEmpty() ? List.of(code) : path;
    }

    /** The term's label in the first of the locales that has one; else the code. */
    public String label(String code, List<String> locales) {
        var term = terms.get(code);
        if (term == null) {
            return code;
        }
        return locales.stream()
                .map(term.labels()::get)
                .filter(label -> label != null)
                .findFirst()
                .orElse(code);
    }
}
