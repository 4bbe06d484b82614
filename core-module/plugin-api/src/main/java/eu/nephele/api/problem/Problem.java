package eu.nephele.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a definition file.
 *
 * @param file path relative to the folder of modules, with the module first: {@code cluster-catalogue/contentTypes/cluster.yaml}
 * @param line counted from 1, 0 when the problem is the whole file's
 * @param column counted from 1, 0 when unknown
 * @param propertyPath where in the definition, such as {@code model.properties.title.type}; empty for the whole file
 * @param suggestion the cure, such as {@code did you mean `String`?}
 */
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        String propertyPath,
        String message,
        @Nullable String suggestion) {

    @Override
    public String toString() {
        return "%s %s:%d:%d %s%s%s"
                .formatted(
                        severity,
                        file,
                        line,
                        column,
                        propertyPath.isEmpty() ? "" : propertyPath + ": ",
                        message,
                        suggestion == null ? "" : " (" + suggestion + ")");
    }
}
