package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import java.util.List;

/**
 * What an audit of one index found.
 *
 * @param missing entries that the index lacks
 * @param outdated entries that it has in another revision
 * @param surplus entries that it has and the repository has not
 * @param examples ids of some of them
 */
public record IndexReport(
        String contentType,
        Perspective perspective,
        long inRepository,
        long inIndex,
        long missing,
        long outdated,
        long surplus,
        List<String> examples,
        Outcome outcome) {

    /** Whether it was whole, and if not, what was done: nothing, what differed was written, or all of it was built anew. */
    public enum Outcome {
        WHOLE,
        DIFFERS,
        REPAIRED,
        REBUILT
    }

    public IndexReport {
        examples = List.copyOf(examples);
    }
}
