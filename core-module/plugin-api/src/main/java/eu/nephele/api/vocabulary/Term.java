package eu.nephele.api.vocabulary;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A term of a vocabulary.
 *
 * @param labels by locale id ({@code en}, {@code sr-Latn})
 * @param broader the code of the term above it in the tree
 * @param replacedBy the code to use instead of a deprecated term
 */
public record Term(
        String code,
        Map<String, String> labels,
        @Nullable String broader,
        boolean deprecated,
        @Nullable String replacedBy) {

    public Term {
        labels = Map.copyOf(labels);
    }
}
